/// A file that an argument leads to.
package struct DiscoveredFile: Hashable, Sendable {
  /// What the system opens.
  package var path: String
  /// What every output calls it: unique among the discovered files.
  package var name: String
  /// Whether the user named the file, rather than a folder above it.
  package var isNamed: Bool

  package init(path: String, name: String, isNamed: Bool) {
    self.path = path
    self.name = name
    self.isNamed = isNamed
  }
}

/// A file or folder that is no input, and why.
package struct UndiscoveredPath: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The system refused: `errno` of the failed call.
    case unreadable(errno: Int32)
    /// A file found by walking whose name is that of no document format.
    case noDocument
    /// A symbolic link to a folder, found by walking.
    case linkedFolder
    /// A socket, a device or a pipe, found by walking.
    case notAFile
    /// The bytes of the name are not UTF-8.
    case nameIsNotUTF8
    /// A file or folder found by walking whose name begins with a full stop.
    case hidden
    /// A file or folder found by walking that an ignore file names.
    case ignored
    /// A file or folder found by walking that `--exclude` names.
    case excluded
    /// A file found by walking that `--include` does not name.
    case notIncluded
  }

  package var name: String
  package var reason: Reason
  /// Whether the run failed to do what was asked.
  package var isFailure: Bool

  package init(name: String, reason: Reason, isFailure: Bool) {
    self.name = name
    self.reason = reason
    self.isFailure = isFailure
  }
}
