internal import ShingleEngine

/// A place where a phrase may stand in edited form.
struct NearPlace: Sendable {
  /// Index of the phrase.
  var phrase: Int32
  var position: UInt32
  /// Tokens.
  var length: UInt32
  /// What it is worth in the competition.
  var score: Double

  var range: Range<Int> { Int(position)..<Int(position) + Int(length) }

  /// The best first; no two are equal in this order.
  static func isBefore(_ left: NearPlace, _ right: NearPlace) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.position != right.position { return left.position < right.position }
    if left.length != right.length { return left.length > right.length }
    return left.phrase < right.phrase
  }
}

/// Finds where known phrases stand with small edits: a token more or less, another word, clauses in
/// another order.
///
/// Seed and extend: short runs of a phrase lead to the neighbourhood in which it may stand; there each
/// token that continues a pair of neighbours of the phrase counts for it, every other token against
/// it, and the run of the greatest sum is the place (the maximal scoring segment of Karlin and
/// Altschul, 1990). No order is asked for, so that clauses that changed places cost nothing. A place may
/// go on in the next block: the break was one in mid-sentence then, which line repair could not know.
struct NearPlaceSearch: Sendable {
  private let corpus: TokenCorpus
  private let rule: VariantRule
  private let indices: [SeedIndex]
  /// The phrase whose exact place covers each position, index + 1; 0 for none.
  private let holders: Slab<UInt32>
  private let workers: Workers

  /// Tokens of a seed.
  private static let characterSeed = 4
  private static let wordSeed = 3
  /// Places of seeds of a phrase that one place must hold: a lone one is mostly chance.
  private static let minimumSeeds = 2
  /// A long phrase must show one for so many of its tokens, too: formulas have pieces in common with
  /// hundreds of longer ones.
  private static let tokensPerSeed = 10
  /// So many groups of seeds one thread looks at, at a time.
  private static let groupsAtATime = 128

  /// - Parameters:
  ///   - rule: the phrases, and what is a variant of them.
  ///   - holders: the phrase whose exact place covers each position, index + 1; 0 for none.
  ///   - workers: the threads to use for a long document.
  init(corpus: TokenCorpus, rule: VariantRule, holders: Slab<UInt32>, workers: Workers) {
    self.corpus = corpus
    self.rule = rule
    self.holders = holders
    self.workers = workers
    var words: [Int] = []
    var characters: [Int] = []
    for (index, phrase) in rule.patterns.phrases.enumerated()
    where phrase.count >= rule.minimumMatched {
      let count = phrase.count { $0 >= TokenCorpus.firstWord }
      if 2 * count > phrase.count { words.append(index) } else { characters.append(index) }
    }
    indices = [(characters, Self.characterSeed), (words, Self.wordSeed)].map {
      SeedIndex(
        $0.0, of: rule.patterns.phrases, length: $0.1, wordHashes: corpus.wordHashes)
    }.filter { !$0.isEmpty }
  }

  /// The possible places in `documents`, the best first; they may overlap each other and exact ones.
  func places(in documents: Range<Int>) -> [NearPlace] {
    var found: [NearPlace] = []
    for index in indices {
      var hits: [UInt64] = []
      for document in documents {
        let bounds = corpus.range(of: document)
        hits.removeAll(keepingCapacity: true)
        index.hash.forEachWindow(in: corpus.blocks(in: bounds), of: corpus) { position, hash in
          index.forEachPhrase(of: hash) { phrase in
            if !isHeld(position, index.length, against: Int(phrase)) {
              hits.append(UInt64(phrase) << 32 | UInt64(position))
            }
          }
        }
        if hits.count < Self.minimumSeeds { continue }
        hits.sort()
        found += places(about: hits, seed: index.length, bounds)
      }
    }
    return found.sorted(by: NearPlace.isBefore)
  }

  /// The possible places about `hits`, which are sorted.
  private func places(about hits: [UInt64], seed: Int, _ bounds: Range<Int>) -> [NearPlace] {
    let groups = groups(of: hits)
    let tasks = (groups.count + Self.groupsAtATime - 1) / Self.groupsAtATime
    return workers.map(tasks) { task in
      var found: [NearPlace] = []
      var runs = BestRuns(corpus: corpus, patterns: rule.patterns)
      let first = task * Self.groupsAtATime
      for group in groups[first..<min(first + Self.groupsAtATime, groups.count)] {
        search(
          Int(hits[group.lowerBound] >> 32), hits[group], seed: seed, bounds, &runs, &found)
      }
      return found
    }.flatMap { $0 }
  }

  /// Whether a seed lies in an exact place that no variant of `phrase` could win, for it is as long.
  private func isHeld(_ position: Int, _ length: Int, against phrase: Int) -> Bool {
    let holder = holders[position]
    guard holder != 0, holders[position + length - 1] == holder else { return false }
    let phrases = rule.patterns.phrases
    return phrases[Int(holder) - 1].count >= phrases[phrase].count
  }

  /// The places of its seeds that a place of `phrase` must hold.
  private func seeds(of phrase: Int) -> Int {
    max(Self.minimumSeeds, rule.patterns.phrases[phrase].count / Self.tokensPerSeed)
  }

  /// The hits of a phrase that lie within its length of each other.
  private func groups(of hits: [UInt64]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var first = 0
    while first < hits.count {
      let phrase = Int(hits[first] >> 32)
      let reach = UInt64(rule.patterns.phrases[phrase].count)
      var end = first + 1
      while end < hits.count, hits[end] >> 32 == hits[first] >> 32,
        hits[end] - hits[end - 1] <= reach
      {
        end += 1
      }
      if end - first >= seeds(of: phrase) { groups.append(first..<end) }
      first = end
    }
    return groups
  }

  /// Adds the best place about `hits`, and those about the hits outside it.
  private func search(
    _ phrase: Int, _ hits: ArraySlice<UInt64>, seed: Int, _ bounds: Range<Int>,
    _ runs: inout BestRuns, _ found: inout [NearPlace]
  ) {
    guard hits.count >= seeds(of: phrase) else { return }
    let reach = rule.patterns.phrases[phrase].count
    let first = Int(UInt32(truncatingIfNeeded: hits.first!))
    let last = Int(UInt32(truncatingIfNeeded: hits.last!))
    let window =
      max(
        bounds.lowerBound, first - reach)..<min(
        bounds.upperBound, last + seed + reach)
    let best = runs.best(of: window, as: phrase, limit: Int(VariantRule.stretch * Double(reach)))
    if best.isEmpty { return }
    if let score = rule.score(of: best, as: phrase) {
      found.append(
        NearPlace(
          phrase: Int32(phrase), position: UInt32(best.lowerBound), length: UInt32(best.count),
          score: score))
    }
    let before = hits.prefix { Int(UInt32(truncatingIfNeeded: $0)) + seed <= best.lowerBound }
    let after = hits.suffix(
      hits.count { Int(UInt32(truncatingIfNeeded: $0)) >= best.upperBound })
    if before.count + after.count == hits.count { return }
    search(phrase, before, seed: seed, window.lowerBound..<best.lowerBound, &runs, &found)
    search(phrase, after, seed: seed, best.upperBound..<window.upperBound, &runs, &found)
  }
}

/// The runs of tokens that speak most for a phrase, one after another in the same memory.
private struct BestRuns: ~Copyable {
  private let corpus: TokenCorpus
  private let patterns: VariantPatterns
  /// The sums of what the tokens before each end of the window are worth.
  private var sums: [Double] = []
  /// Ends whose sums are the smallest from there on.
  private var queue: [Int] = []

  private static let foreignCost = 0.8
  private static let unorderedCost = 0.1
  /// What a place pays for going on in the next block.
  private static let breakCost = 1.0

  init(corpus: TokenCorpus, patterns: VariantPatterns) {
    self.corpus = corpus
    self.patterns = patterns
  }

  /// The run of `window` with the greatest sum, no longer than `limit`. O(window).
  mutating func best(of window: Range<Int>, as phrase: Int, limit: Int) -> Range<Int> {
    sum(window, phrase)
    // The smallest sum among the last `limit`, by a monotone queue.
    queue.removeAll(keepingCapacity: true)
    var head = 0
    var best = (sum: 0.0, range: 0..<0)
    for end in 0..<sums.count {
      let sum = sums[end]
      while head < queue.count && queue[head] < end - limit { head += 1 }
      if head < queue.count, sum - sums[queue[head]] > best.sum {
        best = (sum - sums[queue[head]], queue[head]..<end)
      }
      while queue.count > head, sums[queue[queue.count - 1]] >= sum { queue.removeLast() }
      queue.append(end)
    }
    return window.lowerBound + best.range.lowerBound..<window.lowerBound + best.range.upperBound
  }

  private mutating func sum(_ window: Range<Int>, _ phrase: Int) {
    let tokens = corpus.tokens
    sums.removeAll(keepingCapacity: true)
    var sum = 0.0
    sums.append(sum)
    var continues = false
    for position in window {
      let next =
        position + 1 < window.upperBound
        && patterns.hasPair(tokens[position], tokens[position + 1], phrase)
      var worth: Double
      if continues || next {
        worth = 1
      } else if patterns.has(tokens[position], phrase) {
        worth = -Self.unorderedCost
      } else {
        worth = -Self.foreignCost
      }
      if corpus.startsBlock(position) { worth -= Self.breakCost }
      sum += worth
      sums.append(sum)
      continues = next
    }
  }
}
