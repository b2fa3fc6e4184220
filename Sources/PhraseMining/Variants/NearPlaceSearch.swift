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
  /// Tokens of each phrase.
  private let lengths: [Int]
  /// What a variant of each phrase has at least.
  private let needs: [VariantRule.Need]
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
  private static let groupsAtATime = 2_048

  /// - Parameters:
  ///   - rule: the phrases, and what is a variant of them.
  ///   - holders: the phrase whose exact place covers each position, index + 1; 0 for none.
  ///   - workers: the threads to use for a long document.
  init(corpus: TokenCorpus, rule: VariantRule, holders: Slab<UInt32>, workers: Workers) {
    self.corpus = corpus
    self.rule = rule
    self.holders = holders
    self.workers = workers
    lengths = rule.patterns.phrases.map(\.count)
    needs = lengths.indices.map(rule.need(of:))
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
    var hits = SeedHits(phrases: lengths.count)
    for index in indices {
      for document in documents {
        let bounds = corpus.range(of: document)
        index.hash.forEachWindow(in: corpus.blocks(in: bounds), of: corpus) { position, hash in
          guard index.mayHold(hash) else { return }
          index.forEachPhrase(of: hash, longerThan: heldLength(position, index.length)) { phrase in
            hits.add(phrase, position)
          }
        }
        let enough = hits.take { seeds(of: $0) }
        if enough.isEmpty { continue }
        found += places(about: enough, seed: index.length, bounds)
      }
    }
    return found.sorted(by: NearPlace.isBefore)
  }

  /// The possible places about `hits`, which are together by phrase and rise.
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

  /// The tokens of the exact place in which a seed lies, 0 for none: no variant of a phrase that is no
  /// longer could win it.
  @inline(__always)
  private func heldLength(_ position: Int, _ length: Int) -> Int {
    let holder = holders[position]
    guard holder != 0, holders[position + length - 1] == holder else { return 0 }
    return lengths[Int(holder) - 1]
  }

  /// The places of its seeds that a place of `phrase` must hold.
  private func seeds(of phrase: Int) -> Int {
    max(Self.minimumSeeds, lengths[phrase] / Self.tokensPerSeed)
  }

  /// The hits of a phrase that lie within its length of each other.
  private func groups(of hits: [UInt64]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var first = 0
    while first < hits.count {
      let phrase = Int(hits[first] >> 32)
      let reach = UInt64(lengths[phrase])
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
    let reach = lengths[phrase]
    let first = Int(UInt32(truncatingIfNeeded: hits.first!))
    let last = Int(UInt32(truncatingIfNeeded: hits.last!))
    let window =
      max(
        bounds.lowerBound, first - reach)..<min(
        bounds.upperBound, last + seed + reach)
    guard let run = runs.best(of: window, as: phrase, needs[phrase]) else { return }
    let best = run.range
    if rule.mayBeVariant(run.members, of: best.count, as: phrase),
      let score = rule.score(of: best, as: phrase)
    {
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

/// The seeds of phrases in one document after another.
private struct SeedHits: ~Copyable {
  /// A phrase (high half) and a position, in the order of positions.
  private var hits: [UInt64] = []
  /// Of each phrase.
  private var counts: [Int]
  /// The phrases with hits.
  private var met: [Int] = []

  init(phrases: Int) { counts = [Int](repeating: 0, count: phrases) }

  @inline(__always)
  mutating func add(_ phrase: Int, _ position: Int) {
    hits.append(UInt64(phrase) << 32 | UInt64(position))
    if counts[phrase] == 0 { met.append(phrase) }
    counts[phrase] += 1
  }

  /// The hits of phrases that have at least as many as `least` says, those of a phrase together, positions
  /// rising; none is left. O(n), for a sort of all would take longer than to find them.
  mutating func take(_ least: (Int) -> Int) -> [UInt64] {
    var filled = 0
    for phrase in met {
      let count = counts[phrase]
      counts[phrase] = count < least(phrase) ? -1 : filled
      if counts[phrase] >= 0 { filled += count }
    }
    var taken = [UInt64](repeating: 0, count: filled)
    if filled > 0 {
      for hit in hits {
        let phrase = Int(hit >> 32)
        if counts[phrase] < 0 { continue }
        taken[counts[phrase]] = hit
        counts[phrase] += 1
      }
    }
    for phrase in met { counts[phrase] = 0 }
    met.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    return taken
  }
}
