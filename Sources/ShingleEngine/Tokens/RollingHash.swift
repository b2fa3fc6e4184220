internal import CXXHash

/// The rolling hash over tokens: a polynomial over the ring of 64-bit integers (Karp and Rabin,
/// 1987, https://doi.org/10.1147/rd.312.0249), with a random odd base and a final mixing.
///
/// The low bits of a polynomial modulo 2⁶⁴ mix badly and Thue–Morse sequences attack it, so the
/// digits are mixed before and the sum after; equality is verified on the tokens in any case. Public so that what is
/// done with each window is no call.
public struct RollingHash: Sendable {
  /// The published seed of the base: SplitMix64's first odd output from "Taohua" in ASCII.
  static let seed: UInt64 = 0x5461_6f68_7561_0001
  /// The base, odd so that multiplication by it is invertible.
  static let base: UInt64 = mix(seed) | 1

  /// The number of tokens that the hash looks back on.
  public let length: Int
  /// Keeps this many of the 64 bits, from 1; fewer than all only in tests of the collision path.
  package let bits: Int
  /// 64 without `bits`.
  @usableFromInline let dropped: UInt64
  @usableFromInline let base = Self.base
  @usableFromInline let leaving: UInt64
  @usableFromInline let wordHashes: [UInt64]

  package init(length: Int, wordHashes: [UInt64], bits: Int = 64) {
    self.length = length
    self.bits = bits
    dropped = UInt64(64 - bits)
    self.wordHashes = wordHashes
    var power: UInt64 = 1
    for _ in 0..<length { power = power &* Self.base }
    leaving = power
  }

  /// The digit that stands for a token in the polynomial.
  @inlinable @inline(__always)
  func digit(_ token: UInt32) -> UInt64 {
    token < TokenCorpus.firstWord
      ? (UInt64(token) &+ 1) &* 0x9e37_79b9_7f4a_7c15
      : wordHashes[Int(token - TokenCorpus.firstWord)]
  }

  /// The sum after `token` entered.
  @inlinable @inline(__always)
  func entering(_ token: UInt32, _ sum: UInt64) -> UInt64 { entering(digit(token), sum) }

  /// The sum after a token with the digit `new` entered.
  @inlinable @inline(__always)
  func entering(_ new: UInt64, _ sum: UInt64) -> UInt64 { sum &* base &+ new }

  /// The sum after `entering` came and `leaving`, `length` tokens before it, went.
  @inlinable @inline(__always)
  func rolling(_ sum: UInt64, entering new: UInt32, leaving old: UInt32) -> UInt64 {
    rolling(sum, entering: digit(new), leaving: digit(old))
  }

  /// The sum after a token with the digit `new` came and one with `old`, `length` tokens before, went.
  @inlinable @inline(__always)
  func rolling(_ sum: UInt64, entering new: UInt64, leaving old: UInt64) -> UInt64 {
    sum &* base &+ new &- old &* leaving
  }

  /// The hash of a window from its sum.
  @inlinable @inline(__always)
  func finish(_ sum: UInt64) -> UInt64 {
    Self.mix(sum) &<< dropped
  }

  /// The hash of `tokens`, which are `length`.
  package func hash(of tokens: ArraySlice<UInt32>) -> UInt64 {
    finish(tokens.reduce(0) { entering($1, $0) })
  }

  /// The hash of the window at `position`.
  func hash(at position: Int, of corpus: TokenCorpus) -> UInt64 {
    var sum: UInt64 = 0
    for offset in 0..<length { sum = entering(corpus.tokens[position + offset], sum) }
    return finish(sum)
  }

  /// Calls `body` with the position and hash of each window of the blocks `blocks` of `corpus`.
  @inlinable @inline(__always)
  public func forEachWindow(
    in blocks: Range<Int>, of corpus: TokenCorpus, _ body: (Int, UInt64) -> Void
  ) {
    let tokens = corpus.tokens
    for block in blocks {
      let start = Int(corpus.blockStarts[block])
      let end = corpus.blockEnd(block)
      if end - start < length { continue }
      var sum: UInt64 = 0
      for position in start..<start + length { sum = entering(tokens[position], sum) }
      body(start, finish(sum))
      for position in start + length..<end {
        let first = position - length
        sum = rolling(sum, entering: tokens[position], leaving: tokens[first])
        body(first + 1, finish(sum))
      }
    }
  }

  /// Calls `body` with the position and hash of each window of `range`, whatever blocks it has.
  package func forEachWindow(
    from range: Range<Int>, of corpus: TokenCorpus, _ body: (Int, UInt64) -> Void
  ) {
    guard range.count >= length else { return }
    let tokens = corpus.tokens
    var sum: UInt64 = 0
    for position in range.lowerBound..<range.lowerBound + length {
      sum = entering(tokens[position], sum)
    }
    body(range.lowerBound, finish(sum))
    for position in range.lowerBound + length..<range.upperBound {
      let first = position - length
      sum = rolling(sum, entering: tokens[position], leaving: tokens[first])
      body(first + 1, finish(sum))
    }
  }

  /// Murmur3's finaliser (Appleby, 2011): every input bit reaches every output bit.
  @inlinable @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 33)) &* 0xff51_afd7_ed55_8ccd
    z = (z ^ (z >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return z ^ (z >> 33)
  }

  /// The hash of a word's folded UTF-8 bytes, the digit of its token: XXH3.
  package static func hash(ofWord word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { unsafe cxxh3_64($0.baseAddress, $0.count) }
  }
}
