/// A file of the corpus as an index keeps it.
package struct StoredFile: Sendable {
  /// Its name in the corpus.
  package var path: String
  /// Of its bytes.
  package var hash: ContentHash
  /// Tokens of each of its documents.
  package var tokenCounts: [Int]

  package init(path: String, hash: ContentHash, tokenCounts: [Int]) {
    self.path = path
    self.hash = hash
    self.tokenCounts = tokenCounts
  }
}

/// What tells without reading that a file has not changed: as git's index does.
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  package var inode: Int

  package init(size: Int, modified: Int, inode: Int) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}
