/// How often each of many pairs of tokens was seen, by open addressing.
package struct PairTable: Sendable {
  /// Each place has a pair and its count, side by side: one line of the cache. The pair 0 is a free place, for none that is
  /// counted has it.
  private var places: Slab<UInt64>
  /// Different pairs.
  package private(set) var count = 0

  /// - Parameter capacity: pairs that there is room for without growing.
  package init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    places = Slab(zeroed: 2 * size)
  }

  /// Adds `number` to the count of `pair`. O(1).
  @inline(__always)
  package mutating func add(_ pair: UInt64, _ number: Int = 1) {
    var place = place(of: pair)
    if places[place] == 0 {
      if count * 4 >= places.count {
        grow()
        place = self.place(of: pair)
      }
      places[place] = pair
      count += 1
    }
    places[place + 1] += UInt64(number)
  }

  /// How often `pair` was added; 0 if it never was. O(1).
  package func count(of pair: UInt64) -> Int { Int(places[place(of: pair) + 1]) }

  /// All pairs with their counts, in no order.
  package var all: some Sequence<(pair: UInt64, count: Int)> {
    stride(from: 0, to: places.count, by: 2).lazy.filter { places[$0] != 0 }
      .map { (places[$0], Int(places[$0 + 1])) }
  }

  /// What several have counted of one of `parts` parts of the pairs, about equally large ones. Room for all is there from
  /// the first: pairs come in the order of their places, and would crowd the beginning of a table that is yet to grow.
  package static func sum(
    _ tables: [PairTable], part: Int = 0, of parts: Int = 1
  ) -> PairTable {
    let total = tables.reduce(0) { $0 + $1.count }
    var sum = PairTable(capacity: (total + parts - 1) / parts)
    for table in tables {
      for (pair, count) in table.all where parts == 1 || pair % UInt64(parts) == UInt64(part) {
        sum.add(pair, count)
      }
    }
    return sum
  }

  private mutating func grow() {
    var larger = PairTable(capacity: places.count / 2)
    for (pair, count) in all { larger.add(pair, count) }
    self = larger
  }

  /// Where `pair` is, or would be.
  @inline(__always)
  private func place(of pair: UInt64) -> Int {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    let hash = (pair &* 0x9e37_79b9_7f4a_7c15) >> UInt64(places.count.leadingZeroBitCount + 1)
    var place = Int(hash) & ~1
    while places[place] != 0 && places[place] != pair { place = (place + 2) & (places.count - 1) }
    return place
  }
}
