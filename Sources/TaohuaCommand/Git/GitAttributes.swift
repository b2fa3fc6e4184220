/// Asks git for attributes of files, as `.gitattributes` sets them.
enum GitAttributes {
  /// Files that somebody else wrote, or a program.
  private static let names = ["linguist-generated", "linguist-vendored"]

  /// The files of `paths` that are generated or vendored.
  ///
  /// - Throws: `GitFailure`.
  static func notOurs(
    among paths: [GitPath], in repository: GitRepository
  ) throws(GitFailure) -> Set<GitPath> {
    guard !paths.isEmpty else { return [] }
    var input: [UInt8] = []
    for path in paths { input += path.relativeBytes(from: repository.prefix) + [0] }
    let output = try Git.output(["check-attr", "-z", "--stdin"] + names, input: input).bytes
    let fields = output.split(separator: 0, omittingEmptySubsequences: false)
    // For each file and attribute: path, attribute, value.
    guard fields.count / 3 == paths.count * names.count else {
      throw .notUnderstood(command: "check-attr")
    }
    var result: Set<GitPath> = []
    for (index, path) in paths.enumerated() {
      for attribute in names.indices {
        let value = fields[(index * names.count + attribute) * 3 + 2]
        if value.elementsEqual("set".utf8) || value.elementsEqual("true".utf8) {
          result.insert(path)
        }
      }
    }
    return result
  }
}
