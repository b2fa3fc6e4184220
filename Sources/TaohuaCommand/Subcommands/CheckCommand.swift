internal import ArgumentParser
internal import PhraseReport
internal import Taohua

/// `taohua check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what of a draft is stock, copied or original.",
    discussion: """
      taohua check draft.md --against earlier-reports --max-stock 30

      Only the reports of --against are counted; the draft itself is left out if it is among \
      them. Without --against, what needs no other report is found.
      """)

  @Argument(help: ArgumentHelp("Drafts; - is standard input.", valueName: "draft"))
  var drafts: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Earlier reports: files and folders, after the drafts.", valueName: "path"))
  var against: [String] = []

  @OptionGroup(title: "What is new") var change: ChangeOptions

  @Option(help: ArgumentHelp("Print full, concise or json.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "What makes a corpus file the draft itself: path, content, path,content or none.",
      valueName: "how"))
  var excludeSelf: String?

  @OptionGroup(title: "What fails") var gate: GateOptions
  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions

  @Option(help: ArgumentHelp("The language of the summary: en or zh.", valueName: "language"))
  var lang: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    guard drafts.isEmpty, input.files0From == nil, !change.isGiven else { return }
    throw ValidationError(
      "no draft to check; the drafts come first: taohua check draft.md --against reports")
  }

  func run() throws {
    let settings = try Settings(
      .check, common: common, layers: counting.layer, gate.layer, allowing.layer,
      input.layer, layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    if change.isGiven { return try checkChange(settings, progress) }
    let draftFiles = try InputFiles(drafts, from: input, settings: settings)
    let earlier = settings.list(.against)
    let draft = try Corpus.reading(
      draftFiles, among: drafts, settings: settings, progress: progress)
    let corpus =
      try earlierReports(settings, progress) ?? Corpus.read([], jobs: 1)
    if earlier.isEmpty {
      StandardError.warn("no earlier reports to compare with; add --against FOLDER")
    }
    var checkSettings = settings.check
    checkSettings.audit.allowed = try settings.allowEntries()
    var report = Check.run(
      drafts: draft, against: corpus, settings: checkSettings, progress: progress.handler)
    report.judge(checkSettings.gate)
    progress.end()
    try CheckOutput(settings: settings).write(report)
    if !draft.failures.isEmpty || !corpus.failures.isEmpty { throw ExitStatus.failure }
    if report.gate.failed { throw ExitStatus.findings }
  }

  /// The reports of `--against`; nil where there are none.
  private func earlierReports(_ settings: Settings, _ progress: ProgressLine) throws -> Corpus? {
    let earlier = settings.list(.against)
    if earlier.isEmpty { return nil }
    let files = try InputFiles(earlier, settings: settings)
    return try Corpus.reading(files, among: earlier, settings: settings, progress: progress)
  }

  /// Checks what is staged, or was changed since a commit, against `--against` or that commit.
  private func checkChange(_ settings: Settings, _ progress: ProgressLine) throws {
    var checkSettings = settings.check
    checkSettings.audit.allowed = try settings.allowEntries()
    if settings.entry(.failOn).origin == .builtIn { checkSettings.gate.failOn = .new }
    let corpus = try earlierReports(settings, progress)
    let check = ChangeCheck(
      scope: change.scope, untouched: .leftOut, settings: settings, checkSettings: checkSettings)
    var outcome = try check.run(
      InputFiles.arguments(drafts, from: input), against: corpus, progress: progress.handler)
    progress.end()
    if settings.text(.format) != CheckFormat.json.rawValue { outcome.report.keepNew() }
    try CheckOutput(settings: settings).write(outcome.report)
    StandardError.line(HookSummary.headline(outcome.report, outcome.facts))
    if outcome.hasFailures || corpus?.failures.isEmpty == false { throw ExitStatus.failure }
    if outcome.report.gate.failed { throw ExitStatus.findings }
  }

  private var layer: SettingLayer {
    let exclusions = excludeSelf?.split(separator: ",").map { String($0) } ?? []
    return SettingLayer().set(.against, against).set(.format, format)
      .set(.excludeSelf, exclusions).set(.lang, lang)
  }
}
