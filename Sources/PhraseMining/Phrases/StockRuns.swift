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

/// Where the tokens of ``StockRuns`` stand in the whole corpus, by the runs alone: for who asks for few of them.
struct StockPlaces: Sendable {
  private let ranges: [Range<Int>]
  /// The number of the first token of each run, and at last of all tokens.
  private let starts: [UInt32]

  /// - Parameter ranges: the runs in rising order.
  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    starts = ranges.reduce(into: [0]) { $0.append($0.last! + UInt32($1.count)) }
  }

  /// Tokens of all runs.
  var count: Int { Int(starts.last!) }

  /// The position in the whole corpus of the token of this number. O(log r) for r runs.
  func origin(of token: Int) -> Int {
    let run = starts.lowerBound(of: token + 1) - 1
    return ranges[run].lowerBound + token - Int(starts[run])
  }

  /// The tokens that lie in `parts` of the whole corpus, which rise, by their numbers. O(r + p).
  func covered(by parts: [Range<Int>]) -> Bitset {
    var covered = Bitset(count: count)
    var part = 0
    for (run, range) in ranges.enumerated() {
      while part < parts.count && parts[part].upperBound <= range.lowerBound { part += 1 }
      var next = part
      while next < parts.count && parts[next].lowerBound < range.upperBound {
        let common = parts[next].clamped(to: range)
        let first = Int(starts[run]) + common.lowerBound - range.lowerBound
        covered.insert(first..<first + common.count)
        next += 1
      }
    }
    return covered
  }
}
