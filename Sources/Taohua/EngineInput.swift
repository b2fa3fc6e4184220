internal import PhraseMining
internal import ShingleEngine
internal import TextIngest

/// The documents of a corpus in the order that the engine wants: those of one source next to each
/// other, those that are not counted last.
struct EngineInput: Sendable {
  let text: PhraseText
  /// For each document of the engine, its index in the corpus.
  let order: [Int]
  /// For each document of the corpus, its index in the engine; nil where it is left out.
  let ranks: [Int?]
  private let corpus: Corpus

  /// - Parameters:
  ///   - leaders: for each document the first member of its group, itself if it leads one; nil
  ///     leaves the document out.
  ///   - isCounted: whether a document counts as a source.
  init(_ corpus: Corpus, leaders: [Int?], isCounted: [Bool]) {
    self.corpus = corpus
    let order = corpus.documents.indices.filter { leaders[$0] != nil }.sorted {
      if isCounted[$0] != isCounted[$1] { return isCounted[$0] }
      return (leaders[$0]!, $0) < (leaders[$1]!, $1)
    }
    self.order = order
    var ranks = [Int?](repeating: nil, count: corpus.documents.count)
    for (rank, document) in order.enumerated() { ranks[document] = rank }
    self.ranks = ranks
    text = Self.text(of: corpus, order: order, leaders: leaders, isCounted: isCounted)
  }

  private static func text(
    of corpus: Corpus, order: [Int], leaders: [Int?], isCounted: [Bool]
  ) -> PhraseText {
    let isWhole = order == Array(corpus.documents.indices) && corpus.hasContiguousTokens
    let sources = sources(order, leaders, isCounted)
    var starts = [0]
    var blockStarts: [UInt32] = []
    for index in order {
      let document = corpus.documents[index]
      let shift = starts.last! - document.tokens.lowerBound
      for block in document.blockStarts { blockStarts.append(UInt32(Int(block) + shift)) }
      starts.append(starts.last! + document.tokens.count)
    }
    let ranges = order.map { corpus.documents[$0].tokens }
    let tokens = TokenCorpus(
      tokens: isWhole ? corpus.tokens : corpus.tokens.gathering(ranges),
      documentStarts: starts, sources: sources, blockStarts: blockStarts,
      wordHashes: corpus.words.map { RollingHash.hash(ofWord: $0) })
    return PhraseText(
      corpus: tokens,
      boundaries: isWhole ? corpus.separators : corpus.separators.gathering(ranges),
      words: corpus.words)
  }

  /// The sources of the documents in `order`, numbered from 0 as they come.
  private static func sources(
    _ order: [Int], _ leaders: [Int?], _ isCounted: [Bool]
  ) -> [UInt32] {
    var sources: [UInt32] = []
    var last: Int?
    var number: UInt32 = 0
    for document in order {
      guard isCounted[document] else {
        sources.append(TokenCorpus.uncounted)
        continue
      }
      if let last, last != leaders[document]! { number += 1 }
      last = leaders[document]!
      sources.append(number)
    }
    return sources
  }

  /// The position in the corpus of the engine's `position`.
  func corpusPosition(_ position: Int) -> Int {
    let document = text.corpus.document(at: position)
    return position - text.corpus.documentStarts[document]
      + corpus.documents[order[document]].tokens.lowerBound
  }
}

extension Corpus {
  /// Whether the documents' tokens follow each other without a gap and fill the arrays.
  fileprivate var hasContiguousTokens: Bool {
    var end = 0
    for document in documents {
      if document.tokens.lowerBound != end { return false }
      end = document.tokens.upperBound
    }
    return end == tokens.count
  }
}

extension Slab {
  /// The elements of `ranges`, one after another.
  fileprivate func gathering(_ ranges: [Range<Int>]) -> Slab<Element> {
    let gathered = Slab<Element>(uninitialized: ranges.reduce(0) { $0 + $1.count })
    var filled = 0
    for range in ranges {
      for index in range {
        gathered[filled] = self[index]
        filled += 1
      }
    }
    return gathered
  }
}
