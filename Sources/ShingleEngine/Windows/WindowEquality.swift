/// When two windows of one length are the same tokens.
///
/// Long windows are compared by the groups of shorter ones that cover them, where these are known: in two steps,
/// however long they are.
struct WindowEquality: Sendable {
  private let corpus: TokenCorpus
  private let length: Int
  private let ranks: WindowRanks?

  /// - Parameters:
  ///   - corpus: where the windows stand.
  ///   - length: tokens in a window.
  ///   - ranks: the groups of windows of at least half as many tokens and at most as many.
  init(corpus: TokenCorpus, length: Int, ranks: WindowRanks? = nil) {
    assert(ranks.map { $0.length <= length && 2 * $0.length >= length } ?? true)
    self.corpus = corpus
    self.length = length
    self.ranks = ranks
  }

  /// Asks for what the window at `position` is compared by: it begins in one cache line, and ends in another as often as
  /// not.
  @inline(__always)
  func prefetch(_ position: Int) {
    if let ranks { return ranks.prefetch(position, position + length - ranks.length) }
    corpus.tokens.prefetch(position)
    corpus.tokens.prefetch(position + length - 1)
  }

  @inline(__always)
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    guard let ranks else { return corpus.equal(left, right, length: length) }
    let end = length - ranks.length
    return left == right
      || (ranks.areEqual(left, right) && ranks.areEqual(left + end, right + end))
  }

  /// Negative, 0 or positive: some order of windows in which those that are the same stand together.
  func order(_ left: Int, _ right: Int) -> Int {
    guard let ranks else {
      for offset in 0..<length {
        let (one, other) = (corpus.tokens[left + offset], corpus.tokens[right + offset])
        if one != other { return one < other ? -1 : 1 }
      }
      return 0
    }
    let end = length - ranks.length
    let order = ranks.order(left, right)
    return order == 0 ? ranks.order(left + end, right + end) : order
  }
}

/// The number of the group of each window of one length.
struct WindowRanks: Sendable {
  let length: Int
  /// By position; 0 for a window that no other is the same as.
  private let ranks: Slab<UInt32>

  init(_ groups: WindowGroups, count: Int) {
    length = groups.length
    ranks = Slab(zeroed: count)
    var rank: UInt32 = 0
    for group in groups.runs.joined() {
      rank += 1
      for index in group.range { ranks[Int(groups.positions[index])] = rank }
    }
  }

  func prefetch(_ first: Int, _ last: Int) {
    ranks.prefetch(first)
    ranks.prefetch(last)
  }

  @inline(__always)
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    left == right || (ranks[left] == ranks[right] && ranks[left] != 0)
  }

  func order(_ left: Int, _ right: Int) -> Int {
    if areEqual(left, right) { return 0 }
    if ranks[left] != ranks[right] { return ranks[left] < ranks[right] ? -1 : 1 }
    return left < right ? -1 : 1
  }
}
