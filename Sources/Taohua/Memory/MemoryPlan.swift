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
  /// Bytes of slabs for each token at most, with few windows in flight.
  private static let slabsPerToken = 18

  package init(limit: Int, lender: (any PageLender)? = nil) {
    self.limit = limit
    self.lender = lender
  }

  /// Makes the slabs keep to it.
  ///
  /// - Parameter textBytes: bytes of all texts.
  func apply(textBytes: Int) {
    MappedMemory.limit(to: max(0, limit - Self.besideSlabs(textBytes)), lender: lender)
  }

  /// The memory that an audit of `corpus` takes at least where nothing is lent. An estimate.
  package static func needed(for corpus: Corpus) -> Int {
    let text = corpus.files.reduce(0) { $0 + $1.content.count }
    return besideSlabs(text) + slabsPerToken * corpus.tokens.count
  }

  private static func besideSlabs(_ textBytes: Int) -> Int {
    Int(besideSlabs * Double(textBytes))
  }
}
