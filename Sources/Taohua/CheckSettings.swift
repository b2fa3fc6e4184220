package import PhraseReport

/// The settings of a check beside those of the corpus.
public struct CheckSettings: Hashable, Sendable {
  /// What the corpus is counted with.
  public var audit = AuditSettings()
  /// What makes the check fail.
  package var gate = GateSettings()
  /// Only reports from before this day, `YYYY-MM-DD`, count; nil for all.
  public var asOf: String?
  /// Whether a corpus file of the draft's own path, or of its content, is left out, and with it the
  /// documents that are nearly the same.
  public var excludesSamePath = true
  public var excludesSameContent = true
  /// Names of corpus files that count for no draft: what a change of a repository takes away.
  package var leftOut: Set<String> = []

  /// Whether the report needs the places of phrases and their texts, which only some formats print; without,
  /// some of the places may be missing.
  public var needsPlaceTexts = true
  /// Whether the report says where shared text stands too: the draft page shows it.
  public var needsSpanSources = false

  /// The folder that the names of an index are relative to, an absolute path; nil where they are relative
  /// to that of the drafts.
  public var base: String?

  public init() {}
}
