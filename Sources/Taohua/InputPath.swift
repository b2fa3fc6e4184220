/// A file to read: where it is, and what it is called in every output.
public struct InputPath: Hashable, Sendable {
  /// What the system opens.
  public var path: String
  /// The normalised name (DESIGN: a document's `id`); unique in a corpus.
  public var name: String
  /// Whether the user named the file, rather than a folder above it.
  public var isNamed: Bool
  /// The file's bytes, where they are no file of the system: a blob of a repository.
  public var content: [UInt8]?

  public init(path: String, name: String, isNamed: Bool) {
    self.path = path
    self.name = name
    self.isNamed = isNamed
  }
}
