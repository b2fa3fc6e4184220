/// How many places there are of something, and where the first is.
struct PlaceCount: Hashable {
  private(set) var count = 0
  private(set) var firstOffset = 0

  mutating func add(at offset: Int) {
    if count == 0 { firstOffset = offset }
    count += 1
  }

  /// The same with the first at `offset`.
  func moved(to offset: Int) -> PlaceCount {
    var result = self
    result.firstOffset = offset
    return result
  }

  mutating func add(_ other: PlaceCount) {
    if other.count == 0 { return }
    firstOffset = count == 0 ? other.firstOffset : min(firstOffset, other.firstOffset)
    count += other.count
  }
}
