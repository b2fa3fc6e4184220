internal import ArgumentParser
internal import CMachine
internal import PhraseReport
internal import Taohua

/// `taohua check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    // Parsed by itself it is no program that a completion script could be asked of: to look for that takes the parser
    // a millisecond.
    _superCommandName: Tool.name,
    abstract: "Says what of a draft is stock, copied or original.",
    discussion: """
      taohua check draft.md --against earlier-reports --max-stock 30

      Only the reports of --against are counted; the draft itself is left out if it is among \
      them. Without --against, what needs no other report is found.
      """)

  @Argument(help: ArgumentHelp("Drafts; - is standard input.", valueName: "draft"))
  var drafts: [String] = []

  @OptionGroup(title: "What drafts are compared with") var reports: ReportOptions
  @OptionGroup(title: "What is new") var change: ChangeOptions
  @OptionGroup(title: "What is known") var baseline: BaselineOptions

  @Option(
    help: ArgumentHelp(
      "Print full, concise, json, jsonl, sarif, github, markdown, csv or html.",
      valueName: "format"))
  var format: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report to a file, too: sarif=out.sarif. May be repeated.", valueName: "format=file"))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write a copy of the draft, a .docx, with its passages marked and commented.",
      valueName: "file"))
  var annotate: String?

  @Option(help: ArgumentHelp("The date of the comments, YYYY-MM-DD.", valueName: "date"))
  var date: String?

  @OptionGroup(title: "What fails") var gate: GateOptions
  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions

  @Option(help: ArgumentHelp("The language of the summary: en or zh.", valueName: "language"))
  var lang: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Metadata") var metadata: MetadataOptions
  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    if annotate != nil && change.isGiven {
      throw ValidationError(
        "--annotate goes with a draft, not with --staged or --since; name it alone")
    }
    guard drafts.isEmpty, input.files0From == nil, !change.isGiven else { return }
    throw ValidationError(
      "no draft to check; the drafts come first: taohua check draft.md --against reports")
  }

  func run() throws {
    cmachine_keep_memory()
    let settings = try Settings(
      .check, common: common, layers: reports.layer, baseline.layer, counting.layer,
      gate.layer, allowing.layer, input.layer, metadata.layer, change.layer, layer)
    let output = CheckOutput(settings: settings)
    try output.check()
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    if change.isGiven { return try checkChange(settings, progress) }
    var annotated = try AnnotatedDraft(settings)
    let draftFiles = try InputFiles(
      drafts, from: input, settings: settings,
      outputs: output.paths + (annotated?.written ?? []))
    try annotated?.take(draftFiles)
    let metadata = try MetadataFile(settings)
    let suppressions = try Suppressions(settings)
    let checkSettings = suppressions.allowing(settings.check)
    var reports = CheckedReports(settings, metadata, progress: progress)
    reports.annotated = annotated
    let (draft, found) = try reports.check(draftFiles, checkSettings)
    var report = found
    metadata?.reportUnused()
    report.suppress(byCommentsIn: draft)
    suppressions.apply(to: &report, of: draft, draftFiles)
    report.addUnreadable(draft.failures)
    report.judge(checkSettings.gate)
    UntilExit.keep(report)
    progress.end()
    try output.write(report, earlier: reports.roots, annotated: annotated)
    if !draft.failures.isEmpty || !reports.failures.isEmpty { throw ExitStatus.failure }
    if report.gate.failed { throw ExitStatus.findings }
  }

  /// Checks what is staged, or was changed since a commit, against `--against` or that commit.
  private func checkChange(_ settings: Settings, _ progress: ProgressLine) throws {
    let metadata = try MetadataFile(settings)
    var check = ChangeCheck(
      scope: change.scope, untouched: .leftOut, settings: settings,
      suppressions: try Suppressions(settings))
    check.metadata = metadata
    var reports = CheckedReports(settings, metadata, progress: progress)
    let outcome = try check.run(
      InputFiles.arguments(drafts, from: input), against: reports.open(check.checkSettings),
      progress: progress.handler)
    progress.end()
    try CheckOutput(settings: settings).write(outcome.report, earlier: reports.roots)
    StandardError.line(HookSummary.headline(outcome.report, outcome.facts))
    if outcome.hasFailures || !reports.failures.isEmpty { throw ExitStatus.failure }
    if outcome.report.gate.failed { throw ExitStatus.findings }
  }

  private var layer: SettingLayer {
    SettingLayer().set(.format, format).set(.report, targets).set(.lang, lang)
      .set(.annotate, annotate).set(.date, date)
  }
}
