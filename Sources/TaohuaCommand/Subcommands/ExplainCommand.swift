internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Shows every place of a phrase, or why it is not found; what a line holds; what a rule means.",
    discussion: """
      TEXT is compared token by token, as the audit compares; {slot} stands for a number, date or \
      blank. ID is that of a phrase in the report: 16 hexadecimal digits.

      FILE:LINE, or FILE:LINE:COLUMN as a check prints it, is a place: what stands there, and where else. The \
      file is read beside the paths if it is not among them.

      RULE is a code or name that a check prints, such as TH003 or copied-passage; --rules lists all. A \
      name before paths is taken for a text.
      """)

  @Argument(
    help: ArgumentHelp(
      "The phrase, its id in the report, a line of a file, or a rule.",
      valueName: "text|id|file:line|rule"))
  var phrase: String?

  @Argument(help: ArgumentHelp("Files and folders (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "List the rules of check.")
  var rules = false

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    if phrase == nil && !rules {
      throw ValidationError("nothing to explain; give a text, an id, a line or a rule, or --rules")
    }
  }

  func run() throws {
    guard let phrase else { return try StandardOutput.write(RulePage.list) }
    if let rule = try RuleQuery(phrase, isAlone: paths.isEmpty).rule {
      return try StandardOutput.write(RulePage.text(of: rule))
    }
    try explain(phrase)
  }

  private func explain(_ phrase: String) throws {
    let settings = try Settings(
      .explain, common: common, layers: counting.layer, input.layer, metadata.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let line = LineQuery(phrase)
    let folders = paths.isEmpty && input.files0From == nil ? ["."] : paths
    let inputs = try InputFiles(
      folders + (line.map { [$0.path] } ?? []), from: input, settings: settings)
    let metadata = try MetadataFile(settings)
    let corpus = try Corpus.reading(
      inputs, among: paths, settings: settings, metadata, progress: progress)
    metadata?.reportUnused()
    let report = Audit.run(corpus, settings: settings.audit, progress: progress.handler)
    progress.end()
    let explanation = Explanation(corpus: corpus, report: report)
    if let line {
      if let text = try explanation.line(line) {
        try StandardOutput.write(text)
      } else if corpus.failures.isEmpty {
        throw CommandFailure.unreadable(
          path: line.path, reason: "is not among the documents that were read")
      }
    } else {
      try StandardOutput.write(text(of: phrase, by: explanation))
    }
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
  }

  private func text(of phrase: String, by explanation: Explanation) throws -> String {
    guard phrase.isFamilyID else { return try explanation.text(phrase) }
    guard let text = explanation.family(phrase.lowercased()) else {
      throw CommandFailure.unknownFamily(phrase)
    }
    return text
  }
}
