internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The settings: each is an option `--name` and a key `name` of the configuration file.
enum SettingName: String, CaseIterable {
  case minLength = "min-length"
  case minDocuments = "min-documents"
  case variants
  case allow
  case allowList = "allow-list"
  case template
  case metadata
  case countBy = "count-by"
  case split
  case splitAt = "split-at"
  case encoding
  case maxFileSize = "max-file-size"
  case foldScript = "fold-script"
  case slots
  case group
  case fullCurve = "full-curve"
  case frame
  case date
  case anonymise
  case text
  case lang
  case jobs
  case memory
  case scratch
  case color
  case quiet
  case absolutePaths = "absolute-paths"
  case forceExclude = "force-exclude"
  case include
  case exclude
  case format
  case output
  case report
  case annotate
  case failOn = "fail-on"
  case against
  case index
  case `in`
  case limit
  case maxStock = "max-stock"
  case maxBorrowed = "max-borrowed"
  case excludeSelf = "exclude-self"
  case asOf = "as-of"
  case minSeverity = "min-severity"
  case maxFindings = "max-findings"
  case indexBudget = "index-budget"
  case baseline

  /// The commands that have the option.
  var commands: [CommandName] {
    switch self {
    case .lang: [.audit, .check, .hook]
    case .minLength: CommandName.counting
    case .minDocuments, .group, .variants: CommandName.counting.filter { $0 != .compare }
    case .split, .splitAt: CommandName.reading.filter { $0 != .compare }
    case .encoding, .maxFileSize, .foldScript, .slots: CommandName.reading
    case .metadata: [.audit, .check, .baseline, .phrases, .explain]
    case .memory, .scratch: [.audit]
    case .fullCurve, .frame, .output, .countBy, .anonymise, .text: [.audit]
    case .date: [.audit, .check]
    case .annotate: [.check]
    case .report: [.audit, .check]
    case .failOn: [.audit, .check, .hook]
    case .allow, .allowList, .template: [.audit, .check, .hook, .baseline]
    case .baseline: [.check, .hook, .baseline]
    case .format: [.audit, .check, .hook, .compare, .tokens, .phrases, .evaluate, .index]
    case .against, .asOf, .excludeSelf: [.check, .baseline]
    case .index: [.check, .hook, .index, .baseline]
    case .maxStock: [.check, .hook, .baseline]
    case .maxBorrowed, .minSeverity: [.check, .hook]
    case .maxFindings: [.hook]
    case .indexBudget: [.check, .hook]
    case .in, .limit: [.phrases]
    case .absolutePaths: CommandName.reading.filter { $0 != .hook }
    case .forceExclude: CommandName.reading
    case .include, .exclude: CommandName.reading.filter { $0 != .hook && $0 != .compare }
    case .jobs, .color, .quiet: CommandName.allCases
    }
  }

  /// What values `command` takes.
  func kind(for command: CommandName) -> SettingKind {
    switch self {
    case .minLength: .integer(1...10_000)
    case .minDocuments: .integer(2...1_000_000_000)
    case .frame: .integer(1...1_000_000)
    case .jobs: .integer(1...1_024)
    case .split, .group, .variants, .allowList, .fullCurve, .quiet, .absolutePaths, .forceExclude,
      .foldScript, .anonymise, .text:
      .flag
    case .countBy: .key
    case .memory, .maxFileSize: .size
    case .splitAt: .pattern
    case .date, .asOf: .date
    case .encoding: .encoding
    case .slots: .choices(SlotClasses.choices)
    case .lang: .choice(["en", "zh"])
    case .color: .choice(ColorChoice.allCases.map(\.rawValue))
    case .format: .choice(command.formats)
    case .output: .path
    case .against, .template, .in, .include, .exclude: .paths
    case .allow, .index, .metadata, .annotate, .scratch: .path
    case .baseline: .optionalPath
    case .limit: .integer(0...1_000_000_000)
    case .report: .reports(command.fileFormats)
    case .failOn:
      command == .check || command == .hook
        ? .choice(GateScope.allCases.map(\.rawValue))
        : .choices(FailureCondition.allCases.map(\.rawValue))
    case .maxStock: .percent
    case .maxBorrowed, .maxFindings: .integer(0...1_000_000_000)
    case .indexBudget: .integer(0...86_400)
    case .excludeSelf: .choices(SelfExclusion.allCases.map(\.rawValue))
    case .minSeverity: .choice(["note", "warning", "error"])
    }
  }

  /// What holds where nobody says anything; nil where the command derives it.
  func defaultValue(for command: CommandName) -> SettingValue? {
    switch self {
    case .split, .group, .variants, .allowList, .text: .flag(true)
    case .fullCurve, .quiet, .absolutePaths, .forceExclude, .foldScript, .anonymise: .flag(false)
    case .color: .text(ColorChoice.auto.rawValue)
    case .format: command.formats.first.map { .text($0) }
    case .output: .text("reports")
    case .excludeSelf: .list(["path", "content"])
    case .slots: .list(["all"])
    case .minSeverity: .text("note")
    case .failOn: command.defaultGateScope.map { .text($0.rawValue) }
    case .maxFindings: .integer(10)
    case .indexBudget: .integer(5)
    case .maxFileSize: .text("1G")
    case .minLength, .minDocuments, .frame, .date, .asOf, .lang, .jobs, .memory, .scratch, .report,
      .annotate,
      .against,
      .maxStock,
      .maxBorrowed, .countBy, .allow, .baseline, .index, .template, .in, .limit, .splitAt,
      .encoding, .metadata, .include, .exclude:
      nil
    }
  }

  /// What `config show` says of a setting that has no value.
  var derivation: String {
    switch self {
    case .minLength: "6 unspaced (8 when 2 documents are enough), 5 words spaced"
    case .minDocuments: "1 % of the sources, at least 3; 2 below 6 documents"
    case .jobs: "one for each processor"
    case .memory: "half of what the machine has"
    case .scratch: "no temporary file"
    case .frame: "years are not compared"
    case .date: "none printed"
    case .asOf: "all earlier reports"
    case .allow: ".taohua/allow.toml, if there is one"
    case .baseline: ".taohua/baseline, if there is one"
    case .index: ".taohua/index, here or in a folder above"
    case .splitAt: "contents, repeated titles, titles after page breaks"
    case .encoding: "each file's own, as its bytes tell"
    case .countBy: "documents, near-duplicates as one"
    case .lang: "en; the page follows the browser"
    case .in: "this folder"
    case .include: "all documents"
    case .limit: "50 in full, all in other formats"
    default: "none"
    }
  }
}

/// The commands that have settings.
enum CommandName: String, CaseIterable {
  case audit, check, hook, baseline, index, compare, tokens, explain, phrases, evaluate, sample

  /// Those that count phrases.
  static let counting: [CommandName] = [
    .audit, .check, .hook, .baseline, .index, .compare, .tokens, .explain, .phrases,
  ]

  /// Those that read documents.
  static let reading = counting + [.sample]

  /// Which findings fail a check where nobody says anything; nil for commands that check nothing.
  var defaultGateScope: GateScope? {
    switch self {
    case .check: .new
    case .hook: .new
    default: nil
    }
  }

  /// The values of `--format`, the default first.
  var formats: [String] {
    switch self {
    case .audit: AuditFormat.allCases.map(\.rawValue)
    case .check, .hook: CheckFormat.allCases.map(\.rawValue)
    case .index: IndexFormat.allCases.map(\.rawValue)
    case .compare: CompareFormat.allCases.map(\.rawValue)
    case .tokens: TokensFormat.allCases.map(\.rawValue)
    case .phrases: PhrasesFormat.allCases.map(\.rawValue)
    case .evaluate: EvaluateFormat.allCases.map(\.rawValue)
    case .baseline, .explain, .sample: []
    }
  }
}

extension CommandName {
  /// The formats that `--report` writes to files: all but the summary for the terminal of an audit.
  var fileFormats: [String] {
    formats.filter { self == .check || $0 != AuditFormat.full.rawValue }
      + (self == .audit ? FolderFormat.allCases.map(\.rawValue) : [])
  }
}

/// What `--report` writes into a folder, several files each.
enum FolderFormat: String, CaseIterable { case tables, charts }

enum AuditFormat: String, CaseIterable { case full, json, markdown, html }

enum CheckFormat: String, CaseIterable {
  case full, concise, json, jsonl, sarif, github, markdown, csv, html

  /// Whether it prints where in the earlier reports phrases stand.
  var needsPlaceTexts: Bool {
    switch self {
    case .json, .jsonl, .sarif, .html: true
    case .full, .concise, .github, .markdown, .csv: false
    }
  }
}

enum CompareFormat: String, CaseIterable { case full, json }

enum TokensFormat: String, CaseIterable { case text, json, extracted }

enum PhrasesFormat: String, CaseIterable { case full, json, csv, allow, vale }

enum EvaluateFormat: String, CaseIterable { case full, json }

/// What makes `audit` exit with 1.
enum FailureCondition: String, CaseIterable { case stock, copied, duplicates }

/// Which corpus files `check` leaves out as the draft itself.
enum SelfExclusion: String, CaseIterable { case path, content, none }
