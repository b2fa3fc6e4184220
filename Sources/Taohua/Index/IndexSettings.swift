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

  /// As an index keeps them: the arguments that ask for them, preceded by the version of how text becomes
  /// tokens. Another version makes other tokens, so it is a setting.
  package var text: String {
    (["tokens-\(Self.tokenVersion)"] + arguments.map(Self.escaped)).joined(separator: " ")
  }

  /// `argument` without spaces, which part arguments.
  private static func escaped(_ argument: String) -> String {
    argument.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
      .split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  private static func unescaped(_ word: String) -> String {
    word.split(separator: "%20", omittingEmptySubsequences: false).joined(separator: " ")
      .split(separator: "%25", omittingEmptySubsequences: false).joined(separator: "%")
  }

  /// Rises whenever the same text may become other tokens than before.
  private static let tokenVersion = 2

  /// The settings that `text` names; nil if they are of another version.
  package init?(text: String) {
    self.init(AuditSettings())
    var words = text.split(separator: " ").map { Self.unescaped(String($0)) }
    guard !words.isEmpty, words.removeFirst() == "tokens-\(Self.tokenVersion)" else { return nil }
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
