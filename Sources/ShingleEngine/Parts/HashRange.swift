/// One of some parts of about equal size that the hashes of windows are cut into.
package struct HashRange: Hashable, Sendable {
  /// From 0.
  package let index: Int
  /// How many there are.
  package let count: Int

  /// - Precondition: `index` is below `count`, which is at most ``WindowBuckets/count``.
  package init(_ index: Int, of count: Int) {
    precondition((0..<count).contains(index) && count <= WindowBuckets.count, "no such range")
    self.index = index
    self.count = count
  }

  /// All hashes.
  package static let all = HashRange(0, of: 1)

  /// The buckets that it has.
  package var buckets: Range<Int> {
    WindowBuckets.count * index / count..<WindowBuckets.count * (index + 1) / count
  }
}
