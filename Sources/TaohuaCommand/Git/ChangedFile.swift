/// A file that is about to be committed, or was changed since a commit, with what it was before.
struct ChangedFile: Hashable {
  /// Its content as it is now.
  enum Content: Hashable {
    case blob(GitObject)
    /// The file in the working tree, which git has not read.
    case workingTree
    /// A merge left more than one content.
    case unmerged
  }

  var path: GitPath
  var content: Content
  /// The contents that it is compared with, one for each parent that has the file; a renamed file is
  /// compared with what it was called before.
  var oldBlobs: [GitObject]

  /// All blobs that it takes to read it, as it is and as it was.
  var blobs: [GitObject] {
    if case .blob(let blob) = content { [blob] + oldBlobs } else { oldBlobs }
  }
}
