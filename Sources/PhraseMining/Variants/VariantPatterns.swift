internal import ShingleEngine

/// Phrases prepared for being recognised in edited form: which tokens and which pairs of neighbours
/// each has.
struct VariantPatterns: Sendable {
  /// The tokens of each phrase as they stand.
  let phrases: [[UInt32]]
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
      phrases[task * chunk..<min((task + 1) * chunk, phrases.count)].map(VariantPattern.init)
    }
    patterns = prepared.flatMap { $0 }
  }

  /// What `phrase` consists of.
  func pattern(_ phrase: Int) -> VariantPattern { patterns[phrase] }

  /// What the tokens of `range` have in common with `phrase`. O(n).
  func overlap(of range: Range<Int>, in tokens: Slab<UInt32>, with phrase: Int) -> Overlap {
    let matched = patterns[phrase].common(range, of: tokens)
    return Overlap(
      matched: matched, foreign: range.count - matched, missing: phrases[phrase].count - matched)
  }
}

/// Which tokens and which pairs of neighbours a phrase has, by open addressing (Knuth, TAOCP 3, 6.4) behind a filter of
/// one hash (Bloom, 1970).
///
/// Of hard text there are tens of thousands: all stands in one piece of memory, as small as still answers at once.
struct VariantPattern: Sendable {
  /// Whether most of its tokens are words, no characters.
  let isOfWords: Bool
  /// The bits of the filter, then the slots of tokens, then how often it has each, then two for each of pairs; `free`
  /// where none is.
  private let slots: Slab<UInt32>
  private let filterMask: Int
  private let firstToken: Int
  private let tokenMask: Int
  private let firstPair: Int
  private let pairMask: Int
  private var firstCount: Int { firstToken + tokenMask + 1 }

  /// No token.
  private static var free: UInt32 { .max }

  fileprivate init(_ phrase: [UInt32]) {
    isOfWords = 2 * phrase.count { $0 >= TokenCorpus.firstWord } > phrase.count
    let filterWords = Self.capacity(phrase.count)
    filterMask = 32 * filterWords - 1
    firstToken = filterWords
    tokenMask = Self.capacity(2 * phrase.count) - 1
    firstPair = firstToken + 2 * (tokenMask + 1)
    pairMask = Self.capacity(2 * phrase.count) - 1
    slots = Slab(uninitialized: firstPair + 2 * (pairMask + 1))
    for slot in 0..<slots.count { slots[slot] = Self.free }
    for word in 0..<firstToken { slots[word] = 0 }
    for count in firstCount..<firstPair { slots[count] = 0 }
    for token in phrase {
      let bit = Self.hash(UInt64(token)) & filterMask
      slots[bit >> 5] |= 1 << UInt32(bit & 31)
      let slot = slot(of: token)
      slots[slot] = token
      slots[firstCount + slot - firstToken] += 1
    }
    for (left, right) in zip(phrase, phrase.dropFirst()) {
      let slot = slot(of: left, right)
      slots[slot] = left
      slots[slot + 1] = right
    }
  }

  private static func capacity(_ least: Int) -> Int {
    var capacity = 8
    while capacity < least { capacity *= 2 }
    return capacity
  }

  /// 0 for nearly all tokens that it has not, 1 for all that it has: a number, for what is asked for as truth becomes a
  /// branch, and half of them would be guessed wrong. O(1).
  @inline(__always)
  func possible(_ token: UInt32) -> Int {
    let bit = Self.hash(UInt64(token)) & filterMask
    return Int(slots[bit >> 5] &>> UInt32(bit & 31) & 1)
  }

  /// Whether it has `token`. O(1).
  @inline(__always)
  func has(_ token: UInt32) -> Bool { slots[slot(of: token)] == token }

  /// How many tokens of `range` it has, each as often as it stands in both. O(range).
  func common(_ range: Range<Int>, of tokens: Slab<UInt32>) -> Int {
    let size = tokenMask + 1
    return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { left in
      for index in 0..<size { unsafe left[index] = slots[firstCount + index] }
      var common = 0
      for position in range {
        let slot = slot(of: tokens[position])
        if slots[slot] == Self.free { continue }
        let index = slot - firstToken
        let isLeft = unsafe left[index] > 0
        unsafe left[index] -= isLeft ? 1 : 0
        common += isLeft ? 1 : 0
      }
      return common
    }
  }

  /// Whether two tokens are neighbours somewhere in it. O(1).
  @inline(__always)
  func hasPair(_ left: UInt32, _ right: UInt32) -> Bool { slots[slot(of: left, right)] == left }

  /// The slot that holds `token`, or the free one where it belongs.
  @inline(__always)
  private func slot(of token: UInt32) -> Int {
    var slot = Self.hash(UInt64(token)) & tokenMask
    while true {
      let held = slots[firstToken + slot]
      if held == Self.free || held == token { return firstToken + slot }
      slot = (slot + 1) & tokenMask
    }
  }

  /// The first slot of the pair, or of the free ones where it belongs.
  @inline(__always)
  private func slot(of left: UInt32, _ right: UInt32) -> Int {
    var pair = Self.hash(UInt64(left) << 32 | UInt64(right)) & pairMask
    while true {
      let slot = firstPair + 2 * pair
      if slots[slot] == Self.free || (slots[slot] == left && slots[slot + 1] == right) {
        return slot
      }
      pair = (pair + 1) & pairMask
    }
  }

  /// Fibonacci hashing.
  @inline(__always)
  private static func hash(_ number: UInt64) -> Int {
    Int((number &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }
}
