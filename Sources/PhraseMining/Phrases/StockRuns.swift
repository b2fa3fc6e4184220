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

  /// - Parameters:
  ///   - ranges: the runs in rising order, of counted documents only.
  ///   - whole: the corpus that they are runs of.
  ///   - workers: the threads to use.
  init(_ ranges: [Range<Int>], of whole: TokenCorpus, workers: Workers) {
    let count = ranges.reduce(0) { $0 + $1.count }
    let tokens = Slab<UInt32>(uninitialized: count)
    let origins = Slab<UInt32>(uninitialized: count)
    var documentStarts = [Int](repeating: 0, count: whole.documentCount + 1)
    var blockStarts: [UInt32] = []
    blockStarts.reserveCapacity(ranges.count)
    var filled = 0
    var document = 0
    for range in ranges {
      while whole.documentStarts[document + 1] <= range.lowerBound {
        document += 1
        documentStarts[document] = filled
      }
      blockStarts.append(UInt32(filled))
      filled += range.count
    }
    let starts = blockStarts
    let chunk = 4_096
    workers.forEach((ranges.count + chunk - 1) / chunk) { task in
      for index in task * chunk..<min((task + 1) * chunk, ranges.count) {
        var next = Int(starts[index])
        for position in ranges[index] {
          tokens[next] = whole.tokens[position]
          origins[next] = UInt32(position)
          next += 1
        }
      }
    }
    for rest in document + 1..<documentStarts.count { documentStarts[rest] = filled }
    self.origins = origins
    corpus = TokenCorpus(
      tokens: tokens, documentStarts: documentStarts, sources: whole.sources,
      blockStarts: blockStarts, wordHashes: whole.wordHashes)
  }
}
