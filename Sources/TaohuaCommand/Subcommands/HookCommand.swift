internal import ArgumentParser
internal import CMachine
internal import PhraseReport
internal import Taohua

/// `taohua hook`.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Checks what is about to be committed, and shows what is new.",
    discussion: """
      taohua hook install          git runs the hook before each commit
      taohua hook [FILE...]        what git runs; taohua hook run --help lists its options
      """,
    subcommands: [
      HookRunCommand.self, HookInstallCommand.self, HookUninstallCommand.self,
      HookIndexCommand.self,
    ],
    defaultSubcommand: HookRunCommand.self)
}

/// `taohua hook run`, or without the last word.
struct HookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Checks what is about to be committed, and shows what is new.",
    discussion: """
      What stops a commit: copied passages, what was left over from another report, misquoted \
      prescribed wording, and with --max-stock too much stock. All else is a note. Documents are \
      compared with those of the index, or of the last commit. Files that are named narrow what is checked; one with \
      nothing staged is judged whole.
      """)

  @Argument(help: ArgumentHelp("Files (default: all that is staged).", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check what was changed since this commit and the current one parted.", valueName: "commit"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The index of earlier reports (default: .taohua/index, here or above, else the last commit).",
      valueName: "folder"))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "Seconds that the index of the last commit may take (default: 5); 0 is no limit.",
      valueName: "seconds"))
  var indexBudget: Int?

  @Option(help: ArgumentHelp("Print full, concise or json.", valueName: "format"))
  var format: String?

  @Option(help: ArgumentHelp("Show so many findings (default: 10); 0 shows all.", valueName: "n"))
  var maxFindings: Int?

  @Flag(inversion: .prefixedNo, help: "Obey .taohuaignore for files that are named, too.")
  var forceExclude: Bool?

  @Flag(inversion: .prefixedNo, help: "Split compilations into their reports (default: split).")
  var split: Bool?

  @OptionGroup(title: "What is known") var baseline: BaselineOptions
  @OptionGroup(title: "What fails") var gate: GateOptions
  @OptionGroup(title: "What counts") var counting: CountingOptions
  @OptionGroup(title: "What is allowed") var allowing: AllowOptions

  @Option(help: ArgumentHelp("The language of the summary: en or zh.", valueName: "language"))
  var lang: String?

  @OptionGroup(title: "General") var common: CommonOptions

  func run() throws {
    cmachine_keep_memory()
    let settings = try Settings(
      .hook, common: common, layers: baseline.layer, counting.layer, gate.layer, allowing.layer,
      layer)
    let check = ChangeCheck(
      scope: ChangeSet.Scope(isStaged: false, since: since), untouched: .judgedWhole,
      settings: settings, suppressions: try Suppressions(settings))
    var reports = CheckedReports(settings, nil, progress: ProgressLine(isQuiet: true))
    let outcome = try check.run(files, against: reports.open(check.checkSettings))
    try HookOutput(settings: settings).write(outcome)
    if outcome.hasFailures { throw ExitStatus.failure }
    if outcome.report.gate.failed { throw ExitStatus.findings }
  }

  private var layer: SettingLayer {
    SettingLayer().set(.index, index).set(.format, format).set(.maxFindings, maxFindings).set(
      .indexBudget, indexBudget
    )
    .set(.forceExclude, forceExclude).set(.split, split).set(.lang, lang)
  }
}
