internal import ShingleEngine

/// The runs of stock tokens as a small corpus of their own: all that phrases are mined from.
///
/// A run is a block of it; every repeat in enough sources stands inside runs, because its windows
/// count.
struct StockRuns: Sendable {
  /// The runs, as blocks of the documents that hold them.
  let corpus: TokenCorpus
  /// The position of each of its tokens in the whole corpus.
  let origins: Slab<UInt32>

  /// - Parameter ranges: the runs in rising order, of counted documents only.
  init(_ ranges: [Range<Int>], of whole: TokenCorpus) {
    let count = ranges.reduce(0) { $0 + $1.count }
    let tokens = Slab<UInt32>(uninitialized: count)
    let origins = Slab<UInt32>(uninitialized: count)
    var documentStarts = [Int](repeating: 0, count: whole.documentCount + 1)
    var blockStarts: [UInt32] = []
    var filled = 0
    var document = 0
    for range in ranges {
      while whole.documentStarts[document + 1] <= range.lowerBound {
        document += 1
        documentStarts[document] = filled
      }
      blockStarts.append(UInt32(filled))
      for position in range {
        tokens[filled] = whole.tokens[position]
        origins[filled] = UInt32(position)
        filled += 1
      }
    }
    for rest in document + 1..<documentStarts.count { documentStarts[rest] = filled }
    self.origins = origins
    corpus = TokenCorpus(
      tokens: tokens, documentStarts: documentStarts, sources: whole.sources,
      blockStarts: blockStarts, wordHashes: whole.wordHashes)
  }
}
