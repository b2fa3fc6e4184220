internal import ArgumentParser
internal import PhraseMining
internal import PhraseReport
internal import Taohua

/// `taohua audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Finds the stock phrases of a corpus.",
    discussion: """
      Reads the files and folders (default: this folder), writes index.html, report.json and \
      report.md into the output folder, and prints a summary. With --format or --report and no \
      --output, nothing but that is written.
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the reports here (default: reports).", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Print full, json, markdown or html.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Write a report to a file: json=out.json, or into a folder: tables=folder, charts=folder. May be repeated.",
      valueName: "format=file"))
  var report: [String] = []

  @Flag(help: "Open the page in the browser when it is written.")
  var open = false

  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions

  @Flag(inversion: .prefixedNo, help: "Compute short lengths of the curve for any corpus.")
  var fullCurve: Bool?

  @Option(
    help: ArgumentHelp(
      "Compare the years: each one's share that stands in this many sources before it.",
      valueName: "n"))
  var frame: Int?

  @Option(
    help: ArgumentHelp(
      "Count documents with the same value as one source: series, author, place, year, date or any key that is given.",
      valueName: "key"))
  var countBy: String?

  @Option(help: ArgumentHelp("The date printed in the report, YYYY-MM-DD.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The language of the reports: en or zh.", valueName: "language"))
  var lang: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Write no titles, paths or names; documents get numbers (default: no).")
  var anonymise: Bool?

  @Flag(inversion: .prefixedNo, help: "Write texts and phrases, not counts only (default: yes).")
  var text: Bool?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are stock phrases, copied passages or near-duplicates: stock, copied, duplicates. May be repeated.",
      valueName: "finding"))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take so much memory at most, such as 512M or 4G; it never changes the answer (default: half of the machine's).",
      valueName: "size"))
  var memory: String?

  @Option(
    help: ArgumentHelp(
      "Where memory is too little, use a temporary file in this folder.", valueName: "folder"))
  var scratch: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    let settings = try Settings(
      .audit, common: common, layers: counting.layer, allowing.layer, input.layer, metadata.layer,
      layer)
    let outputs = AuditOutputs(
      settings: settings, inputs: paths, namesFolder: output != nil, namesFormat: format != nil)
    try ReportWriter.check(outputs.files)
    let inputs = try InputFiles(
      paths, from: input, settings: settings, fallback: ["."], outputs: outputs.knownPaths)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let metadata = try MetadataFile(settings)
    let corpus = try Corpus.reading(
      inputs, among: paths, settings: settings, metadata, memory: MemoryPlan(settings),
      progress: progress)
    try settings.requireMemory(for: corpus)
    metadata?.reportUnused()
    try corpus.require(settings.audit.countBy)
    var auditSettings = settings.audit
    let allowList = try AllowList(settings)
    auditSettings.allowed = allowList.entries
    var report = Audit.run(corpus, settings: auditSettings, progress: progress.handler)
    report.add(
      allowList.review(used: report.usedEntries) { path in
        corpus.failures.isEmpty && inputs.cover(path)
      })
    progress.end()
    if settings.flag(.anonymise) { report.anonymise() }
    if !settings.flag(.text) { report.dropTexts() }
    try outputs.write(report)
    if open { outputs.open() }
    if !corpus.failures.isEmpty { throw ExitStatus.failure }
    if report.meets(settings.list(.failOn)) { throw ExitStatus.findings }
  }

  private var layer: SettingLayer {
    SettingLayer().set(.output, output).set(.format, format).set(.report, report)
      .set(.fullCurve, fullCurve).set(.date, date).set(.lang, lang).set(.failOn, failOn)
      .set(.countBy, countBy).set(.frame, frame).set(.anonymise, anonymise).set(.text, text)
      .set(.memory, memory).set(.scratch, scratch)
  }
}

extension Corpus {
  /// - Throws: `CommandFailure.unknownMetadataKey` if no document can have `key`.
  fileprivate func require(_ key: CountingKey?) throws(CommandFailure) {
    guard let key, !key.isKnown, !givenKeys.contains(key.rawValue) else { return }
    throw .unknownMetadataKey(key.rawValue, given: givenKeys)
  }
}

extension AuditReport {
  /// Whether one of `conditions`, names of `FailureCondition`, holds.
  fileprivate func meets(_ conditions: [String]) -> Bool {
    conditions.compactMap { FailureCondition(rawValue: $0) }.contains { condition in
      switch condition {
      case .stock: corpus.classes[.stock] > 0
      case .copied: !pairs.isEmpty
      case .duplicates: !corpus.duplicates.isEmpty
      }
    }
  }
}
