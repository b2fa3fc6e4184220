extension IgnoreRules {
  /// The rules of `folder`, read from its ignore files.
  ///
  /// - Parameter depth: the number of components of its absolute path.
  /// - Throws: the `errno` of an ignore file that is there and cannot be read.
  convenience init(of folder: String, depth: Int, in parent: IgnoreRules?) throws(SystemFailure) {
    var contents: [[UInt8]] = []
    for name in IgnoreRules.fileNames {
      contents.append(try FileSystem.content(ofSmallFile: folder + "/" + name))
    }
    self.init(parent: parent, depth: depth, contents: contents)
  }

  /// The rules that hold in the folder with the components `folder`: those of every folder from
  /// the repository's root (outside of one: from `fallback`, or `folder` itself) down to the one
  /// above it.
  static func above(
    _ folder: [String], fallback: [String]
  ) throws(SystemFailure) -> IgnoreRules {
    let top =
      repositoryRoot(of: folder) ?? (folder.starts(with: fallback) ? fallback.count : folder.count)
    var rules = IgnoreRules(parent: nil, depth: top, contents: fileNames.map { _ in [] })
    for depth in top..<max(top, folder.count) {
      let path = "/" + folder[..<depth].joined(separator: "/")
      rules = try IgnoreRules(of: path, depth: depth, in: rules)
    }
    return rules
  }

  /// How many of the components of `folder` lead to the root of its repository: the nearest folder
  /// with a `.git`. Nil outside of one.
  package static func repositoryRoot(of folder: [String]) -> Int? {
    (0...folder.count).reversed().first { depth in
      FileSystem.exists("/" + folder[..<depth].joined(separator: "/") + "/.git")
    }
  }
}
