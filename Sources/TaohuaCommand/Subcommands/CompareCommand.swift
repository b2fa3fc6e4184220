internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Puts two documents side by side: the passages that they share.",
    discussion: """
      taohua compare draft.md archive/2023.md

      Passages are aligned over gaps and edits, in any order, the best first. With --pairs each \
      line of a file names two documents, and a line of JSON is printed for each pair.
      """)

  @Argument(help: ArgumentHelp("The two documents.", valueName: "document"))
  var documents: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare the two documents of each line of this file, relative to its folder.",
      valueName: "file"))
  var pairs: String?

  @Flag(name: .customLong("all"), help: "List every shared run of at least k tokens instead.")
  var listsAllRuns = false

  @Option(
    help: ArgumentHelp(
      "The shortest run that makes a passage, in tokens (default: 8 characters, 6 words).",
      valueName: "n"))
  var minLength: Int?

  @Option(help: ArgumentHelp("Print full or json.", valueName: "format"))
  var format: String?

  @OptionGroup(title: "Input") var reading: ReadingOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    if pairs == nil && documents.count != 2 {
      throw ValidationError("two documents are compared: taohua compare A B")
    }
    if pairs != nil && !documents.isEmpty {
      throw ValidationError("--pairs names the documents; leave the others out")
    }
  }

  func run() throws {
    let settings = try Settings(
      .compare, common: common,
      layers: reading.layer.set(.format, format).set(.minLength, minLength))
    if let pairs {
      try PairList(file: pairs, settings: settings).compare(compareSettings(settings))
      return
    }
    let sides = try documents.map { try ComparedFile.read($0, settings: settings) }
    for side in sides { side.reportWarnings() }
    let report = Compare.run(sides[0], sides[1], settings: compareSettings(settings))
    switch settings.choice(.format, of: CompareFormat.self, default: .full) {
    case .json: try StandardOutput.write(CompareJSON.render(report))
    case .full:
      try StandardOutput.write(
        CompareSummary.render(report, style: settings.style, width: Terminal.width))
    }
  }

  private func compareSettings(_ settings: Settings) -> CompareSettings {
    var result = CompareSettings()
    result.minimumLength = settings.integer(.minLength)
    result.listsAllRuns = listsAllRuns
    return result
  }
}
