internal import ShingleEngine

/// How strongly two neighbouring characters belong together: a phrase should not end between them.
///
/// The conditional probability of the pair given its rarer member, counted on the corpus itself; a
/// cheap relative of the pointwise mutual information that unsupervised word segmentation uses
/// (Sproat and Shih, 1990). Words of spaced scripts have their edges already: their cohesion is 0.
struct Cohesion: Sendable {
  /// By code point.
  private let singles: Slab<UInt32>
  private let pairs: PairTable

  /// Tokens that are counted at most: of a larger corpus every n-th document is read.
  private static let sampleSize = 1_000_000

  init(of text: PhraseText) {
    let corpus = text.corpus
    let singles = Slab<UInt32>(zeroed: Int(TokenCorpus.firstWord))
    let step = max(1, corpus.tokens.count / Self.sampleSize)
    let documents = stride(from: 0, to: corpus.documentCount, by: step)
    var pairs = PairTable(capacity: 1 << 16)
    for document in documents {
      for position in corpus.range(of: document) {
        let token = corpus.tokens[position]
        guard Self.isCharacter(token) else { continue }
        singles[Int(token)] += 1
        if text.hasEdge(before: position) { continue }
        let before = corpus.tokens[position - 1]
        if Self.isCharacter(before) { pairs.add(PairCounts.pair(before, token)) }
      }
    }
    self.singles = singles
    self.pairs = pairs
  }

  /// The cohesion of two neighbouring tokens, from 0 to 1.
  func of(_ left: UInt32, _ right: UInt32) -> Double {
    guard Self.isCharacter(left), Self.isCharacter(right) else { return 0 }
    let pair = pairs.count(of: PairCounts.pair(left, right))
    if pair == 0 { return 0 }
    let rarer = Int(min(singles[Int(left)], singles[Int(right)]))
    return Double(pair) / Double(max(rarer, pair))
  }

  private static func isCharacter(_ token: UInt32) -> Bool {
    token != TokenCorpus.slot && token < TokenCorpus.firstWord
  }
}
