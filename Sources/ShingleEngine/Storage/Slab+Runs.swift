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
