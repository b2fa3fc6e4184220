/// The windows of drafts by their hashes.
struct DraftWindowTable: Sendable {
  /// Windows of one hash: `positions[range]`; the same sequence, unless hashes collide.
  struct Entry: Sendable {
    var hash: UInt64
    var first: UInt32
    var count: UInt32

    var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
    static let none = Entry(hash: 0, first: 0, count: 0)
  }

  /// Positions of windows in the drafts, by hash.
  let positions: [UInt32]
  /// All that occur.
  let entries: [Entry]
  /// One bit for each hash that is in the table, by its first bits.
  private let filter: Slab<UInt64>
  private let filterShift: UInt64
  /// Open addressing with linear probing (Knuth, TAOCP 3, 6.4): an index of `entries` + 1.
  private let slots: [UInt32]
  private let slotShift: UInt64

  /// The windows of the blocks of `documents`.
  init(_ drafts: TokenCorpus, documents: [Int], hash: RollingHash) {
    var pairs: [(hash: UInt64, position: UInt32)] = []
    for document in documents {
      hash.forEachWindow(in: drafts.blocks(in: drafts.range(of: document)), of: drafts) {
        pairs.append(($1, UInt32($0)))
      }
    }
    pairs.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
    positions = pairs.map(\.position)
    var entries: [Entry] = []
    for (index, pair) in pairs.enumerated() {
      if entries.last?.hash == pair.hash {
        entries[entries.count - 1].count += 1
      } else {
        entries.append(Entry(hash: pair.hash, first: UInt32(index), count: 1))
      }
    }
    self.entries = entries
    var bits: UInt64 = 6
    while 1 << bits < 2 * entries.count { bits += 1 }
    slotShift = 64 - bits
    // 16 to 32 bits for each window: one position in some twenty-five passes by chance.
    filterShift = 64 - bits - 4
    let filter = Slab<UInt64>(zeroed: 1 << Int(bits - 2))
    var slots = [UInt32](repeating: 0, count: 1 << Int(bits))
    for (index, entry) in entries.enumerated() {
      let place = Int(entry.hash >> filterShift)
      filter[place >> 6] |= 1 << UInt64(place & 63)
      var slot = Int(entry.hash >> slotShift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
    self.filter = filter
    self.slots = slots
  }

  /// Whether a window may have this hash.
  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let place = Int(hash >> filterShift)
    return filter[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  /// The windows of `hash`.
  func entry(of hash: UInt64) -> Entry? {
    var slot = Int(hash >> slotShift)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
