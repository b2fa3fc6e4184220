/// A file that differs between a tree and what is compared with it.
struct GitChange: Hashable {
  /// The kinds that matter here.
  enum Kind: Hashable {
    case added, modified, deleted, renamed, unmerged
  }

  var kind: Kind
  /// From the top of the working tree.
  var path: GitPath
  /// Where it was before; the same but for a rename.
  var oldPath: GitPath
  var oldMode: GitMode
  var newMode: GitMode
  var oldBlob: GitObject
  /// Null where git has not read the file of the working tree.
  var newBlob: GitObject
}
