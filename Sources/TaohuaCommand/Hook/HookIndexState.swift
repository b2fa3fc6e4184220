internal import Glibc

/// Of which commit the hook's index was made.
///
/// Written after the index: killed in between, the index has newer documents than the commit that is
/// noted, and these are read from git once more.
struct HookIndexState {
  private let path: String

  init(folder: String) { path = folder + "/commit" }

  /// Nil where there is no index.
  var commit: GitObject? {
    (try? SmallFile.content(of: path)).flatMap { GitObject(line: $0) }
  }

  func remove() { unlink(path) }

  func write(_ commit: GitObject) throws(CommandFailure) {
    try StagedFile.write(Array((commit.text + "\n").utf8), to: path)
  }
}
