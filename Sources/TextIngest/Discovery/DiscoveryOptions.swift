/// How arguments become files.
package struct DiscoveryOptions: Sendable {
  /// The absolute path that names are relative to.
  package var workingFolder: String
  /// Whether ignore files hold for named paths too.
  package var forcesExclusion = false
  /// Which files of a walk are wanted.
  package var filter = PathFilter()
  /// Whether names are absolute paths.
  package var usesAbsolutePaths = false
  /// What standard input, the argument `-`, is called; nil for `-`.
  package var standardInputName: String?
  /// Files that a walk passes by without a word: what this program writes. Absolute paths.
  package var outputs: [String] = []

  package init(workingFolder: String) { self.workingFolder = workingFolder }
}
