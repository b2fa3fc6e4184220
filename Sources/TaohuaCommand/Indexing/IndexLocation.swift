internal import CorpusIndex
internal import TextIngest

/// Where an index is, and the folder that the names of its documents are relative to.
struct IndexLocation {
  /// Where an index is by default, in the working folder or, to be found, above it.
  static let defaultFolder = ".taohua/index"

  /// The folder of the index, as the system opens it.
  let folder: String

  /// The index at `path`, else the nearest from the working folder up to the repository's root, else nil.
  static func existing(_ path: String?) -> IndexLocation? {
    if let path { return IndexLocation(folder: path) }
    for prefix in UpwardSearch.prefixes(from: WorkingFolder.path)
    where IndexFolder(prefix + defaultFolder).exists {
      return IndexLocation(folder: prefix + defaultFolder)
    }
    return nil
  }

  /// Where a new index goes.
  static func new(_ path: String?) -> IndexLocation {
    IndexLocation(folder: path ?? defaultFolder)
  }

  /// What the manifest keeps of `base`, an absolute path: relative where the index lies in it, so that both
  /// may be moved together.
  func stored(base: String) -> String {
    let folder = LexicalPath.components(of: folder, in: WorkingFolder.path)
    let base = LexicalPath.components(of: base, in: "/")
    guard folder.count > base.count, folder.starts(with: base, by: LexicalPath.areSame) else {
      return "/" + base.joined(separator: "/")
    }
    return Array(repeating: "..", count: folder.count - base.count).joined(separator: "/")
  }

  /// The absolute path of the base that a manifest keeps as `stored`.
  func base(_ stored: String) -> String {
    let parts = LexicalPath.components(of: folder, in: WorkingFolder.path)
    return "/"
      + LexicalPath.components(of: stored, in: "/" + parts.joined(separator: "/"))
      .joined(separator: "/")
  }
}
