package import PhraseReport

/// The settings of an audit. Nil means the default, which the report states.
public struct AuditSettings: Hashable, Sendable {
  /// k, for spaced and unspaced text alike.
  public var minimumLength: Int?
  /// d.
  public var minimumDocuments: Int?
  public var groupsNearDuplicates = true
  public var splitsCompilations = true
  public var fullCurve = false
  /// `YYYY-MM-DD`, printed in the report.
  public var date: String?
  /// Threads; does not change the answer.
  public var jobs = 1

  public init() {}
}

/// Finds the stock phrases of a corpus.
public enum Audit {
  /// Audits `corpus`. The result depends on the documents and the settings alone.
  package static func run(
    _ corpus: Corpus, settings: AuditSettings, progress: ProgressHandler? = nil
  ) -> AuditReport {
    fatalError("lands with the engine")
  }
}
