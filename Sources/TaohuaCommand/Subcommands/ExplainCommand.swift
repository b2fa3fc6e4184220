internal import ArgumentParser
internal import Taohua

/// `taohua explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows every place of a phrase, or why it is not found.",
    discussion: """
      TEXT is compared token by token, as the audit compares; {slot} stands for a number, date or \
      blank. ID is that of a phrase in the report: 16 hexadecimal digits.
      """)

  @Argument(help: ArgumentHelp("The phrase, or its id in the report.", valueName: "text|id"))
  var phrase: String

  @Argument(help: ArgumentHelp("Files and folders (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(.explain, common: common, layers: counting.layer, input.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let inputs = try InputFiles(paths, from: input, settings: settings, fallback: ["."])
    let corpus = try Corpus.reading(
      inputs, among: paths, settings: settings, progress: progress)
    let report = Audit.run(corpus, settings: settings.audit, progress: progress.handler)
    progress.end()
    let explanation = Explanation(corpus: corpus, report: report)
    try StandardOutput.write(explain(with: explanation))
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
  }

  private func explain(with explanation: Explanation) throws -> String {
    let isID = phrase.utf8.count == 16 && phrase.allSatisfy(\.isHexDigit)
    guard isID else { return try explanation.text(phrase) }
    guard let text = explanation.family(phrase.lowercased()) else {
      throw CommandFailure.unknownFamily(phrase)
    }
    return text
  }
}
