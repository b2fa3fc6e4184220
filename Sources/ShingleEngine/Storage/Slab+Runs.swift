internal import Glibc

extension Slab where Element == UInt32 {
  /// How many elements from `left` on are the same as those from `right` on, `count` at most.
  @inline(__always)
  package func commonCount(_ left: Int, _ right: Int, count: Int) -> Int {
    var common = 0
    // Most part after a few.
    let few = min(count, Self.chunk)
    while common < few && self[left + common] == self[right + common] { common += 1 }
    if common < few || common == count { return common }
    while common + Self.chunk <= count, chunk(left + common) == chunk(right + common) {
      common += Self.chunk
    }
    while common < count, self[left + common] == self[right + common] { common += 1 }
    return common
  }

  /// How many elements from `index` on are `value`, `count` at most.
  package func repetitions(of value: UInt32, from index: Int, count: Int) -> Int {
    let wanted = Chunk(repeating: UInt64(value) << 32 | UInt64(value))
    var same = 0
    while same + Self.chunk <= count, chunk(index + same) == wanted { same += Self.chunk }
    while same < count, self[index + same] == value { same += 1 }
    return same
  }

  /// Whether the `length` elements from `index` on are those of `other` from `start` on.
  @inline(__always)
  package func holds(
    _ other: Slab<UInt32>, from start: Int, count length: Int, at index: Int
  ) -> Bool {
    assert(index >= 0 && index + length <= count && start >= 0 && start + length <= other.count)
    let few = min(length, Self.chunk)
    for offset in 0..<few where self[index + offset] != other[start + offset] { return false }
    return unsafe memcmp(
      base + index + few, other.base + start + few,
      (length - few) * MemoryLayout<UInt32>.stride) == 0
  }

  /// So many elements are compared at once.
  private static var chunk: Int { 8 }
  private typealias Chunk = SIMD4<UInt64>

  private func chunk(_ index: Int) -> Chunk {
    assert(index >= 0 && index + Self.chunk <= count)
    return unsafe UnsafeRawPointer(base + index).loadUnaligned(as: Chunk.self)
  }
}

extension Slab where Element == UInt8 {
  /// How many elements of `range` are less than `limit`. O(range / 8).
  ///
  /// - Precondition: they are all below 128, as is `limit`.
  package func count(below limit: UInt8, in range: Range<Int>) -> Int {
    assert(range.lowerBound >= 0 && range.upperBound <= count && limit < 128)
    let highest = UInt64.eachByte(0x80)
    let limits = UInt64.eachByte(limit)
    var index = range.lowerBound
    var found = 0
    while index + 8 <= range.upperBound {
      let eight = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      // No byte borrows from the next: its highest bit stays where it is not less.
      let others = ((eight | highest) &- limits) & highest
      found += 8 - (others >> 7).byteSum
      index += 8
    }
    while index < range.upperBound {
      if self[index] < limit { found += 1 }
      index += 1
    }
    return found
  }

  /// The first `count` elements from `index` on, 15 at most; after them zeros. There are 16.
  @inlinable @inline(__always)
  public func few(from index: Int, count: Int) -> (UInt64, UInt64) {
    assert(index >= 0 && index + 16 <= self.count && count < 16)
    let bytes = unsafe UnsafeRawPointer(base + index)
    // As many bytes of the word that is not whole.
    let part = ~(UInt64.max &<< UInt64(8 &* (count & 7)))
    let isShort = count < 8
    return unsafe (
      bytes.loadUnaligned(as: UInt64.self) & (isShort ? part : .max),
      (bytes + 8).loadUnaligned(as: UInt64.self) & (isShort ? 0 : part)
    )
  }
}
