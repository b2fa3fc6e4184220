/// Finds the windows of drafts in documents.
///
/// The drafts are small and the documents many, so the drafts are the table and the documents stream past
/// it. Grams of four tokens are looked up in a small filter, as in the search for many patterns of Wu and
/// Manber (1994, TR-94-17, University of Arizona), but for every place: leaping over what cannot match
/// reads less and waits longer, for the leaps cannot be foreseen. Where all grams of a window are the
/// drafts', a hash table decides (Karp and Rabin, 1987), and the tokens.
struct WindowMatcher<Column: TokenColumn>: Sendable {
  let column: Column
  /// The drafts' tokens as the documents' codes, from the first of the windows' span.
  private let draftCodes: Slab<UInt32>
  private let windows: DraftWindows
  /// The first place of each class in `draftCodes`.
  private let firstPlaces: Slab<UInt32>
  private let length: Int
  /// Tokens of a gram, four at most.
  private let gram: Int
  /// Where the last gram of a window begins in it.
  private let lastGram: Int
  /// So many grams of a window are looked up after its first one: more would say little more.
  private let asked: Int
  /// One bit for each gram of the drafts' windows, by its hash.
  private let filter: Slab<UInt64>
  private let filterShift: UInt64
  /// Open addressing with linear probing (Knuth, TAOCP 3, 6.4): a class + 1, by the hash of its codes.
  private let slots: Slab<UInt32>
  private let slotShift: UInt64

  init(_ windows: DraftWindows, _ column: Column) {
    self.windows = windows
    self.column = column
    let first = windows.span.lowerBound
    let codes = Slab<UInt32>(uninitialized: windows.span.count)
    for position in windows.span {
      codes[position - first] = column.code(of: windows.drafts.tokens[position])
    }
    draftCodes = codes
    length = windows.length
    gram = min(4, length)
    lastGram = length - gram
    asked = min(lastGram, 7)
    // 16 to 32 bits for each gram: one in some twenty-five passes by chance.
    let bits = Self.bits(16 * windows.count)
    filterShift = 64 - bits
    filter = Slab(zeroed: 1 << Int(bits - 6))
    let slotBits = Self.bits(2 * windows.count)
    slotShift = 64 - slotBits
    slots = Slab(zeroed: 1 << Int(slotBits))
    firstPlaces = Slab(uninitialized: windows.count)
    for window in 0..<windows.count {
      let place = windows.firstPlace(of: window) - first
      firstPlaces[window] = UInt32(place)
      // No document holds a window of which it has not every token.
      guard (place..<place + length).allSatisfy({ codes[$0] != TokenCorpus.unknown }) else {
        continue
      }
      for start in place...place + length - gram {
        let bit = Self.bit(
          ofGram: Column.gram(of: { codes[start + $0] }, count: gram), filterShift)
        filter[Int(bit >> 6)] |= 1 << (bit & 63)
      }
      let hash = windowHash { start in
        Column.gram(of: { codes[place + start + $0] }, count: gram)
      }
      var slot = Int(hash >> slotShift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(window + 1)
    }
  }

  /// Calls `body` with the place and the class of each window of the drafts in `range`, which is one
  /// document. O(n).
  @inline(__always)
  func forEachMatch(in range: Range<Int>, _ body: (Int, UInt32) -> Void) {
    let end = range.upperBound &- length
    var start = range.lowerBound
    while start <= end {
      let count = min(64, end &+ lastGram &+ 1 &- start)
      var candidates = candidates(from: start, count: count)
      while candidates != 0 {
        let position = start &+ candidates.trailingZeroBitCount
        if let window = window(at: position) { body(position, window) }
        candidates &= candidates &- 1
      }
      start &+= count &- asked
    }
  }

  /// One bit for each of the places from `start` on whose first grams are perhaps the drafts'.
  ///
  /// Without a branch for each place: which gram is the drafts' cannot be foreseen. A function of its own, so
  /// that its few values stay in registers; most of the time goes by here.
  ///
  /// - Parameter count: grams that are looked up, 64 at most; the last ``asked`` places stay without a bit.
  @inline(never)
  private func candidates(from start: Int, count: Int) -> UInt64 {
    let (column, filter, shift, gram) = (column, filter, filterShift, gram)
    var bits: UInt64 = 0
    for index in 0..<count {
      let bit = Self.bit(ofGram: column.gram(at: start &+ index, count: gram), shift)
      let word = filter[Int(truncatingIfNeeded: bit &>> 6)]
      bits |= (word &>> (bit & 63) & 1) &<< UInt64(truncatingIfNeeded: index)
    }
    var candidates = bits
    for offset in 0..<asked { candidates &= bits &>> UInt64(truncatingIfNeeded: offset &+ 1) }
    return candidates
  }

  /// The class of the window at `position`; nil if the drafts do not have it.
  @inline(__always)
  private func window(at position: Int) -> UInt32? {
    let hash = windowHash { column.gram(at: position &+ $0, count: gram) }
    var slot = Int(truncatingIfNeeded: hash &>> slotShift)
    while slots[slot] != 0 {
      let window = slots[slot] &- 1
      if equals(Int(firstPlaces[Int(window)]), position) {
        return column.isInBlock(position, length: length) ? window : nil
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  @inline(__always)
  private func equals(_ place: Int, _ position: Int) -> Bool {
    var offset = 0
    while offset < length {
      if draftCodes[place &+ offset] != column.code(at: position &+ offset) { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether the drafts have the same token at `place` as the documents at `position`.
  @inline(__always)
  func haveSame(_ place: Int, _ position: Int) -> Bool {
    draftCodes[place &- windows.span.lowerBound] == column.code(at: position)
  }

  /// The bit of a gram in the filter.
  @inline(__always)
  private static func bit(ofGram gram: UInt64, _ shift: UInt64) -> UInt64 {
    (gram &* multiplier) &>> shift
  }

  /// The hash of a window from its grams, which are asked for by where they begin: one after another, and
  /// the last one.
  @inline(__always)
  private func windowHash(_ gramAt: (Int) -> UInt64) -> UInt64 {
    var sum: UInt64 = 0
    var start = 0
    while start < lastGram {
      sum = (sum &+ gramAt(start)) &* Self.multiplier
      sum ^= sum &>> 29
      start &+= gram
    }
    return (sum &+ gramAt(lastGram)) &* Self.multiplier
  }

  /// The fractional part of the golden ratio in 64 bits: Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  private static var multiplier: UInt64 { 0x9e37_79b9_7f4a_7c15 }

  /// log₂ of a table of `count` entries or more.
  private static func bits(_ count: Int) -> UInt64 {
    var bits: UInt64 = 7
    while 1 << bits < count { bits += 1 }
    return bits
  }
}
