/// The ignore files from the repository's root down to a folder, innermost first.
///
/// `.taohuaignore` decides before `.gitignore` wherever it stands; within one kind the innermost
/// file that has a matching pattern decides, and in a file the last pattern that matches.
package final class IgnoreRules: Sendable {
  /// The names of the ignore files, the deciding one first.
  static let fileNames = [ownFileName, ".gitignore"]
  /// The ignore file that is ours alone.
  package static let ownFileName = ".taohuaignore"

  private let parent: IgnoreRules?
  /// How many components of an absolute path lead to the folder.
  private let depth: Int
  /// The patterns of each of `fileNames`, in the order of the file.
  private let patterns: [[IgnorePattern]]

  /// The rules of a folder.
  ///
  /// - Parameters:
  ///   - parent: the rules of the folder above; nil at the top.
  ///   - depth: the number of components of the folder's absolute path.
  ///   - contents: what stands in each of `fileNames`; empty where there is no such file.
  package init(parent: IgnoreRules?, depth: Int, contents: [[UInt8]]) {
    self.parent = parent
    self.depth = depth
    patterns = contents.map(IgnoreRules.parse)
  }

  private static func parse(_ content: [UInt8]) -> [IgnorePattern] {
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = content.starts(with: byteOrderMark) ? content.dropFirst(3) : content[...]
    return text.split(separator: UInt8(ascii: "\n")).compactMap { IgnorePattern(line: Array($0)) }
  }

  /// Whether the entry at `path`, the components of its absolute path, is ignored.
  ///
  /// The folders above it are taken to be not ignored: a walk does not enter those that are.
  package func ignores(_ path: [[UInt8]], isFolder: Bool) -> Bool {
    for kind in IgnoreRules.fileNames.indices {
      var rules: IgnoreRules? = self
      while let level = rules {
        let below = path[level.depth...]
        if let decision = level.patterns[kind].last(where: {
          $0.matches(below, isFolder: isFolder)
        }) {
          return !decision.isNegated
        }
        rules = level.parent
      }
    }
    return false
  }
}
