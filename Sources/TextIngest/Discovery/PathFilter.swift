/// Which files of a walk are wanted: `--include` and `--exclude`, patterns as in `.gitignore` from the
/// folder that names are relative to.
package struct PathFilter: Sendable {
  private let included: [IgnorePattern]
  private let excluded: [IgnorePattern]

  /// - Parameters:
  ///   - include: a file must match one of these, if there are any.
  ///   - exclude: what matches one of these is left out, a folder with all that is in it.
  package init(include: [String] = [], exclude: [String] = []) {
    included = include.compactMap { IgnorePattern(line: Array($0.utf8)) }
    excluded = exclude.compactMap { IgnorePattern(line: Array($0.utf8)) }
  }

  /// Whether the entry with the components `path` is left out, the folders above it being wanted.
  func excludes(_ path: [[UInt8]], isFolder: Bool) -> Bool {
    let decision = excluded.last { $0.matches(path[...], isFolder: isFolder) }
    return decision.map { !$0.isNegated } ?? false
  }

  /// Whether the file with the components `path`, or a folder above it, is among those asked for.
  func includes(_ path: [[UInt8]]) -> Bool {
    if included.isEmpty { return true }
    let decision = included.last { $0.matchesPathOrFolder(path) }
    return decision.map { !$0.isNegated } ?? false
  }
}
