internal import ShingleEngine

/// Phrases prepared for being recognised in edited form: which tokens and which pairs of neighbours
/// each has.
struct VariantPatterns: Sendable {
  /// The tokens of each phrase as they stand.
  let phrases: [[UInt32]]
  /// The tokens of each phrase, rising, with their multiplicity.
  private let sorted: [[UInt32]]
  private let patterns: [VariantPattern]

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
      phrases[task * chunk..<min((task + 1) * chunk, phrases.count)].map {
        (tokens: $0.sorted(), pattern: VariantPattern($0))
      }
    }.flatMap { $0 }
    sorted = prepared.map(\.tokens)
    patterns = prepared.map(\.pattern)
  }

  /// What `phrase` consists of.
  func pattern(_ phrase: Int) -> VariantPattern { patterns[phrase] }

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
}

/// Which tokens and which pairs of neighbours a phrase has.
struct VariantPattern: Sendable {
  private let tokens: NumberSet<UInt32>
  private let pairs: NumberSet<UInt64>

  fileprivate init(_ phrase: [UInt32]) {
    tokens = NumberSet(phrase)
    pairs = NumberSet(zip(phrase, phrase.dropFirst()).map { Self.pair($0, $1) })
  }

  /// Whether it has `token`. O(1).
  @inline(__always)
  func has(_ token: UInt32) -> Bool { tokens.contains(token) }

  /// Whether two tokens are neighbours somewhere in it. O(1).
  @inline(__always)
  func hasPair(_ left: UInt32, _ right: UInt32) -> Bool { pairs.contains(Self.pair(left, right)) }

  private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }
}

/// The tokens or the pairs of neighbours of a phrase, by open addressing.
private struct NumberSet<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  /// `free` where none is.
  private let slots: Slab<Number>
  private let mask: Int

  /// Neither a token nor a pair of them.
  private static var free: Number { .max }

  init(_ numbers: [Number]) {
    // So many that a number that is not among them mostly meets a free slot at once, and so few that the sets of
    // phrases that are looked for together stay in the cache.
    var capacity = 8
    while capacity < 4 * numbers.count { capacity *= 2 }
    slots = Slab(uninitialized: capacity)
    mask = capacity - 1
    for slot in 0..<capacity { slots[slot] = Self.free }
    for number in numbers { slots[slot(of: number)] = number }
  }

  @inline(__always)
  func contains(_ number: Number) -> Bool { slots[slot(of: number)] == number }

  /// The slot that holds `number`, or the free one where it belongs. Fibonacci hashing (Knuth, TAOCP 3,
  /// 6.4).
  @inline(__always)
  private func slot(of number: Number) -> Int {
    var slot = Int((UInt64(number) &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while slots[slot] != Self.free && slots[slot] != number { slot = (slot + 1) & mask }
    return slot
  }
}
