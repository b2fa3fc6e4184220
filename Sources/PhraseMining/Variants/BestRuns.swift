internal import ShingleEngine

/// The runs of tokens that speak most for a phrase, one after another in the same memory.
struct BestRuns: ~Copyable {
  private let corpus: TokenCorpus
  private let patterns: VariantPatterns
  /// The sums of what the tokens before each end of the window are worth.
  private var sums = Slab<Double>(uninitialized: 0)
  /// Ends whose sums are the smallest from there on.
  private var queue = Slab<Int>(uninitialized: 0)

  /// What a token is worth: one that is foreign, one that the phrase has elsewhere, one that continues it;
  /// then the same where a new block begins. In a table, for branches on tokens are often guessed wrong.
  private let worths: Slab<Double>

  private static let foreignCost = 0.8
  private static let unorderedCost = 0.1
  /// What a place pays for going on in the next block.
  private static let breakCost = 1.0

  init(corpus: TokenCorpus, patterns: VariantPatterns) {
    self.corpus = corpus
    self.patterns = patterns
    worths = Slab(uninitialized: 6)
    for (kind, worth) in [-Self.foreignCost, -Self.unorderedCost, 1].enumerated() {
      worths[kind] = worth
      worths[kind + 3] = worth - Self.breakCost
    }
  }

  /// The run of `window` with the greatest sum, no longer than `limit`. O(window).
  mutating func best(of window: Range<Int>, as phrase: Int, limit: Int) -> Range<Int> {
    let count = window.count
    if sums.count <= count {
      sums = Slab(uninitialized: 2 * count + 1)
      queue = Slab(uninitialized: 2 * count + 1)
    }
    sum(window, phrase)
    // The smallest sum among the last `limit`, by a monotone queue.
    let sums = sums
    let queue = queue
    var head = 0
    var tail = 0
    var best = (sum: 0.0, range: 0..<0)
    for end in 0...count {
      let sum = sums[end]
      while head < tail && queue[head] < end - limit { head += 1 }
      if head < tail {
        let worth = sum - sums[queue[head]]
        if worth > best.sum { best = (worth, queue[head]..<end) }
      }
      while tail > head, sums[queue[tail - 1]] >= sum { tail -= 1 }
      queue[tail] = end
      tail += 1
    }
    return window.lowerBound + best.range.lowerBound..<window.lowerBound + best.range.upperBound
  }

  private func sum(_ window: Range<Int>, _ phrase: Int) {
    let tokens = corpus.tokens
    let sums = sums
    let worths = worths
    let pattern = patterns.pattern(phrase)
    var sum = 0.0
    sums[0] = sum
    var filled = 1
    var continues = false
    var has = pattern.has(tokens[window.lowerBound])
    for position in window {
      let following = position + 1
      // Most tokens are none of the phrase: a pair is asked for where both are.
      let hasNext = following < window.upperBound && pattern.has(tokens[following])
      let goesOn = has && hasNext && pattern.hasPair(tokens[position], tokens[following])
      let isPart = continues || goesOn ? 2 : 0
      sum += worths[max(isPart, has ? 1 : 0) + (corpus.startsBlock(position) ? 3 : 0)]
      sums[filled] = sum
      filled += 1
      continues = goesOn
      has = hasNext
    }
  }
}
