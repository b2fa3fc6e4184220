internal import TextIngest

/// Finds what belongs to a project: in the working folder, or in a folder above it up to the repository's
/// root.
///
/// Outside of a repository the working folder alone is looked at: what lies in a folder that many people
/// write, such as /tmp, must not change an answer.
enum UpwardSearch {
  /// The prefixes of paths to try, the nearest first: empty, `../`, `../../`, …
  static func prefixes(from workingFolder: String) -> [String] {
    let folder = LexicalPath.components(of: workingFolder, in: "/")
    let top = IgnoreRules.repositoryRoot(of: folder) ?? folder.count
    return (top...folder.count).reversed().map {
      String(repeating: "../", count: folder.count - $0)
    }
  }
}
