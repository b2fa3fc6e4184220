internal import ArgumentParser
internal import PhraseReport
internal import Taohua
internal import TextIngest

/// `taohua allow`.
struct AllowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allow",
    abstract: "Writes wording that is prescribed or wanted into the allow list.",
    discussion: """
      taohua allow '以人民为中心的发展思想' --reason 'prescribed wording' --exact
      taohua allow --learn leading-documents --reason 'wording of the council'

      Allowed wording is counted apart, edited places of it too. With --exact an edited place is a \
      misquotation.
      """)

  @Argument(help: ArgumentHelp("What is allowed, or the id of a phrase.", valueName: "text|id"))
  var texts: [String] = []

  @Option(help: ArgumentHelp("Why; kept with the entry.", valueName: "text"))
  var reason: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Allow the phrases that these documents share.", valueName: "path"))
  var learn: [String] = []

  @Flag(help: "It must be quoted word for word.")
  var exact = false

  @Option(help: ArgumentHelp("The last day, YYYY-MM-DD.", valueName: "date"))
  var expires: String?

  @Option(
    name: .customLong("path"),
    help: ArgumentHelp(
      "Only in files that this pattern of .gitignore names. May be repeated.",
      valueName: "pattern"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The allow list (default: .taohua/allow.toml).", valueName: "file"))
  var file: String?

  @OptionGroup(title: "General") var common: CommonOptions

  func validate() throws {
    if texts.isEmpty && learn.isEmpty { throw ValidationError("nothing to allow; give a text") }
    if reason.isEmpty { throw ValidationError("--reason needs a text") }
    if let expires, CalendarDate(expires) == nil {
      throw ValidationError("--expires \(expires): must be a date such as 2027-03-31")
    }
  }

  func run() throws {
    let path = file ?? ProjectFile.nearest(AllowFile.name) ?? AllowFile.name
    let known = SmallFile.exists(path) ? try AllowFile(path: path).entries : []
    let new = (texts + (try learned())).map(entry).filter { entry in
      !known.contains { $0.name == entry.name && $0.paths == entry.paths }
    }
    if !new.isEmpty { try append(new, to: path) }
    StandardError.line(
      "\(new.count) \(new.count == 1 ? "entry" : "entries") added to \(path), \(known.count) before"
    )
  }

  private func append(_ entries: [AllowEntry], to path: String) throws(CommandFailure) {
    let before = try content(of: path)
    let gap = before.isEmpty ? "" : "\n"
    let text = gap + entries.map(AllowFile.text).joined(separator: "\n")
    try StagedFile.write(before + Array(text.utf8), to: path)
  }

  /// What the file holds so far, comments too.
  private func content(of path: String) throws(CommandFailure) -> [UInt8] {
    guard SmallFile.exists(path) else { return [] }
    do throws(SystemFailure) {
      return try SmallFile.content(of: path)
    } catch {
      throw .configurationUnreadable(file: path, errno: error.errno)
    }
  }

  private func entry(_ text: String) -> AllowEntry {
    var entry = AllowEntry(phrase: text.isFamilyID ? "" : text, reason: reason)
    if text.isFamilyID { entry.family = text.lowercased() }
    entry.isExact = exact
    entry.expires = expires
    entry.paths = paths
    return entry
  }

  /// The phrases that the documents of `--learn` have in common.
  private func learned() throws -> [String] {
    if learn.isEmpty { return [] }
    let settings = try Settings(.audit, common: common, layers: SettingLayer())
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    let inputs = try InputFiles(learn, settings: settings)
    let corpus = try Corpus.reading(inputs, among: learn, settings: settings, progress: progress)
    var audit = settings.audit
    audit.minimumDocuments = 2
    return Audit.run(corpus, settings: audit).families.map(\.canonical)
  }
}
