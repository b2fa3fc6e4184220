internal import ShingleEngine

/// The leaders of families by their keys: which of them share keys with a phrase, and how many.
///
/// A key that one phrase alone has leads nowhere. Of every other one the list of leaders has its room beforehand, one
/// list behind the other.
struct LeaderIndex: ~Copyable {
  /// The lists of the keys of each phrase, phrases one after another.
  private let lists: [UInt32]
  private let ends: [Int]
  /// Where the room of each list begins, and at the end where that of the last ends.
  private let firsts: [UInt32]
  /// How many leaders each list has.
  private var counts: [UInt32]
  /// The leaders of all lists, in their room.
  private let leaders: Slab<UInt32>

  /// - Parameters:
  ///   - keys: those of each phrase, distinct.
  ///   - most: leaders that a list has at most.
  init(_ keys: [[UInt64]], most: Int) {
    let numbered = Self.numbered(keys)
    var holders = [UInt32](repeating: 0, count: numbered.count)
    for number in numbered.numbers { holders[Int(number)] += 1 }
    // By the number of a key its list: those keys have one that several phrases have.
    var list = [UInt32](repeating: 0, count: numbered.count)
    var firsts: [UInt32] = [0]
    for (number, count) in holders.enumerated() where count > 1 {
      list[number] = UInt32(firsts.count - 1)
      firsts.append(firsts.last! + min(count, UInt32(most)))
    }
    var lists: [UInt32] = []
    var ends: [Int] = []
    var next = 0
    for keys in keys {
      for number in numbered.numbers[next..<next + keys.count] where holders[Int(number)] > 1 {
        lists.append(list[Int(number)])
      }
      next += keys.count
      ends.append(lists.count)
    }
    self.lists = lists
    self.ends = ends
    self.firsts = firsts
    counts = [UInt32](repeating: 0, count: firsts.count - 1)
    leaders = Slab(uninitialized: Int(firsts.last!))
  }

  /// Enters `leader` under the keys of `phrase`; where a list is full, not there.
  mutating func enter(_ leader: Int, keysOf phrase: Int) {
    for index in range(of: phrase) {
      let list = Int(lists[index])
      let place = firsts[list] + counts[list]
      if place == firsts[list + 1] { continue }
      leaders[Int(place)] = UInt32(leader)
      counts[list] += 1
    }
  }

  /// Counts for each leader the keys that it shares with `phrase`.
  func count(keysOf phrase: Int, in shared: inout SharedCounts) {
    for index in range(of: phrase) {
      let list = Int(lists[index])
      let first = Int(firsts[list])
      for place in first..<first + Int(counts[list]) { shared.add(Int(leaders[place])) }
    }
  }

  private func range(of phrase: Int) -> Range<Int> {
    (phrase == 0 ? 0 : ends[phrase - 1])..<ends[phrase]
  }

  /// Numbers for the distinct ones of `keys`, one after another, by open addressing (Knuth, TAOCP 3, 6.4).
  private static func numbered(_ keys: [[UInt64]]) -> (numbers: [UInt32], count: Int) {
    let total = keys.reduce(0) { $0 + $1.count }
    var bits = 4
    while 1 << bits < 2 * total { bits += 1 }
    // The number of a key is that of its place, plus 1; 0 where there is none.
    let known = Slab<UInt64>(uninitialized: 1 << bits)
    let numberAt = Slab<UInt32>(zeroed: 1 << bits)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(total)
    var count: UInt32 = 0
    for key in keys.joined() {
      var place = Int((key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - bits))
      while numberAt[place] != 0 && known[place] != key { place = (place + 1) & (1 << bits - 1) }
      if numberAt[place] == 0 {
        count += 1
        known[place] = key
        numberAt[place] = count
      }
      numbers.append(numberAt[place] - 1)
    }
    return (numbers, Int(count))
  }
}
