/// One bit for each position.
public struct Bitset: Sendable {
  @usableFromInline var words: [UInt64]

  /// An empty set of the numbers below `count`.
  @inlinable public init(count: Int) { words = [UInt64](repeating: 0, count: (count >> 6) + 1) }

  @inlinable public func contains(_ index: Int) -> Bool {
    words[index >> 6] >> UInt64(index & 63) & 1 != 0
  }

  /// Asks for the cache line of a number that is looked for soon.
  @inlinable @inline(__always) public func prefetch(_ index: Int) { words.prefetch(index >> 6) }

  /// Whether no number of `range` is in the set. O(range / 64).
  @inlinable @inline(__always) public func isEmpty(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let mask = Self.mask(from: index, to: range.upperBound)
      if words[index >> 6] & mask != 0 { return false }
      index = (index | 63) + 1
    }
    return true
  }

  /// The first number of the set from `index` on. O(distance / 64).
  @inlinable public func first(from index: Int) -> Int? {
    var word = index >> 6
    var bits = words[word] & UInt64.max << UInt64(index & 63)
    while bits == 0 {
      word += 1
      if word == words.count { return nil }
      bits = words[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// How many numbers of `range` are in the set. O(range / 64).
  @inlinable public func count(in range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let mask = Self.mask(from: index, to: range.upperBound)
      count += (words[index >> 6] & mask).nonzeroBitCount
      index = (index | 63) + 1
    }
    return count
  }

  /// Enters all numbers of `range`.
  @inlinable public mutating func insert(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      words[index >> 6] |= Self.mask(from: index, to: range.upperBound)
      index = (index | 63) + 1
    }
  }

  /// Takes all numbers of `range` out.
  @inlinable public mutating func remove(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      words[index >> 6] &= ~Self.mask(from: index, to: range.upperBound)
      index = (index | 63) + 1
    }
  }

  /// The bits of the word of `index` from `index` on, but below `end`.
  @inlinable static func mask(from index: Int, to end: Int) -> UInt64 {
    let low = UInt64.max << UInt64(index & 63)
    let last = index | 63
    return end > last ? low : low & ~(UInt64.max << UInt64(end & 63))
  }
}
