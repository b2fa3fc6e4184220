internal import ArgumentParser
internal import Evaluation
internal import Taohua

/// `taohua sample`.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draws sentences for people to judge: a blind coding sheet.",
    discussion: """
      taohua sample archive/ --n 200 -o sheet.tsv

      Tab-separated values; the first lines explain the codes. Two coders fill in the last column of \
      a copy each, then: taohua evaluate SHEET1 SHEET2 --report report.json
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(name: .customLong("n"), help: ArgumentHelp("How many sentences.", valueName: "n"))
  var count = 200

  @Option(
    help: ArgumentHelp("Another seed draws other sentences, the same the same.", valueName: "seed"))
  var seed: UInt64 = 1

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the sheet here (default: standard output).", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    if count < 1 { throw ValidationError("--n \(count): must be a whole number from 1") }
  }

  func run() throws {
    let settings = try Settings(.sample, common: common, layers: input.layer)
    if let output { try ReportWriter.check([output]) }
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let inputs = try InputFiles(
      paths, from: input, settings: settings, fallback: ["."],
      outputs: output.map { [$0] } ?? [])
    let corpus = try Corpus.reading(inputs, among: paths, settings: settings, progress: progress)
    progress.end()
    let sheet = SentenceSampler(corpus: corpus).sheet(count, seed: seed)
    let bytes = Array(sheet.render().utf8)
    if let output {
      try ReportWriter.write([ReportWriter.Report(path: output) { try $0(bytes) }])
    } else {
      try StandardOutput.write(bytes)
    }
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
  }
}
