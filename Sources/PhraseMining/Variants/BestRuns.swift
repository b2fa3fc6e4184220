internal import ShingleEngine

/// The runs of tokens that speak most for a phrase, one after another in the same memory.
///
/// What a token is worth, in tenths of a token: one that continues a pair of neighbours of the phrase counts for it;
/// another token of the phrase costs little, a foreign one more; where a new block begins, that costs too.
struct BestRuns: ~Copyable {
  private let corpus: TokenCorpus
  private let patterns: VariantPatterns
  /// The positions of the window whose tokens the phrase may have.
  private var possible = Slab<UInt32>(uninitialized: 0)
  /// Where a run may begin: the smallest sums from there on.
  private var starts = Slab<Start>(uninitialized: 0)

  private struct Start: BitwiseCopyable {
    var position: Int
    /// Tokens of the phrase in the window before it.
    var members: Int
    /// What the tokens of the window before it are worth.
    var sum: Int
  }

  private static let continuedWorth = 10
  private static let foreignCost = 8
  private static let unorderedCost = 1
  private static let breakCost = 10

  init(corpus: TokenCorpus, patterns: VariantPatterns) {
    self.corpus = corpus
    self.patterns = patterns
  }

  /// A run of tokens that speaks for a phrase.
  struct Run {
    var range: Range<Int>
    /// Tokens of it that the phrase has, each time that they stand there.
    var members: Int
  }

  /// The run of `window` with the greatest sum, no longer than `need` allows; nil where it can be told at once that no
  /// run has what it needs. It begins and ends with a token that counts for it; of equal runs it is the longest, and of
  /// these the first. O(window).
  mutating func best(
    of window: Range<Int>, as phrase: Int, _ need: VariantRule.Need
  ) -> Run? {
    if possible.count <= window.count {
      possible = Slab(uninitialized: 2 * window.count + 1)
      starts = Slab(uninitialized: 2 * window.count + 1)
    }
    let pattern = patterns.pattern(phrase)
    let count = findPossible(in: window, of: pattern)
    guard maySuffice(count, for: need) else { return nil }
    return best(of: window, pattern, possible: count, limit: need.limit)
  }

  /// Puts the positions of `window` whose tokens `pattern` may have into `possible`, and returns their number.
  ///
  /// Without branches on tokens, which are often guessed wrong: most tokens are none of the phrase.
  private func findPossible(in window: Range<Int>, of pattern: borrowing VariantPattern) -> Int {
    let (tokens, possible) = (corpus.tokens, possible)
    var count = 0
    var position = UInt32(window.lowerBound)
    let end = UInt32(window.upperBound)
    while position != end {
      possible[count] = position
      count &+= pattern.possible(tokens[Int(position)])
      position &+= 1
    }
    return count
  }

  /// Whether a run about some of the first `count` possible positions may be the best of a window and have what a variant
  /// needs: enough of them within its limit, and for all its tokens. Without branches but for the answer.
  ///
  /// No best run begins with tokens that are worth less than none, for it would be better without them. So it lies
  /// between two places where what came before, at its best, is worth nothing. O(count).
  private func maySuffice(_ count: Int, for need: VariantRule.Need) -> Bool {
    guard count >= need.matched else { return false }
    let possible = possible
    possible[count] = .max
    var (worth, first) = (0, 0)
    // The run of the greatest sum (Bentley, 1984), where each token costs 1 and a possible one counts more.
    var (smallest, greatest, sum) = (Int.max, Int.min, 0)
    // From the first to the last of as many as are needed.
    var shortest = Int.max
    var (position, next) = (-2, Int(possible[0]))
    for index in 0..<count {
      let before = position
      position = next
      next = Int(possible[index &+ 1])
      worth &-= Self.foreignCost &* (position &- before &- 1)
      let isWorthless = worth < 0
      worth = isWorthless ? 0 : worth
      first = isWorthless ? index : first
      smallest = isWorthless ? .max : smallest
      let mayContinue = before &+ 1 == position || next == position &+ 1
      worth &+= mayContinue ? Self.continuedWorth : -Self.unorderedCost
      smallest = min(smallest, sum &- position)
      sum &+= VariantRule.tokensPerMatch
      greatest = max(isWorthless ? .min : greatest, sum &- position &- 1 &- smallest)
      let least = index &- need.matched &+ 1
      let span = position &- Int(possible[max(least, 0)])
      shortest = min(isWorthless ? .max : shortest, least < first ? .max : span)
      if greatest >= need.length && shortest < need.limit { return true }
    }
    return false
  }

  /// The best run, among the first `count` possible positions and what lies between.
  private func best(
    of window: Range<Int>, _ pattern: borrowing VariantPattern, possible count: Int, limit: Int
  ) -> Run? {
    let (tokens, possible, starts) = (corpus.tokens, possible, starts)
    var (head, tail) = (0, 0)
    var best = (sum: 0, run: Run(range: 0..<0, members: 0))
    var sum = 0
    var members = 0
    var next = window.lowerBound
    var nextBreak = corpus.startsBlock(next) ? next : blockEnd(next, in: window)
    var continues = false
    for index in 0..<count {
      let position = Int(possible[index])
      sum &-= Self.foreignCost &* (position &- next)
      next = position &+ 1
      var isFirst = false
      while nextBreak <= position {
        sum &-= Self.breakCost
        isFirst = nextBreak == position
        nextBreak = blockEnd(nextBreak, in: window)
      }
      let goesOn =
        index &+ 1 < count && Int(possible[index &+ 1]) == next
        && pattern.hasPair(tokens[position], tokens[next])
      let isPart = continues || goesOn
      continues = goesOn
      if !isPart {
        let isMember = pattern.has(tokens[position])
        sum &-= isMember ? Self.unorderedCost : Self.foreignCost
        members &+= isMember ? 1 : 0
        continue
      }
      let start = Start(position: position, members: members, sum: sum)
      sum &+= Self.continuedWorth
      members &+= 1
      // The break costs as much as this token counts.
      if isFirst { continue }
      // The smallest sum among the last `limit`, by a monotone queue.
      while tail > head, starts[tail &- 1].sum > start.sum { tail &-= 1 }
      starts[tail] = start
      tail &+= 1
      // With the next token it is worth more, if that counts too and the start is near enough to it.
      if goesOn && nextBreak != next && starts[head].position > next &- limit { continue }
      while starts[head].position < next &- limit { head &+= 1 }
      let first = starts[head]
      let worth = sum &- first.sum
      let range = first.position..<next
      if worth > best.sum || (worth == best.sum && range.count > best.run.range.count) {
        best = (worth, Run(range: range, members: members &- first.members))
      }
    }
    return best.run.members > 0 ? best.run : nil
  }

  /// Where the block of `position` ends, or `window` does.
  private func blockEnd(_ position: Int, in window: Range<Int>) -> Int {
    position + corpus.blockRemainder(at: position, limit: window.upperBound - position)
  }
}
