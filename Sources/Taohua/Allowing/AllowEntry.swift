internal import TextIngest

/// Wording that is allowed, as the user wrote it down.
public struct AllowEntry: Hashable, Sendable {
  public var phrase: String
  /// The id of a family that is allowed whole, where no phrase is given.
  public var family: String?
  /// Why it is allowed.
  public var reason: String
  /// Whether it must be quoted word for word.
  public var isExact = false
  /// Documents that it is allowed in, as patterns of `.gitignore` name files; empty for all.
  public var paths: [String] = []
  /// The last day on which it holds, `YYYY-MM-DD`.
  public var expires: String?
  /// Where it is written down; nil where it is not from an allow list.
  public var place: Place?

  /// Where an entry stands.
  public struct Place: Hashable, Sendable {
    /// The allow list, as the user sees it.
    public var file: String
    /// From 1.
    public var line: Int
    /// The folder that `paths` are relative to, an absolute path.
    public var folder: String

    public init(file: String, line: Int, folder: String) {
      self.file = file
      self.line = line
      self.folder = folder
    }
  }

  public init(phrase: String, reason: String) {
    self.phrase = phrase
    self.reason = reason
  }

  /// What it allows, for messages.
  package var name: String { phrase.isEmpty ? family ?? "" : phrase }

  /// For each of `paths`, the components of files' paths from the folder of the allow list, whether it is
  /// allowed there: what the last pattern that matches says.
  func isAllowed(in paths: [[[UInt8]]]) -> [Bool] {
    let patterns = self.paths.compactMap { IgnorePattern(line: Array($0.utf8)) }
    return paths.map { path in
      patterns.last { $0.matchesPathOrFolder(path) }.map { !$0.isNegated } ?? false
    }
  }

  /// Folders or files, as absolute paths, that hold all that it is allowed in; nil where it is from no
  /// allow list.
  package var scope: [String]? {
    guard let place else { return nil }
    let patterns = paths.compactMap { IgnorePattern(line: Array($0.utf8)) }.filter { !$0.isNegated }
    if patterns.isEmpty { return [place.folder] }
    return patterns.map { pattern in
      ([place.folder] + pattern.literalPrefix.map { String(decoding: $0, as: UTF8.self) })
        .joined(separator: "/")
    }
  }
}
