/// How often each of many pairs of tokens was seen, by open addressing.
package struct PairTable: Sendable {
  /// 0 is a free place: no pair that is counted has this key.
  private var keys: Slab<UInt64>
  private var counts: Slab<UInt32>
  /// Different pairs.
  private var used = 0

  /// - Parameter capacity: pairs that there is room for without growing.
  package init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    keys = Slab(zeroed: size)
    counts = Slab(zeroed: size)
  }

  /// Adds `number` to the count of `pair`. O(1).
  @inline(__always)
  package mutating func add(_ pair: UInt64, _ number: UInt32 = 1) {
    var place = place(of: pair)
    if keys[place] == 0 {
      if used * 2 >= keys.count {
        grow()
        place = self.place(of: pair)
      }
      keys[place] = pair
      used += 1
    }
    counts[place] += number
  }

  package func count(of pair: UInt64) -> UInt32 { counts[place(of: pair)] }

  /// All pairs with their counts, in no order.
  package var all: some Sequence<(pair: UInt64, count: UInt32)> {
    (0..<keys.count).lazy.filter { keys[$0] != 0 }.map { (keys[$0], counts[$0]) }
  }

  private mutating func grow() {
    var larger = PairTable(capacity: keys.count)
    for (pair, count) in all { larger.add(pair, count) }
    self = larger
  }

  @inline(__always)
  private func place(of pair: UInt64) -> Int {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    var place = Int(
      (pair &* 0x9e37_79b9_7f4a_7c15) >> UInt64(keys.count.leadingZeroBitCount + 1))
    while keys[place] != 0 && keys[place] != pair { place = (place + 1) & (keys.count - 1) }
    return place
  }
}
