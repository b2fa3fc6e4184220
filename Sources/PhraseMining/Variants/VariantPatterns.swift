internal import ShingleEngine

/// Phrases prepared for being recognised in edited form: which tokens and which pairs of neighbours
/// each has.
struct VariantPatterns: Sendable {
  /// The tokens of each phrase as they stand.
  let phrases: [[UInt32]]
  /// The tokens of each phrase, rising, with their multiplicity.
  private let sorted: [[UInt32]]
  /// The pairs of neighbours of each phrase.
  private let pairs: [PairSet]
  /// In front of both: most tokens that are asked about belong to no phrase near by.
  private let tokenFilters: PatternFilters
  private let pairFilters: PatternFilters

  /// What an edited place has in common with its phrase.
  struct Overlap {
    /// Tokens in common, with multiplicity, in any order.
    var matched: Int
    /// Tokens of the place that the phrase has not.
    var foreign: Int
    /// Tokens of the phrase that the place has not.
    var missing: Int

    /// The share of both sides in common, from 0 to 1 (Dice, 1945).
    var similarity: Double {
      2 * Double(matched) / Double(2 * matched + foreign + missing)
    }

    /// What the place is worth in the competition of phrases, in tokens.
    var score: Double { Double(matched) - 0.5 * Double(foreign) - 0.3 * Double(missing) }
  }

  /// - Parameters:
  ///   - phrases: the phrases.
  ///   - workers: the threads to use.
  init(_ phrases: [[UInt32]], workers: Workers) {
    self.phrases = phrases
    let chunk = 256
    let prepared = workers.map((phrases.count + chunk - 1) / chunk) { task in
      phrases[task * chunk..<min((task + 1) * chunk, phrases.count)].map { phrase in
        (
          tokens: phrase.sorted(),
          pairs: zip(phrase, phrase.dropFirst()).map { Self.pair($0, $1) }
        )
      }
    }.flatMap { $0 }
    sorted = prepared.map(\.tokens)
    pairs = prepared.map { PairSet($0.pairs) }
    tokenFilters = PatternFilters(sorted.lazy.map { $0.lazy.map(UInt64.init) })
    pairFilters = PatternFilters(prepared.lazy.map(\.pairs))
  }

  /// Whether two tokens are neighbours somewhere in `phrase`. O(1).
  func hasPair(_ left: UInt32, _ right: UInt32, _ phrase: Int) -> Bool {
    let pair = Self.pair(left, right)
    return pairFilters.mayContain(pair, phrase) && pairs[phrase].contains(pair)
  }

  /// Whether `phrase` has `token`. O(log n).
  func has(_ token: UInt32, _ phrase: Int) -> Bool {
    tokenFilters.mayContain(UInt64(token), phrase) && Self.contains(sorted[phrase], token)
  }

  /// What the tokens of `range` have in common with `phrase`. O(n log n).
  func overlap(of range: Range<Int>, in tokens: Slab<UInt32>, with phrase: Int) -> Overlap {
    let place = range.map { tokens[$0] }.sorted()
    let known = sorted[phrase]
    var matched = 0
    var left = 0
    var right = 0
    while left < place.count && right < known.count {
      if place[left] == known[right] {
        matched += 1
        left += 1
        right += 1
      } else if place[left] < known[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Overlap(
      matched: matched, foreign: place.count - matched, missing: known.count - matched)
  }

  private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  private static func contains<Element: Comparable>(
    _ sorted: [Element], _ element: Element
  ) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == element
  }
}

/// The pairs of neighbours of a phrase, by open addressing.
private struct PairSet: Sendable {
  /// `free` where no pair is.
  private var slots: [UInt64]
  private let mask: Int

  /// No pair of tokens.
  private static let free = UInt64.max

  init(_ pairs: [UInt64]) {
    var capacity = 4
    while capacity < 2 * pairs.count { capacity *= 2 }
    slots = [UInt64](repeating: Self.free, count: capacity)
    mask = capacity - 1
    for pair in pairs { slots[slot(of: pair)] = pair }
  }

  @inline(__always)
  func contains(_ pair: UInt64) -> Bool { slots[slot(of: pair)] == pair }

  /// The slot that holds `pair`, or the free one where it belongs. Fibonacci hashing (Knuth, TAOCP 3,
  /// 6.4).
  @inline(__always)
  private func slot(of pair: UInt64) -> Int {
    var slot = Int((pair &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while slots[slot] != Self.free && slots[slot] != pair { slot = (slot + 1) & mask }
    return slot
  }
}

/// For each phrase a set of its tokens or pairs that may hold a few more: a Bloom filter of one function
/// and 256 places (Bloom, 1970, https://doi.org/10.1145/362686.362692).
private struct PatternFilters: Sendable {
  /// Four words for each phrase.
  private var bits: [UInt64]

  init(_ phrases: some Collection<some Sequence<UInt64>>) {
    bits = [UInt64](repeating: 0, count: 4 * phrases.count)
    for (phrase, values) in phrases.enumerated() {
      for value in values {
        let place = Self.place(of: value)
        bits[4 * phrase + (place >> 6)] |= 1 << UInt64(place & 63)
      }
    }
  }

  @inline(__always)
  func mayContain(_ value: UInt64, _ phrase: Int) -> Bool {
    let place = Self.place(of: value)
    return bits[4 * phrase + (place >> 6)] >> UInt64(place & 63) & 1 != 0
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private static func place(of value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value &* 0x9e37_79b9_7f4a_7c15) >> 56)
  }
}
