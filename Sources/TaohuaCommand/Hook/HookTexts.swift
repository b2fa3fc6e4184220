internal import Glibc
internal import Taohua
internal import TextIngest

/// The texts of PDFs and such that the hook has read, in the repository's git folder: reading one takes as long
/// as all the rest of a check. What is damaged or gone is read anew.
struct HookTexts: ConvertedTexts.Store {
  let folder: String

  /// So many texts are kept, the last ones.
  private static let limit = 256

  init(_ repository: GitRepository) {
    folder = LexicalPath.normalised(repository.ownFolder + "/texts", in: WorkingFolder.path)
  }

  func content(_ name: String) -> [UInt8]? { try? SmallFile.content(of: folder + "/" + name) }

  func keep(_ content: [UInt8], as name: String) {
    // A text that is not kept costs time alone.
    guard (try? StagedFile.write(content, to: folder + "/" + name)) != nil else { return }
    sweep()
  }

  /// Removes the oldest texts beyond the limit.
  private func sweep() {
    let names = ((try? FolderListing(folder).entries) ?? [])
      .map { String(decoding: $0.name, as: UTF8.self) }
    if names.count <= Self.limit { return }
    let dated = names.map { name in
      var status = stat()
      let isThere = stat(folder + "/" + name, &status) == 0
      return (time: isThere ? status.st_mtim.tv_sec : 0, name: name)
    }
    for (_, name) in dated.sorted(by: <).prefix(names.count - Self.limit) {
      unlink(folder + "/" + name)
    }
  }
}
