package import ShingleEngine

/// What one draft has in common with the corpus.
package struct DraftEvidence: Sendable {
  /// For each token of the draft, how many sources that count hold the window that begins there.
  package var counts: [UInt32]
  /// The runs of ``runLength(_:isSpaced:)`` tokens or more, by document and place; with those of documents
  /// that are left out.
  package var runs: [CommonRun]
  /// The source of each document of the corpus; `TokenCorpus.uncounted` for those that are left out.
  package var sources: [UInt32]

  package init(counts: [UInt32], runs: [CommonRun], sources: [UInt32]) {
    self.counts = counts
    self.runs = runs
    self.sources = sources
  }

  /// Whether `document` counts.
  package func isCounted(_ document: UInt32) -> Bool {
    sources[Int(document)] != TokenCorpus.uncounted
  }

  /// Tokens of the shortest run that says more than its windows do.
  package static func runLength(_ settings: MiningSettings, isSpaced: Bool) -> Int {
    let lengths = [
      settings.sharedLength.of(isSpaced: isSpaced), settings.copiedLength.of(isSpaced: isSpaced),
      WindowFlag.seedLength(settings, isSpaced: isSpaced),
    ]
    return max(settings.shingleLength.of(isSpaced: isSpaced), lengths.min()!)
  }
}
