/// Finds the windows of drafts in documents, reading few of the documents' tokens.
///
/// The drafts are small and the documents many, so the drafts are the table and the documents stream past
/// it. A window whose last tokens stand together nowhere in the drafts can be left behind as a whole: the
/// search for many patterns by the grams at their ends (Wu and Manber, 1994, TR-94-17, University of
/// Arizona). Where all grams of a window are the drafts', a hash table decides (Karp and Rabin, 1987), and
/// the tokens.
struct WindowMatcher<Column: TokenColumn>: Sendable {
  let column: Column
  /// The drafts' tokens as the documents' codes, from the first of the windows' span.
  private let draftCodes: Slab<UInt32>
  private let windows: DraftWindows
  /// Tokens of a gram, three at most.
  private let gram: Int
  /// One bit for each gram of the drafts' windows, by its hash.
  private let filter: Slab<UInt64>
  private let filterShift: UInt64
  /// Open addressing with linear probing (Knuth, TAOCP 3, 6.4): a class + 1, by the hash of its codes.
  private let slots: Slab<UInt32>
  private let slotShift: UInt64
  /// The multipliers of a window's codes, which are summed up: multilinear hashing (Carter and Wegman,
  /// 1979, https://doi.org/10.1016/0022-0000(79)90044-8).
  private let multipliers: Slab<UInt64>

  init(_ windows: DraftWindows, _ column: Column) {
    self.windows = windows
    self.column = column
    let first = windows.span.lowerBound
    let codes = Slab<UInt32>(uninitialized: windows.span.count)
    for position in windows.span {
      codes[position - first] = column.code(of: windows.drafts.tokens[position])
    }
    draftCodes = codes
    let length = windows.length
    gram = min(3, length)
    multipliers = Self.multipliers(length)
    // 16 to 32 bits for each gram: one in some twenty-five passes by chance.
    let bits = Self.bits(16 * windows.count)
    filterShift = 64 - bits
    filter = Slab(zeroed: 1 << Int(bits - 6))
    let slotBits = Self.bits(2 * windows.count)
    slotShift = 64 - slotBits
    slots = Slab(zeroed: 1 << Int(slotBits))
    for window in 0..<windows.count {
      let place = windows.firstPlace(of: window) - first
      // No document holds a window of which it has not every token.
      guard (place..<place + length).allSatisfy({ codes[$0] != TokenCorpus.unknown }) else {
        continue
      }
      for start in place...place + length - gram {
        let bit = bit(ofGram: Column.gram(of: { codes[start + $0] }, count: gram))
        filter[Int(bit >> 6)] |= 1 << (bit & 63)
      }
      var slot = Int(windowHash { codes[place + $0] } >> slotShift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(window + 1)
    }
  }

  /// Calls `body` with the place and the class of each window of the drafts in `range`, which is one
  /// document. O(n), mostly less.
  @inline(__always)
  func forEachMatch(in range: Range<Int>, _ body: (Int, UInt32) -> Void) {
    let length = windows.length
    let last = length - gram
    var start = range.lowerBound
    let end = range.upperBound - length
    // The grams that begin between `start` and here are the drafts'.
    var known = start
    while start <= end {
      var position = start &+ last
      while position >= known && mayHold(gramAt: position) { position &-= 1 }
      let isCandidate = position < known
      known = start &+ last &+ 1
      if isCandidate {
        if let window = window(at: start) { body(start, window) }
        start &+= 1
      } else {
        start = position &+ 1
      }
    }
  }

  @inline(__always)
  private func mayHold(gramAt position: Int) -> Bool {
    let bit = bit(ofGram: column.gram(at: position, count: gram))
    return filter[Int(bit >> 6)] >> (bit & 63) & 1 != 0
  }

  /// The class of the window at `position`; nil if the drafts do not have it.
  @inline(__always)
  private func window(at position: Int) -> UInt32? {
    var slot = Int(windowHash { column.code(at: position + $0) } >> slotShift)
    while slots[slot] != 0 {
      let window = slots[slot] - 1
      if equals(windows.firstPlace(of: Int(window)), position) {
        return column.isInBlock(position, length: windows.length) ? window : nil
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func equals(_ place: Int, _ position: Int) -> Bool {
    for offset in 0..<windows.length where !haveSame(place + offset, position + offset) {
      return false
    }
    return true
  }

  /// Whether the drafts have the same token at `place` as the documents at `position`.
  @inline(__always)
  func haveSame(_ place: Int, _ position: Int) -> Bool {
    draftCodes[place - windows.span.lowerBound] == column.code(at: position)
  }

  /// The bit of a gram in the filter, by Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private func bit(ofGram gram: UInt64) -> UInt64 {
    (gram &* 0x9e37_79b9_7f4a_7c15) >> filterShift
  }

  @inline(__always)
  private func windowHash(_ code: (Int) -> UInt32) -> UInt64 {
    var sum: UInt64 = 0
    for offset in 0..<windows.length { sum &+= UInt64(code(offset)) &* multipliers[offset] }
    return sum
  }

  private static func multipliers(_ count: Int) -> Slab<UInt64> {
    let multipliers = Slab<UInt64>(uninitialized: count)
    for index in 0..<count {
      multipliers[index] = RollingHash.mix(RollingHash.base &* UInt64(index + 1)) | 1
    }
    return multipliers
  }

  /// log₂ of a table of `count` entries or more.
  private static func bits(_ count: Int) -> UInt64 {
    var bits: UInt64 = 7
    while 1 << bits < count { bits += 1 }
    return bits
  }
}
