internal import ShingleEngine

/// Finds every occurrence of many token sequences in one pass over the corpus.
///
/// The multiple-pattern search of Karp and Rabin (1987): the rolling hash of the shortest pattern's
/// length names the patterns that may begin here, a bit filter in front of the table keeps most
/// positions from touching it, and each hit is verified on the tokens. Text can be built whose patterns all have one
/// rolling hash, which is published: these are told apart by a hash of another kind.
///
/// Long patterns, whole runs of stock tokens, may agree with periodic text at every position: there what is known from
/// the position before is not compared again (the Z algorithm; Main and Lorentz, 1984).
struct PhraseFinder: Sendable {
  private let corpus: TokenCorpus
  private let hash: RollingHash
  /// The tokens of all patterns, one after another, and where each begins.
  private let tokens: Slab<UInt32>
  private let starts: Slab<Int>
  private let table: PatternTable
  /// Of each long pattern, for each place in it, how many tokens from there on are those that it begins with.
  private let prefixes: [Int: [UInt32]]

  /// Longer than any phrase: a repeat ends there.
  private static let long = 1_000

  /// - Parameters:
  ///   - patterns: what is looked for: none is empty, and no two are equal.
  ///   - corpus: where.
  ///   - hashBits: fewer than 64 only in tests.
  init(_ patterns: [[UInt32]], in corpus: TokenCorpus, hashBits: Int = 64) {
    self.corpus = corpus
    tokens = Slab(uninitialized: patterns.reduce(0) { $0 + $1.count })
    starts = Slab(uninitialized: patterns.count + 1)
    starts[0] = 0
    for (index, pattern) in patterns.enumerated() {
      for (offset, token) in pattern.enumerated() { tokens[starts[index] + offset] = token }
      starts[index + 1] = starts[index] + pattern.count
    }
    let length = patterns.map(\.count).min() ?? 1
    let hash = RollingHash(length: length, wordHashes: corpus.wordHashes, bits: hashBits)
    self.hash = hash
    table = PatternTable(patterns.map { hash.hash(of: $0.prefix(length)) }) { [tokens, starts] in
      TokenHash.hash(of: tokens, at: starts[$0], length: length)
    }
    var prefixes: [Int: [UInt32]] = [:]
    for (index, pattern) in patterns.enumerated() where pattern.count > Self.long {
      prefixes[index] = Self.prefixes(of: pattern)
    }
    self.prefixes = prefixes
  }

  /// Where each pattern occurs in each of `parts`, ranges of documents. O(n) and the occurrences.
  func occurrences(in parts: [Range<Int>], workers: Workers) -> [Occurrences] {
    workers.map(parts.count) { part in
      Occurrences(
        tokens.count == 0 ? [] : scan(parts[part]), patterns: starts.count - 1,
        range: corpus.range(of: parts[part]))
    }
  }

  private func scan(_ documents: Range<Int>) -> [Occurrences.Hit] {
    var hits: [Occurrences.Hit] = []
    var agreed: [Int: Range<Int>] = [:]
    for block in corpus.blocks(in: corpus.range(of: documents)) {
      let end = corpus.blockEnd(block)
      hash.forEachWindow(in: block..<block + 1, of: corpus) { position, value in
        table.forEach(of: value) {
          TokenHash.hash(of: corpus.tokens, at: position, length: hash.length)
        } _: { pattern in
          if matches(Int(pattern), at: position, end: end, &agreed) {
            hits.append(.init(pattern: pattern, position: UInt32(position)))
          }
        }
      }
    }
    return hits
  }

  /// - Parameter agreed: where each long pattern agreed with the text when it was looked at last, from its beginning.
  private func matches(
    _ pattern: Int, at position: Int, end: Int, _ agreed: inout [Int: Range<Int>]
  ) -> Bool {
    let start = starts[pattern]
    let count = starts[pattern + 1] - start
    guard position + count <= end else { return false }
    if count > Self.long { return matchesLong(pattern, at: position, &agreed) }
    return corpus.tokens.holds(tokens, from: start, count: count, at: position)
  }
}

extension PhraseFinder {
  /// Whether a long pattern, for which there is room, stands at `position`. O(1) for each position and token that it is
  /// asked for, in rising order.
  private func matchesLong(
    _ pattern: Int, at position: Int, _ agreed: inout [Int: Range<Int>]
  ) -> Bool {
    let start = starts[pattern]
    let count = starts[pattern + 1] - start
    var common = 0
    if let known = agreed[pattern], position > known.lowerBound, position < known.upperBound {
      common = Int(prefixes[pattern]![position - known.lowerBound])
      // It parts from itself, and so from the text, before what is known ends.
      if common < known.upperBound - position { return false }
      common = known.upperBound - position
    }
    while common < count, corpus.tokens[position + common] == tokens[start + common] { common += 1 }
    agreed[pattern] = position..<position + common
    return common == count
  }

  /// For each place in `pattern` how many tokens from there on are those that it begins with. O(n).
  private static func prefixes(of pattern: [UInt32]) -> [UInt32] {
    var lengths = [UInt32](repeating: 0, count: pattern.count)
    var known = 0..<0
    for start in 1..<pattern.count {
      var common = 0
      if start < known.upperBound {
        common = min(Int(lengths[start - known.lowerBound]), known.upperBound - start)
      }
      while start + common < pattern.count, pattern[start + common] == pattern[common] {
        common += 1
      }
      lengths[start] = UInt32(common)
      if start + common > known.upperBound { known = start..<start + common }
    }
    return lengths
  }
}

/// Patterns by the hash of their first tokens: chains (Knuth, TAOCP 3, 6.4) behind a bit filter that
/// stays in the first-level cache.
private struct PatternTable: Sendable {
  private let filter: Bitset
  private let filterShift: UInt64
  /// The hashes that many patterns have.
  private let crowded: Set<UInt64>
  /// The first pattern of each chain, plus one.
  private let heads: Slab<Int32>
  private let headShift: UInt64
  /// By which each pattern is found: its hash, or the other one.
  private let keys: Slab<UInt64>
  /// The next pattern of the chain, plus one.
  private let next: Slab<Int32>

  /// More patterns of one hash are looked for by the other.
  private static let most = 16

  /// - Parameters:
  ///   - patterns: the hash of each.
  ///   - otherHash: another hash of the pattern with an index, asked for where many have one.
  init(_ patterns: [UInt64], otherHash: (Int) -> UInt64) {
    let crowded = Self.crowded(patterns)
    self.crowded = crowded
    var bits: UInt64 = 6
    while 1 << bits < 2 * patterns.count { bits += 1 }
    headShift = 64 - bits
    // Some 16 bits for each pattern let one position in sixteen pass.
    filterShift = 64 - bits - 4
    heads = Slab(zeroed: 1 << Int(bits))
    keys = Slab(zeroed: patterns.count)
    next = Slab(zeroed: patterns.count)
    var filter = Bitset(count: 1 << Int(bits + 4))
    for (index, hash) in patterns.enumerated() {
      let key = crowded.contains(hash) ? otherHash(index) : hash
      let head = Int(key >> headShift)
      keys[index] = key
      next[index] = heads[head]
      heads[head] = Int32(index + 1)
      let place = Int(hash >> filterShift)
      filter.insert(place..<place + 1)
    }
    self.filter = filter
  }

  private static func crowded(_ hashes: [UInt64]) -> Set<UInt64> {
    let sorted = hashes.sorted()
    var crowded = Set<UInt64>()
    for (first, last) in zip(sorted, sorted.dropFirst(most)) where first == last {
      crowded.insert(first)
    }
    return crowded
  }

  /// Calls `body` with each pattern that has `hash`, and `otherHash` where many have it.
  @inline(__always)
  func forEach(of hash: UInt64, _ otherHash: () -> UInt64, _ body: (Int32) -> Void) {
    guard filter.contains(Int(hash >> filterShift)) else { return }
    let key = !crowded.isEmpty && crowded.contains(hash) ? otherHash() : hash
    var pattern = heads[Int(key >> headShift)]
    while pattern != 0 {
      let index = Int(pattern) - 1
      if keys[index] == key { body(Int32(index)) }
      pattern = next[index]
    }
  }
}

/// Where patterns occur in a part of the corpus, flat.
struct Occurrences: Sendable {
  struct Hit: Sendable {
    let pattern: Int32
    let position: UInt32
  }

  /// The positions of the part.
  let range: Range<Int>
  private let positions: [UInt32]
  private let starts: [UInt32]

  /// - Parameter hits: positions rising.
  fileprivate init(_ hits: [Hit], patterns: Int, range: Range<Int>) {
    self.range = range
    var starts = [UInt32](repeating: 0, count: patterns + 1)
    for hit in hits { starts[Int(hit.pattern) + 1] += 1 }
    for pattern in 0..<patterns { starts[pattern + 1] += starts[pattern] }
    var next = starts
    var positions = [UInt32](repeating: 0, count: hits.count)
    for hit in hits {
      positions[Int(next[Int(hit.pattern)])] = hit.position
      next[Int(hit.pattern)] += 1
    }
    self.positions = positions
    self.starts = starts
  }

  /// The positions of `pattern`, rising; occurrences may overlap.
  subscript(pattern: Int) -> ArraySlice<UInt32> {
    positions[Int(starts[pattern])..<Int(starts[pattern + 1])]
  }
}
