package import ShingleEngine

/// What stands between a token and the one before it, as far as phrase edges are concerned.
package struct Boundary: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The end of a sentence.
  package static let sentenceEnd = Boundary(rawValue: 1 << 0)
  /// A mark inside a sentence.
  package static let clauseMark = Boundary(rawValue: 1 << 1)
  /// An opening quotation mark or bracket.
  package static let openingMark = Boundary(rawValue: 1 << 2)
  /// A closing quotation mark or bracket.
  package static let closingMark = Boundary(rawValue: 1 << 3)
  /// An opening book-title mark.
  package static let openingTitle = Boundary(rawValue: 1 << 4)
  /// A closing book-title mark.
  package static let closingTitle = Boundary(rawValue: 1 << 5)
  /// White space or anything else that is no token.
  package static let space = Boundary(rawValue: 1 << 6)
  /// The token is the first of its block.
  package static let blockStart = Boundary(rawValue: 1 << 7)

  /// Whatever a phrase may naturally begin or end at: all but mere space.
  package static let edge: Boundary = [
    .sentenceEnd, .clauseMark, .openingMark, .closingMark, .openingTitle, .closingTitle,
    .blockStart,
  ]
}

/// The text that phrases are mined from: the engine's tokens and what stands between them.
package struct PhraseText: Sendable {
  package let corpus: TokenCorpus
  /// The boundary before each token.
  package let boundaries: Slab<UInt8>
  /// The words behind token numbers from `TokenCorpus.firstWord`.
  package let words: [String]

  package init(corpus: TokenCorpus, boundaries: Slab<UInt8>, words: [String]) {
    self.corpus = corpus
    self.boundaries = boundaries
    self.words = words
  }

  /// The same text with its documents counted as other sources.
  package func counted(as sources: [UInt32]) -> PhraseText {
    PhraseText(corpus: corpus.counted(as: sources), boundaries: boundaries, words: words)
  }

  /// The folded text of a token; `{slot}` for the slot.
  package func text(ofToken token: UInt32) -> String {
    if token == TokenCorpus.slot { return "{slot}" }
    if token >= TokenCorpus.firstWord { return words[Int(token - TokenCorpus.firstWord)] }
    return Unicode.Scalar(token).map { String($0) } ?? "\u{FFFD}"
  }

  /// The boundary before the token at `position`; the end of the corpus begins a block.
  package func boundary(before position: Int) -> Boundary {
    corpus.startsBlock(position)
      ? Boundary(rawValue: position < boundaries.count ? boundaries[position] : 0)
        .union(.blockStart)
      : Boundary(rawValue: boundaries[position])
  }

  /// Whether a phrase that ends or begins at `position` has a natural edge there.
  package func hasEdge(before position: Int) -> Bool {
    !boundary(before: position).isDisjoint(with: .edge)
  }
}
