internal import PhraseMining

/// What the corpus of an index is counted with: what changes the families of a corpus.
package struct IndexSettings: Hashable, Sendable {
  package var minimumLength: Int?
  package var minimumDocuments: Int?
  package var groupsNearDuplicates = true
  package var findsVariants = true
  package var reading = ReadingSettings()

  package init(_ audit: AuditSettings) {
    minimumLength = audit.minimumLength
    minimumDocuments = audit.minimumDocuments
    groupsNearDuplicates = audit.groupsNearDuplicates
    findsVariants = audit.findsVariants
    reading = audit.reading
  }

  /// As an index keeps them: the arguments that ask for them, preceded by the versions of what makes an index.
  package var text: String { (Self.versions + arguments.map(Self.escaped)).joined(separator: " ") }

  /// What another version of the program may do in another way, so that its index is of no use: how text
  /// becomes tokens, k, how windows and families are named, and which phrases there are.
  static let versions = [
    "tokens-\(tokenVersion)", lengths, "hash-\(hashVersion)", "phrases-\(phraseVersion)",
  ]

  /// Rises whenever the same text may become other tokens than before.
  private static let tokenVersion = 3
  /// Rises whenever the same tokens may have another hash, or a family another id.
  private static let hashVersion = 1
  /// Rises whenever the same tokens may have other families, variants or places: a test tells.
  private static let phraseVersion = 3

  private static var lengths: String {
    let (usual, pair) = (AuditSettings.usualLength, AuditSettings.pairLength)
    return "k-\(usual.unspaced)-\(usual.spaced)-\(pair.unspaced)-\(pair.spaced)"
  }

  /// `argument` without spaces, which part arguments: byte by byte, for a space and an accent after it are one
  /// character.
  private static func escaped(_ argument: String) -> String {
    String(
      decoding: argument.utf8.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "%"): Array("%25".utf8)
        case UInt8(ascii: " "): Array("%20".utf8)
        default: [byte]
        }
      }, as: UTF8.self)
  }

  private static func unescaped(_ word: Substring.UTF8View) -> String {
    var parts = word.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
    var bytes = Array(parts.removeFirst())
    for part in parts {
      let isSpace = part.starts(with: "20".utf8)
      if isSpace || part.starts(with: "25".utf8) {
        bytes.append(UInt8(ascii: isSpace ? " " : "%"))
        bytes += part.dropFirst(2)
      } else {
        bytes += [UInt8(ascii: "%")] + part
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The settings that `text` names; nil if they are of another version.
  package init?(text: String) {
    self.init(AuditSettings())
    var words = text.utf8.split(separator: UInt8(ascii: " "))
      .map(Self.unescaped)
    guard words.starts(with: Self.versions) else { return nil }
    words.removeFirst(Self.versions.count)
    while !words.isEmpty {
      let word = words.removeFirst()
      switch word {
      case "--min-length" where !words.isEmpty: minimumLength = Int(words.removeFirst())
      case "--min-documents" where !words.isEmpty: minimumDocuments = Int(words.removeFirst())
      case "--no-group": groupsNearDuplicates = false
      case "--no-variants": findsVariants = false
      default: guard reading.read(word, &words) else { return nil }
      }
    }
  }

  /// The arguments that ask for them: only what differs from the defaults.
  package var arguments: [String] {
    var arguments: [String] = []
    if let minimumLength { arguments += ["--min-length", "\(minimumLength)"] }
    if let minimumDocuments { arguments += ["--min-documents", "\(minimumDocuments)"] }
    if !groupsNearDuplicates { arguments.append("--no-group") }
    if !findsVariants { arguments.append("--no-variants") }
    return arguments + reading.arguments
  }

  /// `audit` with these settings.
  package func applied(to audit: AuditSettings) -> AuditSettings {
    var audit = audit
    audit.minimumLength = minimumLength
    audit.minimumDocuments = minimumDocuments
    audit.groupsNearDuplicates = groupsNearDuplicates
    audit.findsVariants = findsVariants
    audit.reading = reading
    return audit
  }
}
