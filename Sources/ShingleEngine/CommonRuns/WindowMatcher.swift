/// Finds the windows of drafts in documents.
///
/// The drafts are small and the documents many, so the drafts are the table and the documents stream past
/// it. Every window holds one of the grams of four tokens that begin at every third place, if it has six
/// tokens: these grams alone are looked up in a small filter, and where one is the drafts', the windows that
/// hold it. The idea is that of Wu and Manber (1994, TR-94-17, University of Arizona), with leaps that are
/// all the same, for those that depend on the text cannot be foreseen by the machine. Then a hash table
/// decides (Karp and Rabin, 1987), and the tokens.
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
  /// How many grams a window has; so far apart are those that are looked up.
  private let stride: Int
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
    stride = lastGram + 1
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
  /// document, rising. O(n).
  @inline(__always)
  func forEachMatch(in range: Range<Int>, _ body: (Int, UInt32) -> Void) {
    let end = range.upperBound &- length
    if end < range.lowerBound { return }
    // Of the grams of every window just one begins at one of these places.
    var start = range.lowerBound &+ lastGram
    while start <= end &+ lastGram {
      let count = min(64, (end &+ lastGram &- start) / stride &+ 1)
      var bits = anchors(from: start, count: count)
      while bits != 0 {
        let anchor = start &+ bits.trailingZeroBitCount &* stride
        bits &= bits &- 1
        var position = anchor &- lastGram
        let last = min(anchor, end)
        while position <= last {
          if mayHoldWindow(at: position), let window = window(at: position) {
            body(position, window)
          }
          position &+= 1
        }
      }
      start &+= count &* stride
    }
  }

  /// One bit for each of `count` places from `start` on, `stride` apart, where a gram begins that perhaps is
  /// the drafts'.
  ///
  /// Without a branch for each place: which gram is the drafts' cannot be foreseen. A function of its own, so
  /// that its few values stay in registers.
  ///
  /// - Parameter count: 64 at most.
  @inline(never)
  private func anchors(from start: Int, count: Int) -> UInt64 {
    let (column, filter, shift, gram, stride) = (column, filter, filterShift, gram, stride)
    var bits: UInt64 = 0
    var position = start
    for index in 0..<UInt64(truncatingIfNeeded: count) {
      let bit = Self.bit(ofGram: column.gram(at: position, count: gram), shift)
      let word = filter[Int(truncatingIfNeeded: bit &>> 6)]
      bits |= (word &>> (bit & 63) & 1) &<< index
      position &+= stride
    }
    return bits
  }

  /// Whether the first and the last gram of the window at `position` are perhaps the drafts'.
  @inline(__always)
  private func mayHoldWindow(at position: Int) -> Bool {
    let first = Self.bit(ofGram: column.gram(at: position, count: gram), filterShift)
    let last = Self.bit(
      ofGram: column.gram(at: position &+ lastGram, count: gram), filterShift)
    let both =
      filter[Int(truncatingIfNeeded: first &>> 6)] &>> (first & 63)
      & filter[Int(truncatingIfNeeded: last &>> 6)] &>> (last & 63)
    return both & 1 != 0
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
