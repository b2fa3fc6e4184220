internal import ShingleEngine

/// What counts as a near variant of a phrase (D4).
struct VariantRule: Sendable {
  let corpus: TokenCorpus
  let patterns: VariantPatterns
  /// Tokens in common at least: what keeps unrelated prose free of variants, more than the similarity
  /// does.
  var minimumMatched = Self.usualMinimum
  /// Whether a large piece of a phrase is a variant of it.
  var acceptsPieces = true
  /// The share that must stand in order, whatever the length.
  var leastOrdered = 0.0

  static let usualMinimum = 8
  /// The least similarity of a long place.
  private static let similarity = 0.5
  /// A place is at most so many times as long as its phrase.
  static let stretch = 1.6
  /// The share of the phrase that a mere piece of it must have to be a variant (以…为指导 of
  /// 坚持以…为指导); a smaller piece is another phrase.
  private static let pieceShare = 0.75

  /// The worth of the tokens of `range` as a variant of `phrase`, or nil if they are none.
  func score(of range: Range<Int>, as phrase: Int) -> Double? {
    let tokens = corpus.tokens
    let known = patterns.phrases[phrase]
    guard range.count >= minimumMatched,
      Double(range.count) <= Self.stretch * Double(known.count)
    else { return nil }
    var overlap = patterns.overlap(of: range, in: tokens, with: phrase)
    overlap.foreign += breaks(in: range)
    guard overlap.matched >= minimumMatched, overlap.similarity >= Self.similarity
    else { return nil }
    let common = SequenceAlignment.commonLength(range.map { tokens[$0] }, known)
    let inOrder = Double(common) / Double(max(range.count, known.count))
    guard inOrder >= leastOrdered(overlap.matched, phrase) else { return nil }
    let isLarge = acceptsPieces && inOrder >= Self.pieceShare
    if common == range.count && !isLarge && isPiece(range, tokens, of: known) {
      return nil
    }
    return overlap.score
  }

  /// Whether `count` tokens of which `matched` at most are common with `phrase` may be a variant of it: what can be said
  /// without a look at their order.
  func mayBeVariant(_ matched: Int, of count: Int, as phrase: Int) -> Bool {
    let known = patterns.phrases[phrase].count
    let matched = min(matched, known)
    let overlap = VariantPatterns.Overlap(
      matched: matched, foreign: count - matched, missing: known - matched)
    return matched >= minimumMatched && overlap.similarity >= Self.similarity
      && Double(matched) / Double(max(count, known)) >= leastOrdered(matched, phrase)
  }

  /// What any variant of a phrase has.
  struct Need: Sendable {
    /// Tokens in common at least: as many as one has that is nothing but them.
    var matched: Int
    /// Tokens of the phrase. With those of the variant they are no more than ``tokensPerMatch`` for each in common.
    var length: Int
    /// Tokens at most.
    var limit: Int
  }

  /// So many tokens both sides together have at most for each in common: Dice's measure of m of l and n tokens is
  /// 2m / (l + n).
  static let tokensPerMatch = Int(2 / similarity)

  /// What a variant of `phrase` has at least, whatever it is.
  func need(of phrase: Int) -> Need {
    let length = patterns.phrases[phrase].count
    var matched = max(1, minimumMatched, length / (Self.tokensPerMatch - 1))
    while matched < length, !mayBeVariant(matched, of: matched, as: phrase) { matched += 1 }
    return Need(matched: matched, length: length, limit: Int(Self.stretch * Double(length)))
  }

  /// Breaks between blocks inside `range`: each counts as a foreign token.
  func breaks(in range: Range<Int>) -> Int {
    range.dropFirst().count { corpus.startsBlock($0) }
  }

  /// `range` without the tokens at its ends that do not belong to `phrase`.
  func trimmed(_ range: Range<Int>, as phrase: Int) -> Range<Int> {
    let tokens = corpus.tokens
    let pattern = patterns.pattern(phrase)
    var first = range.lowerBound
    var end = range.upperBound
    while first + 1 < end, !pattern.hasPair(tokens[first], tokens[first + 1]) { first += 1 }
    while first + 1 < end, !pattern.hasPair(tokens[end - 2], tokens[end - 1]) { end -= 1 }
    return first..<end
  }

  /// The share of the longer side that must stand in order, of `matched` tokens in common with `phrase`.
  private func leastOrdered(_ matched: Int, _ phrase: Int) -> Double {
    let isOfWords = patterns.pattern(phrase).isOfWords
    return max(leastOrdered, isOfWords ? Self.orderedWords(matched) : Self.ordered(matched))
  }

  /// The share of the longer side that must stand in order: the fewer tokens, the more.
  private static func ordered(_ matched: Int) -> Double {
    matched < 12 ? 0.64 : matched < 20 ? 0.5 : 0.3
  }

  /// Words say more than characters, so that fewer of them must stand in order.
  private static func orderedWords(_ matched: Int) -> Double {
    matched < 12 ? 0.55 : matched < 20 ? 0.4 : 0.25
  }

  /// Whether the tokens of `range` stand in `phrase` as they are.
  private func isPiece(_ range: Range<Int>, _ tokens: Slab<UInt32>, of phrase: [UInt32]) -> Bool {
    guard range.count <= phrase.count else { return false }
    return (0...phrase.count - range.count).contains { start in
      (0..<range.count).allSatisfy { phrase[start + $0] == tokens[range.lowerBound + $0] }
    }
  }
}
