/// How much each of many things shares with the one in work: documents windows, phrases keys.
///
/// What was counted is forgotten in the time that it took to count: the same memory serves the next one.
package struct SharedCounts: ~Copyable {
  /// By the number of the thing.
  private let counts: Slab<UInt32>
  /// The things that share anything.
  private let touched: Slab<UInt32>
  private var touchedCount = 0

  /// - Parameter count: how many things there are.
  package init(count: Int) {
    counts = Slab(zeroed: count)
    touched = Slab(uninitialized: count)
  }

  /// Counts that thing `index` shares one more.
  package mutating func add(_ index: Int) {
    if counts[index] == 0 {
      touched[touchedCount] = UInt32(index)
      touchedCount += 1
    }
    counts[index] += 1
  }

  /// The things that were added `minimum` times or more, rising; forgets all.
  package mutating func take(atLeast minimum: Int) -> [Int] {
    defer { clear() }
    var found: [Int] = []
    for place in 0..<touchedCount {
      let index = Int(touched[place])
      if Int(counts[index]) >= minimum { found.append(index) }
    }
    return found.sorted()
  }

  /// The things that were added most often, of equal ones the first, `limit` at most; forgets all.
  package mutating func takeMost(_ limit: Int) -> [Int] {
    defer { clear() }
    // In order, no more than are wanted: most of many are less than the last of them.
    var most: [UInt64] = []
    for place in 0..<touchedCount {
      let index = Int(touched[place])
      let key = UInt64(UInt32.max - counts[index]) << 32 | UInt64(index)
      if most.count == limit {
        guard let last = most.last, key < last else { continue }
        most.removeLast()
      }
      var place = most.count
      while place > 0 && most[place - 1] > key { place -= 1 }
      most.insert(key, at: place)
    }
    return most.map { Int(UInt32(truncatingIfNeeded: $0)) }
  }

  private mutating func clear() {
    for place in 0..<touchedCount { counts[Int(touched[place])] = 0 }
    touchedCount = 0
  }
}
