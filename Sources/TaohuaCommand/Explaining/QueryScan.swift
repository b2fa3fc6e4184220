internal import ShingleEngine
internal import Taohua

/// Runs of a query in one document after another.
struct QueryScan {
  private let count: Int
  /// Where each token stands in the query.
  private var positions: [UInt32: [Int]] = [:]

  init(_ tokens: [UInt32]) {
    count = tokens.count
    for (index, token) in tokens.enumerated() { positions[token, default: []].append(index) }
  }

  /// For each token of the query: the most tokens that end there and stand in `document` in one block.
  ///
  /// - Parameter whole: is given the position of the first token of each place of the whole query.
  func longest(
    in document: CorpusDocument, of corpus: Corpus, whole: (Int) -> Void = { _ in }
  ) -> [Int32] {
    var best = [Int32](repeating: 0, count: count)
    // At i + 1: the length of the run that ends at the last token and at the query's token i.
    var runs = [Int32](repeating: 0, count: count + 1)
    var ended: [Int] = []
    var blocks = document.blockStarts.makeIterator()
    var nextBlock = blocks.next()
    for position in document.tokens {
      if nextBlock == UInt32(position) {
        for index in ended { runs[index + 1] = 0 }
        ended = []
        nextBlock = blocks.next()
      }
      let here = positions[corpus.tokens[position]] ?? []
      if here.isEmpty && ended.isEmpty { continue }
      let grown = here.map { runs[$0] + 1 }
      for index in ended { runs[index + 1] = 0 }
      for (index, length) in zip(here, grown) {
        runs[index + 1] = length
        best[index] = max(best[index], length)
        if length == count { whole(position - count + 1) }
      }
      ended = here
    }
    return best
  }
}
