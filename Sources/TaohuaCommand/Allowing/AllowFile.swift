internal import PhraseReport
internal import TOMLKit
internal import Taohua
internal import TextIngest

/// The allow list on disk: `.taohua/allow.toml`, one `[[allow]]` for each entry.
struct AllowFile {
  /// Where it is looked for, from the working folder up to the repository's root.
  static let name = ".taohua/allow.toml"
  private static let keys: Set<String> = ["phrase", "id", "reason", "exact", "paths", "expires"]

  let path: String
  let entries: [AllowEntry]

  /// - Throws: `CommandFailure.configurationUnreadable`, `.notTOML`, or `.allowEntry` with the line of the
  ///   entry and what it lacks.
  init(path: String) throws(CommandFailure) {
    self.path = path
    let content: [UInt8]
    do throws(SystemFailure) {
      content = try SmallFile.content(of: path)
    } catch {
      throw .configurationUnreadable(file: path, errno: error.errno)
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .notTOML(file: path, line: 1, column: 1, problem: "the file is not UTF-8")
    }
    entries = try Self.entries(text, path: path)
  }

  /// The entries in `text`, the content of the file at `path`.
  static func entries(
    _ text: String, path: String
  ) throws(CommandFailure) -> [AllowEntry] {
    let table = try ConfigurationFile.parse(text, path: path)
    let locator = TOMLKeyLocator(text)
    if let unknown = table.keys.first(where: { $0 != "allow" }) {
      throw .allowEntry(
        file: path, line: locator.line(of: [unknown]) ?? 1,
        problem: "there is no '\(unknown)' here; each entry begins with [[allow]]")
    }
    guard let list = table["allow"]?.array else {
      if table["allow"] == nil { return [] }
      throw .allowEntry(
        file: path, line: locator.line(of: ["allow"]) ?? 1,
        problem: "an entry begins with [[allow]], in two pairs of brackets")
    }
    // Entries in one inline list have its line.
    let lines = locator.lines(of: ["allow"])
    let folder = ProjectFile.folder(of: path)
    var entries: [AllowEntry] = []
    for index in 0..<list.count {
      let line = lines.count == list.count ? lines[index] : lines.first ?? 1
      var entry = try self.entry(AllowTable(list[index].table, file: path, line: line))
      entry.place = AllowEntry.Place(file: path, line: line, folder: folder)
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ table: AllowTable) throws(CommandFailure) -> AllowEntry {
    try table.check(keys)
    let phrase = try table.string("phrase") ?? ""
    let family = try table.string("id")
    if phrase.isEmpty && family == nil { throw table.failure("has neither 'phrase' nor 'id'") }
    guard let reason = try table.string("reason"), !reason.isEmpty else {
      throw table.failure("has no 'reason'")
    }
    var entry = AllowEntry(phrase: phrase, reason: reason)
    entry.family = family
    entry.isExact = try table.flag("exact") ?? false
    entry.paths = try table.strings("paths") ?? []
    if entry.paths.contains(where: { IgnorePattern(line: Array($0.utf8)) == nil }) {
      throw table.failure("has an empty pattern among its 'paths'")
    }
    entry.expires = try table.date("expires")
    return entry
  }

  /// The entry as it stands in the file.
  static func text(of entry: AllowEntry) -> String {
    var text = AllowEntryText(id: entry.family, phrase: entry.phrase, reason: entry.reason)
    text.isExact = entry.isExact
    text.paths = entry.paths
    text.expires = entry.expires
    return text.text
  }
}

/// A table `[[allow]]` whose values have the types that they must have.
private struct AllowTable {
  private let table: TOMLTable
  private let file: String
  private let line: Int

  init(_ table: TOMLTable?, file: String, line: Int) throws(CommandFailure) {
    self.file = file
    self.line = line
    guard let table else {
      throw .allowEntry(file: file, line: line, problem: "an entry of the list is no table")
    }
    self.table = table
  }

  func failure(_ problem: String) -> CommandFailure {
    .allowEntry(file: file, line: line, problem: "the entry \(problem)")
  }

  func check(_ keys: Set<String>) throws(CommandFailure) {
    if let unknown = table.keys.first(where: { !keys.contains($0) }) {
      throw failure("has an unknown key '\(unknown)'")
    }
  }

  func string(_ key: String) throws(CommandFailure) -> String? {
    guard let value = table[key] else { return nil }
    guard let string = value.string else { throw failure("has a '\(key)' that is no string") }
    return string
  }

  func flag(_ key: String) throws(CommandFailure) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else {
      throw failure("has an '\(key)' that is neither true nor false")
    }
    return flag
  }

  func strings(_ key: String) throws(CommandFailure) -> [String]? {
    guard let value = table[key] else { return nil }
    guard let strings = ConfigurationReader.strings(value) else {
      throw failure("has '\(key)' that are no list of strings")
    }
    return strings
  }

  /// A day, in quotation marks or not.
  func date(_ key: String) throws(CommandFailure) -> String? {
    guard let value = table[key] else { return nil }
    guard let date = ConfigurationReader.date(value).flatMap({ CalendarDate($0) }) else {
      throw failure("expires on no date such as 2027-03-31")
    }
    return date.text
  }
}
