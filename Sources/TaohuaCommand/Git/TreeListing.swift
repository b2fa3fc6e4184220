/// A file of a commit.
struct GitFile: Hashable {
  var path: GitPath
  var blob: GitObject
}

/// The output of `git ls-tree -r -z --full-tree`: `mode type blob TAB path NUL`.
enum TreeListing {
  /// The files of `tree`, without symbolic links and submodules, in git's order.
  ///
  /// - Throws: `GitFailure`.
  static func files(of tree: GitObject) throws(GitFailure) -> [GitFile] {
    let output = try Git.output(["ls-tree", "-r", "-z", "--full-tree", tree.text]).bytes
    var files: [GitFile] = []
    for entry in output.split(separator: 0) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else {
        throw .notUnderstood(command: "ls-tree")
      }
      let parts = entry[..<tab].split(separator: UInt8(ascii: " "))
      guard parts.count == 3, let blob = GitObject(line: parts[2]) else {
        throw .notUnderstood(command: "ls-tree")
      }
      guard GitMode(octal: parts[0]) == .file else { continue }
      files.append(GitFile(path: GitPath(bytes: Array(entry[(tab + 1)...])), blob: blob))
    }
    return files
  }
}
