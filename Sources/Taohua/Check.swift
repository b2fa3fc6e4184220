package import PhraseReport

/// The settings of a check beside those of the corpus.
public struct CheckSettings: Hashable, Sendable {
  /// What the corpus is counted with.
  public var audit = AuditSettings()
  /// The gate: percent of a draft's tokens that may be stock.
  public var maximumStockPercent: Double?
  /// Whether a corpus file of the draft's own path, or of its content, is left out.
  public var excludesSamePath = true
  public var excludesSameContent = true

  public init() {}
}

/// Checks drafts against a corpus.
public enum Check {
  /// Classifies every token of each draft; only the corpus is counted.
  package static func run(
    drafts: Corpus, against corpus: Corpus, settings: CheckSettings,
    progress: ProgressHandler? = nil
  ) -> CheckReport {
    fatalError("lands with the engine")
  }
}
