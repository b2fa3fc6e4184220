internal import Glibc
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

  /// The same; outside of a repository the folders above too, as long as they have the owner of
  /// the working folder and not everybody may write them.
  static func ownPrefixes(from workingFolder: String) -> [String] {
    let folder = LexicalPath.components(of: workingFolder, in: "/")
    var prefixes = prefixes(from: workingFolder)
    guard IgnoreRules.repositoryRoot(of: folder) == nil, var status = status(of: "./") else {
      return prefixes
    }
    let owner = status.st_uid
    while prefixes.count < folder.count {
      let next = String(repeating: "../", count: prefixes.count)
      guard let above = self.status(of: next), above.st_uid == owner,
        above.st_mode & 0o002 == 0, above.st_ino != status.st_ino
      else { break }
      prefixes.append(next)
      status = above
    }
    return prefixes
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
