package import ShingleEngine

/// How much memory an audit may take, and what it does where that is too little.
///
/// What the engine keeps for each token it takes from large slabs, which can be counted; texts and the
/// report lie outside them, and are foreseen in proportion to the text.
package struct MemoryPlan: Sendable {
  /// Bytes of the process's own memory, the pages of files not counted.
  package var limit: Int
  /// Gives what more is needed; nil where nobody asked for that.
  package var lender: (any PageLender)?

  /// Bytes beside the slabs for each byte of text: the text, the phrases and the report.
  private static let besideSlabs = 3.0
  /// The same where copies and places are many, as in 1 GB of reports. Where a file takes what the slabs
  /// may not have, nothing is lost by leaving so much.
  private static let besideSlabsAtMost = 4.2
  /// Bytes of slabs for each token at most, with few windows in flight.
  private static let slabsPerToken = 20

  package init(limit: Int, lender: (any PageLender)? = nil) {
    self.limit = limit
    self.lender = lender
  }

  /// Makes the slabs keep to it.
  ///
  /// - Parameter textBytes: bytes of all texts.
  func apply(textBytes: Int) {
    let share = lender == nil ? Self.besideSlabs : Self.besideSlabsAtMost
    MappedMemory.limit(to: max(0, limit - Int(share * Double(textBytes))), lender: lender)
  }

  /// The memory that an audit of `corpus` takes at least where nothing is lent. An estimate.
  package static func needed(for corpus: Corpus) -> Int {
    let text = corpus.files.reduce(0) { $0 + $1.content.count }
    return Int(besideSlabs * Double(text)) + slabsPerToken * corpus.tokens.count
  }
}
