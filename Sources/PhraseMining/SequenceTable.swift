internal import ShingleEngine

/// Numbers the distinct sequences among those that are entered, from 0 on: by open addressing (Knuth, TAOCP 3, 6.4).
///
/// Sequences are the same when their tokens are; hashes only say where to look.
struct SequenceTable: Sendable {
  private let tokens: Slab<UInt32>
  private var entries: [Entry] = []
  /// The number of a sequence, plus 1; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 16)

  /// Where a sequence stands first.
  private struct Entry {
    let hash: UInt64
    let position: UInt32
    let length: UInt32
  }

  /// - Parameter tokens: where the sequences are.
  init(of tokens: Slab<UInt32>) { self.tokens = tokens }

  /// The number of the `length` tokens at `position`, a new one if they were not entered before. O(length).
  ///
  /// - Parameter hash: of these tokens.
  mutating func insert(at position: Int, length: Int, hash: UInt64) -> Int {
    let entry = Entry(hash: hash, position: UInt32(position), length: UInt32(length))
    let place = place(of: entry)
    if places[place] != 0 { return Int(places[place]) - 1 }
    entries.append(entry)
    places[place] = UInt32(entries.count)
    if 2 * entries.count > places.count { grow() }
    return entries.count - 1
  }

  /// The number of the `length` tokens at `position`; nil if they were not entered. O(length).
  func number(at position: Int, length: Int, hash: UInt64) -> Int? {
    let entry = Entry(hash: hash, position: UInt32(position), length: UInt32(length))
    let number = places[place(of: entry)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Where the sequence of `entry` is, or would be.
  private func place(of entry: Entry) -> Int {
    var place = first(of: entry)
    while places[place] != 0, !isSame(entries[Int(places[place]) - 1], entry) {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  /// The high bits: in parts that go by the low ones, all have the same of these.
  private func first(of entry: Entry) -> Int {
    Int(entry.hash >> UInt64(places.count.leadingZeroBitCount + 1))
  }

  private func isSame(_ left: Entry, _ right: Entry) -> Bool {
    left.hash == right.hash && left.length == right.length
      && tokens.holds(
        tokens, from: Int(right.position), count: Int(right.length), at: Int(left.position))
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: 2 * places.count)
    for (number, entry) in entries.enumerated() {
      var place = first(of: entry)
      // No two of them are the same.
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number) + 1
    }
  }
}
