internal import ShingleEngine
internal import TextIngest

/// How surprising tokens are: what a phrase of rare words in many reports owes to being a formula, and
/// one of common words to chance.
struct Surprise: Sendable {
  /// Occurrences by token number, of a sample.
  private let counts: [UInt32: UInt32]
  private let total: Double

  /// Tokens that are counted at most: of a larger corpus every n-th document is read.
  private static let sampleSize = 500_000
  /// Bits from which a token is as surprising as can be.
  private static let fullBits = 10.0

  init(of corpus: Corpus) {
    var counts: [UInt32: UInt32] = [:]
    var total = 0
    let step = max(1, corpus.tokens.count / Self.sampleSize)
    for document in stride(from: 0, to: corpus.documents.count, by: step) {
      for position in corpus.documents[document].tokens {
        counts[corpus.tokens[position], default: 0] += 1
      }
      total += corpus.documents[document].tokens.count
    }
    self.counts = counts
    self.total = Double(max(1, total))
  }

  /// The mean information of `tokens`, from 0 to 1; slots carry none.
  func mean(of tokens: [UInt32]) -> Double {
    let bits = tokens.reduce(0.0) { sum, token in
      if token == TokenValue.slot { return sum }
      let share = Double(max(1, counts[token] ?? 0)) / total
      return sum + min(Self.fullBits, -share.logarithm / Double.logarithmOfTwo)
    }
    return bits / Self.fullBits / Double(max(1, tokens.count))
  }
}
