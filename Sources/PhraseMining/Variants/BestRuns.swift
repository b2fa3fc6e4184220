internal import ShingleEngine

/// The runs of tokens that speak most for a phrase, one after another in the same memory.
///
/// What a token is worth, in tenths of a token: one that continues a pair of neighbours of the phrase counts for it;
/// another token of the phrase costs little, a foreign one more; where a new block begins, that costs too.
struct BestRuns: ~Copyable {
  private let corpus: TokenCorpus
  private let patterns: VariantPatterns
  /// The positions of the window whose tokens the phrase has.
  private var members = Slab<UInt32>(uninitialized: 0)
  /// Where a run may begin: the smallest sums from there on.
  private var starts = Slab<Start>(uninitialized: 0)

  private struct Start: BitwiseCopyable {
    var position: Int
    /// Index of its token in `members`.
    var member: Int
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

  /// The run of `window` with the greatest sum, no longer than `limit`; nil if no run of this length has `least`
  /// tokens of the phrase. It begins and ends with a token that counts for it; of equal runs it is the longest, and of
  /// these the first. O(window).
  mutating func best(
    of window: Range<Int>, as phrase: Int, limit: Int, least: Int
  ) -> Run? {
    let pattern = patterns.pattern(phrase)
    let count = findMembers(in: window, of: pattern)
    let (tokens, members, starts) = (corpus.tokens, members, starts)
    guard
      (least..<max(least, count + 1)).contains(where: {
        members[$0 - 1] - members[$0 - least] < limit
      })
    else { return nil }
    var (head, tail) = (0, 0)
    var best = (sum: 0, run: Run(range: 0..<0, members: 0))
    var sum = 0
    var next = window.lowerBound
    var nextBreak = corpus.startsBlock(next) ? next : blockEnd(next, in: window)
    var continues = false
    for member in 0..<count {
      let position = Int(members[member])
      sum -= Self.foreignCost * (position - next)
      next = position + 1
      var isFirst = false
      while nextBreak <= position {
        sum -= Self.breakCost
        isFirst = nextBreak == position
        nextBreak = blockEnd(nextBreak, in: window)
      }
      let goesOn =
        member + 1 < count && Int(members[member + 1]) == next
        && pattern.hasPair(tokens[position], tokens[next])
      let isPart = continues || goesOn
      continues = goesOn
      if !isPart {
        sum -= Self.unorderedCost
        continue
      }
      let before = sum
      sum += Self.continuedWorth
      // The break costs as much as this token counts.
      if isFirst { continue }
      // The smallest sum among the last `limit`, by a monotone queue.
      while tail > head, starts[tail - 1].sum > before { tail -= 1 }
      starts[tail] = Start(position: position, member: member, sum: before)
      tail += 1
      while starts[head].position < next - limit { head += 1 }
      let start = starts[head]
      let worth = sum - start.sum
      let range = start.position..<next
      if worth > best.sum || (worth == best.sum && range.count > best.run.range.count) {
        best = (worth, Run(range: range, members: member + 1 - start.member))
      }
    }
    return best.run.members > 0 ? best.run : nil
  }

  /// Puts the positions of `window` whose tokens `pattern` has into `members`, and returns their number.
  ///
  /// Without branches on tokens, which are often guessed wrong: most tokens are none of the phrase.
  private mutating func findMembers(in window: Range<Int>, of pattern: VariantPattern) -> Int {
    if members.count <= window.count {
      members = Slab(uninitialized: 2 * window.count + 1)
      starts = Slab(uninitialized: 2 * window.count + 1)
    }
    let (tokens, members) = (corpus.tokens, members)
    var possible = 0
    for position in window {
      members[possible] = UInt32(position)
      possible += pattern.mayHave(tokens[position]) ? 1 : 0
    }
    var count = 0
    for index in 0..<possible {
      let position = members[index]
      members[count] = position
      count += pattern.has(tokens[Int(position)]) ? 1 : 0
    }
    return count
  }

  /// Where the block of `position` ends, or `window` does.
  private func blockEnd(_ position: Int, in window: Range<Int>) -> Int {
    position + corpus.blockRemainder(at: position, limit: window.upperBound - position)
  }
}
