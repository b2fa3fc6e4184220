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

  /// - Throws: `CommandFailure.configurationUnreadable`, `.notTOML`, or `.allowEntry` with the number of
  ///   the entry and what it lacks.
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
    let table = try ConfigurationFile.parse(text, path: path)
    var entries: [AllowEntry] = []
    let list = table["allow"]?.array
    for index in 0..<(list?.count ?? 0) {
      guard let entry = list?[index].table else { continue }
      entries.append(try Self.entry(entry, number: index + 1, path: path))
    }
    self.entries = entries
  }

  private static func entry(
    _ table: TOMLTable, number: Int, path: String
  ) throws(CommandFailure) -> AllowEntry {
    if let unknown = table.keys.first(where: { !keys.contains($0) }) {
      throw .allowEntry(file: path, number: number, problem: "has an unknown key '\(unknown)'")
    }
    let phrase = table["phrase"]?.string ?? ""
    let family = table["id"]?.string
    guard !phrase.isEmpty || family != nil else {
      throw .allowEntry(file: path, number: number, problem: "has neither 'phrase' nor 'id'")
    }
    guard let reason = table["reason"]?.string, !reason.isEmpty else {
      throw .allowEntry(file: path, number: number, problem: "has no 'reason'")
    }
    var entry = AllowEntry(phrase: phrase, reason: reason)
    entry.family = family
    entry.isExact = table["exact"]?.bool ?? false
    if let paths = table["paths"]?.array {
      entry.paths = (0..<paths.count).compactMap { paths[$0].string }
    }
    if let expires = table["expires"]?.string ?? table["expires"]?.date?.debugDescription {
      guard CalendarDate(expires) != nil else {
        throw .allowEntry(
          file: path, number: number, problem: "expires on no date such as 2027-03-31")
      }
      entry.expires = expires
    }
    return entry
  }

  /// The entry as it stands in the file.
  static func text(of entry: AllowEntry) -> String {
    var text =
      "[[allow]]\nphrase = \(QuotedText.quoted(entry.phrase))\nreason = \(QuotedText.quoted(entry.reason))\n"
    if entry.isExact { text += "exact = true\n" }
    if !entry.paths.isEmpty {
      text += "paths = [\(entry.paths.map(QuotedText.quoted).joined(separator: ", "))]\n"
    }
    if let expires = entry.expires { text += "expires = \(QuotedText.quoted(expires))\n" }
    return text
  }
}

extension Settings {
  /// The entries that hold: of `--allow`, else of the nearest allow list, and of template files.
  func allowEntries() throws(CommandFailure) -> [AllowEntry] {
    guard flag(.allowList) else { return [] }
    var entries: [AllowEntry] = []
    if let path = text(.allow) {
      entries += try AllowFile(path: path).entries
    } else if let path = AllowSearch.nearest(to: WorkingFolder.path) {
      entries += try AllowFile(path: path).entries
    }
    let today = CalendarDate.today
    for entry in entries {
      if let expires = entry.expires, expires < today {
        StandardError.warn("the allow list's entry '\(entry.phrase)' expired on \(expires)")
      }
    }
    entries.removeAll { entry in entry.expires.map { $0 < today } ?? false }
    for template in list(.template) {
      let content: [UInt8]
      do throws(SystemFailure) {
        content = try SmallFile.content(of: template)
      } catch {
        throw .configurationUnreadable(file: template, errno: error.errno)
      }
      entries.append(
        AllowEntry(
          phrase: String(decoding: content, as: UTF8.self), reason: "form \(template)"))
    }
    return entries
  }
}

/// Finds the allow list of the working folder or of a folder above it in the same repository.
enum AllowSearch {
  static func nearest(to workingFolder: String) -> String? {
    for prefix in UpwardSearch.prefixes(from: workingFolder)
    where SmallFile.exists(prefix + AllowFile.name) {
      return prefix + AllowFile.name
    }
    return nil
  }
}
