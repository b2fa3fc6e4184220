internal import ShingleEngine

/// How strongly two neighbouring characters belong together: a phrase should not end between them.
///
/// The conditional probability of the pair given its rarer member, counted on the corpus itself; a
/// cheap relative of the pointwise mutual information that unsupervised word segmentation uses
/// (Sproat and Shih, 1990). Words of spaced scripts have their edges already: their cohesion is 0.
struct Cohesion: Sendable {
  private let singles: [UInt32: UInt32]
  private let pairs: [UInt64: UInt32]

  /// Tokens that are counted at most: of a larger corpus every n-th document is read.
  private static let sampleSize = 1_000_000

  init(of text: PhraseText) {
    let corpus = text.corpus
    var singles: [UInt32: UInt32] = [:]
    var pairs: [UInt64: UInt32] = [:]
    let step = max(1, corpus.tokens.count / Self.sampleSize)
    for document in stride(from: 0, to: corpus.documentCount, by: step) {
      for position in corpus.range(of: document) {
        let token = corpus.tokens[position]
        guard Self.isCharacter(token) else { continue }
        singles[token, default: 0] += 1
        if text.hasEdge(before: position) { continue }
        let before = corpus.tokens[position - 1]
        if Self.isCharacter(before) { pairs[Self.key(before, token), default: 0] += 1 }
      }
    }
    self.singles = singles
    self.pairs = pairs
  }

  /// The cohesion of two neighbouring tokens, from 0 to 1.
  func of(_ left: UInt32, _ right: UInt32) -> Double {
    guard Self.isCharacter(left), Self.isCharacter(right),
      let pair = pairs[Self.key(left, right)]
    else { return 0 }
    let rarer = min(singles[left] ?? pair, singles[right] ?? pair)
    return Double(pair) / Double(max(rarer, pair))
  }

  private static func isCharacter(_ token: UInt32) -> Bool {
    token != TokenCorpus.slot && token < TokenCorpus.firstWord
  }

  private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }
}
