package import ShingleEngine

/// What one draft has in common with the corpus.
package struct DraftEvidence: Sendable {
  /// Runs with documents, those that are left out too, in the order of the documents.
  package var runs: [CommonRun]
  /// The places in the drafts of each window that is too frequent there to begin runs; those of one hash
  /// together, rising.
  package var frequentWindows: [[UInt32]]
  /// Which of them documents hold.
  package var frequent: [CommonRuns.FrequentHit]
  /// The source of each document of the corpus; `TokenCorpus.uncounted` for those that are left out.
  package var sources: [UInt32]

  package init(
    runs: [CommonRun], frequentWindows: [[UInt32]], frequent: [CommonRuns.FrequentHit],
    sources: [UInt32]
  ) {
    self.runs = runs
    self.frequentWindows = frequentWindows
    self.frequent = frequent
    self.sources = sources
  }

  /// Whether `document` counts.
  func isCounted(_ document: UInt32) -> Bool { sources[Int(document)] != TokenCorpus.uncounted }
}
