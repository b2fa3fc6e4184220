/// The files that an audit leaves in its output folder.
///
/// They quote the whole corpus: read as documents, they would make every passage of it stock the
/// next time. A walk knows them by their names and by what the JSON report starts with.
package enum WrittenReports {
  package static let page = "index.html"
  package static let json = "report.json"
  package static let markdown = "report.md"

  /// The name of the folder beside the page `name` that holds what it loads.
  package static func folder(besidePage name: String) -> String {
    (name.hasSuffix(".html") ? String(name.dropLast(5)) : name) + "-data"
  }

  /// Whether a file in such a folder is one that a page loads, by its name: a number, a dash and
  /// sixteen digits.
  package static func isPart(_ name: String) -> Bool {
    let dash = UInt8(ascii: "-")
    let parts = name.utf8.split(separator: dash, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, name.hasSuffix(".js"), parts[1].count == 19 else { return false }
    return parts[0].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The names of an audit's reports in the folder `path`, and of the folders beside its pages.
  static func names(in listing: FolderListing, of path: String) -> Set<[UInt8]> {
    let names = Set([page, json, markdown].map { Array($0.utf8) })
    let present = listing.entries.count { names.contains($0.name) }
    let isOutput = present == names.count && startsAsReport(path + "/" + json)
    let pages = pages(in: listing, of: path)
    let folders = pages.map { Array(folder(besidePage: String(decoding: $0, as: UTF8.self)).utf8) }
    return (isOutput ? names : []).union(pages).union(folders)
  }

  /// The HTML files that say in their heads that this program wrote them, whatever they are called.
  private static func pages(in listing: FolderListing, of path: String) -> [[UInt8]] {
    listing.entries.lazy.filter { $0.kind == .file }.map(\.name).filter { name in
      guard name.suffix(5).elementsEqual(".html".utf8) else { return false }
      let file = path + "/" + String(decoding: name, as: UTF8.self)
      let head = try? FileSystem.content(ofSmallFile: file, limit: 2_048)
      return String(decoding: head ?? [], as: UTF8.self).contains(generator)
    }
  }

  private static let generator = "<meta name=\"generator\" content=\"taohua "

  /// Whether the JSON file at `path` names our schema first, with or without a line break.
  private static func startsAsReport(_ path: String) -> Bool {
    guard let head = try? FileSystem.content(ofSmallFile: path, limit: 64) else { return false }
    let text = head.filter { $0 > UInt8(ascii: " ") }
    return text.starts(with: "{\"schema\":\"taohua.".utf8)
  }
}
