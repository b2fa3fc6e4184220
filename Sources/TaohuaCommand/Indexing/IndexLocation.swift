internal import CorpusIndex
internal import Taohua
internal import TextIngest

/// Where an index is, and the folder that the names of its documents are relative to.
struct IndexLocation {
  /// Where an index is by default, in the working folder or, to be found, above it.
  static let defaultFolder = ".taohua/index"

  /// The folder of the index, as the system opens it.
  let folder: String

  /// The index at `path`, else the nearest from the working folder upward, else nil.
  static func existing(_ path: String?) -> IndexLocation? {
    if let path { return IndexLocation(folder: path) }
    for prefix in UpwardSearch.ownPrefixes(from: WorkingFolder.path)
    where IndexFolder(prefix + defaultFolder).exists {
      return IndexLocation(folder: prefix + defaultFolder)
    }
    return nil
  }

  /// Where a new index goes.
  static func new(_ path: String?) -> IndexLocation {
    IndexLocation(folder: path ?? defaultFolder)
  }

  /// `base`, an absolute path, for a new index: kept relative where the index lies in it, so that both may be
  /// moved together.
  func base(ofNew base: String) -> IndexBase {
    let folder = LexicalPath.components(of: folder, in: WorkingFolder.path)
    let parts = LexicalPath.components(of: base, in: "/")
    guard folder.count > parts.count, folder.starts(with: parts, by: LexicalPath.areSame) else {
      return IndexBase(stored: base, folder: base)
    }
    let up = Array(repeating: "..", count: folder.count - parts.count)
    return IndexBase(stored: up.joined(separator: "/"), folder: base)
  }

  /// The base of the index that is there.
  func base(of manifest: Manifest) -> IndexBase {
    let parts = LexicalPath.components(of: folder, in: WorkingFolder.path)
    let base = LexicalPath.components(
      of: manifest.base, in: "/" + parts.joined(separator: "/"))
    return IndexBase(stored: manifest.base, folder: "/" + base.joined(separator: "/"))
  }
}
