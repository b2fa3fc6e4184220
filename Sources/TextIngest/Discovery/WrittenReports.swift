/// The files that an audit leaves in its output folder.
///
/// They quote the whole corpus: read as documents, they would make every passage of it stock the
/// next time. A walk knows them by their names and by what the JSON report starts with.
package enum WrittenReports {
  package static let page = "index.html"
  package static let json = "report.json"
  package static let markdown = "report.md"

  /// The names of an audit's reports in the folder `path`; empty if its files of these names are
  /// not ours.
  static func names(in listing: FolderListing, of path: String) -> Set<[UInt8]> {
    let names = Set([page, json, markdown].map { Array($0.utf8) })
    let present = listing.entries.count { names.contains($0.name) }
    guard present == names.count, startsAsReport(path + "/" + json) else { return [] }
    return names
  }

  /// Whether the JSON file at `path` names our schema first, with or without a line break.
  private static func startsAsReport(_ path: String) -> Bool {
    guard let head = try? FileSystem.content(ofSmallFile: path, limit: 64) else { return false }
    let text = head.filter { $0 > UInt8(ascii: " ") }
    return text.starts(with: "{\"schema\":\"taohua.".utf8)
  }
}
