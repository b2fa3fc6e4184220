internal import Glibc
internal import TextIngest

/// The folder beside a page with the files that the page loads.
///
/// The names of the files change with their contents, so those of a new page stand beside those of the old
/// one until the new page is in place: whatever stops the program, a page finds its own.
final class PartFolder {
  /// What the page calls it.
  let name: String
  private let path: String
  /// The files of the new page, and of these the ones that were not there before.
  private var names: Set<String> = []
  private var added: [String] = []

  init(beside page: OutputPath) {
    name = WrittenReports.folder(besidePage: page.fileName)
    path = page.folder + "/" + name
  }

  /// Takes away what a writer left that was killed.
  func removeRemains() { StagedFile.removeRemains(in: path) }

  /// Writes one file.
  func write(_ content: [UInt8], to file: String) throws(CommandFailure) {
    names.insert(file)
    var status = stat()
    let place = path + "/" + file
    if stat(place, &status) == 0, Int(status.st_size) == content.count { return }
    try StagedFile.write(content, to: OutputPath(place))
    added.append(file)
  }

  /// Takes away the files of older pages, and the folder if nothing is left in it.
  func removeOthers() {
    guard let listing = try? FolderListing(path) else { return }
    for entry in listing.entries {
      let file = String(decoding: entry.name, as: UTF8.self)
      if WrittenReports.isPart(file), !names.contains(file) { unlink(path + "/" + file) }
    }
    rmdir(path)
  }

  /// Takes away what was written.
  func discard() {
    for file in added { unlink(path + "/" + file) }
    rmdir(path)
  }
}
