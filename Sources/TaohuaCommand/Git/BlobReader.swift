/// Reads the contents of blobs with one `git cat-file --batch`, by their names: a path never has to be
/// quoted.
struct BlobReader {
  /// Why a blob has no content here.
  enum Failure: Error, Hashable {
    /// The repository does not have it: a partial clone, or a damaged one.
    case missing
    /// It has more bytes than are read.
    case tooLarge(bytes: Int)
  }

  /// The most bytes of a blob; a larger one is passed over as it comes, and takes no memory.
  static let defaultLimit = 256 << 20

  /// The contents of `blobs`, each read once.
  ///
  /// - Throws: `GitFailure`.
  static func contents(
    of blobs: some Sequence<GitObject>, limit: Int = defaultLimit
  ) throws(GitFailure) -> [GitObject: Result<[UInt8], Failure>] {
    let wanted = Set(blobs).sorted { $0.text < $1.text }
    guard !wanted.isEmpty else { return [:] }
    var parser = BatchParser(limit: limit)
    let names = wanted.map { $0.text + "\n" }.joined()
    try Git.stream(["cat-file", "--batch"], input: Array(names.utf8)) { parser.consume($0) }
    guard parser.results.count == wanted.count, parser.isAtStart else {
      throw .notUnderstood(command: "cat-file")
    }
    return Dictionary(zip(wanted, parser.results)) { first, _ in first }
  }
}
