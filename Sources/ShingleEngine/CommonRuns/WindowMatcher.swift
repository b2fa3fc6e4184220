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
  private let length: Int
  /// Tokens of a gram, four at most.
  private let gram: Int
  /// Where the last gram of a window begins in it.
  private let lastGram: Int
  /// How many grams a window has; so far apart are those that are looked up.
  private let stride: Int
  /// Two bits for each gram of the drafts' windows, in one word, by its hash (Putze, Sanders and Singler,
  /// 2009: a blocked Bloom filter).
  private let filter: Slab<UInt64>
  private let filterShift: UInt64
  /// The first place of a class in `draftCodes`, + 1, by the hash of its codes.
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
    // 16 to 32 bits for each gram: one in some hundred passes by chance.
    let bits = Self.bits(16 * windows.count)
    filterShift = 64 - bits
    filter = Slab(zeroed: 1 << Int(bits - 6))
    // So long as the table is in the cache of a core: with many slots most windows stand where they are looked
    // for first.
    let slotBits = max(Self.bits(2 * windows.count), min(Self.bits(8 * windows.count), 16))
    slotShift = 64 - slotBits
    slots = Slab(zeroed: 1 << Int(slotBits))
    for window in 0..<windows.count {
      let place = windows.firstPlace(of: window) - first
      // No document holds a window of which it has not every token.
      guard (place..<place + length).allSatisfy({ codes[$0] != TokenCorpus.unknown }) else {
        continue
      }
      for start in place...place + length - gram {
        let bit = Self.bit(
          ofGram: Column.gram(of: { codes[start + $0] }, count: gram), filterShift)
        filter[bit.word] |= 1 << bit.first | 1 << bit.second
      }
      let hash = Self.windowHash(length: length) { start in
        Column.gram(of: { codes[place + start + $0] }, count: gram)
      }
      var probes = ProbeSequence(from: Int(hash >> slotShift))
      while slots[probes.slot] != 0 {
        probes.advance(in: slots.count) { [length] in
          Self.otherHash(length: length) { codes[place + $0] }
        }
      }
      slots[probes.slot] = UInt32(place + 1)
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
    let candidates = Slab<Int>(uninitialized: 64 &* stride)
    let places = Slab<UInt32>(uninitialized: 64 &* stride)
    while start <= end &+ lastGram {
      let count = min(64, (end &+ lastGram &- start) / stride &+ 1)
      let entered = enter(anchors(from: start, count: count), from: start, upTo: end, candidates)
      let found = confirm(candidates, places, count: entered)
      var index = 0
      while index < found {
        body(candidates[index], windows.classes[Int(places[index])])
        index &+= 1
      }
      start &+= count &* stride
    }
  }

  /// Enters into `candidates` the places of windows that perhaps are the drafts', rising: of each all grams are.
  ///
  /// Before any is looked at closely: how many there are about an anchor cannot be foreseen, and the machine would
  /// lose what it has begun of the next ones.
  ///
  /// - Parameters:
  ///   - bits: one for each anchor.
  ///   - start: the place of the first anchor; the others are `stride` apart.
  ///   - end: the last place of a window.
  /// - Returns: how many were entered.
  @inline(never)
  private func enter(
    _ bits: UInt64, from start: Int, upTo end: Int, _ candidates: Slab<Int>
  ) -> Int {
    var bits = bits
    var count = 0
    while bits != 0 {
      let anchor = start &+ bits.trailingZeroBitCount &* stride
      bits &= bits &- 1
      if lastGram == 2 && anchor <= end {
        // The usual size without a branch: places that are none are written over.
        let before = gramBit(at: anchor &- 1)
        let after = gramBit(at: anchor &+ 1)
        candidates[count] = anchor &- 2
        count &+= Int(truncatingIfNeeded: before & gramBit(at: anchor &- 2))
        candidates[count] = anchor &- 1
        count &+= Int(truncatingIfNeeded: before & after)
        candidates[count] = anchor
        count &+= Int(truncatingIfNeeded: after & gramBit(at: anchor &+ 2))
        continue
      }
      let grams = gramsAround(anchor, limit: min(anchor, end) &+ lastGram)
      var position = anchor &- grams.before
      while position &+ lastGram <= anchor &+ grams.after {
        candidates[count] = position
        count &+= 1
        position &+= 1
      }
    }
    return count
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
    // The usual size as a constant: a loop for any of them has more values than there are registers.
    gram == 4
      ? anchors(from: start, count: count, gram: 4) : anchors(from: start, count: count, gram: gram)
  }

  @inline(__always)
  private func anchors(from start: Int, count: Int, gram: Int) -> UInt64 {
    let (column, filter, shift, stride) = (column, filter, filterShift, stride)
    var bits: UInt64 = 0
    var position = start
    for index in 0..<UInt64(truncatingIfNeeded: count) {
      let bit = Self.bit(ofGram: column.gram(at: position, count: gram), shift)
      let word = filter[bit.word]
      bits |= (word &>> bit.first & word &>> bit.second & 1) &<< index
      position &+= stride
    }
    return bits
  }

  /// How many grams one after another before `anchor`, and after it up to `limit`, are perhaps the drafts': as
  /// many as a window has where the nearest ones are.
  ///
  /// Without a branch for each, which could not be foreseen: that was a third of a pass.
  @inline(__always)
  private func gramsAround(_ anchor: Int, limit: Int) -> (before: Int, after: Int) {
    // The usual sizes as constants: loops of two or four turns cost more than what they do.
    switch lastGram {
    case 2: gramsAround(anchor, limit: limit, most: 2)
    case 4: gramsAround(anchor, limit: limit, most: 4)
    default: gramsAround(anchor, limit: limit, most: min(lastGram, Self.nearestGrams))
    }
  }

  @inline(__always)
  private func gramsAround(
    _ anchor: Int, limit: Int, most: Int
  ) -> (before: Int, after: Int) {
    let mostAfter = min(most, limit &- anchor)
    var (left, right): (UInt64, UInt64) = (0, 0)
    for index in 0..<UInt64(truncatingIfNeeded: most) {
      left |= gramBit(at: anchor &- 1 &- Int(truncatingIfNeeded: index)) &<< index
    }
    for index in 0..<UInt64(truncatingIfNeeded: mostAfter) {
      right |= gramBit(at: anchor &+ 1 &+ Int(truncatingIfNeeded: index)) &<< index
    }
    let before = (~left).trailingZeroBitCount
    let after = (~right).trailingZeroBitCount
    return (before == most ? lastGram : before, after == mostAfter ? limit &- anchor : after)
  }

  /// So many grams on either side of one are looked up.
  private static var nearestGrams: Int { 8 }

  /// 1 where the gram at `position` is perhaps the drafts', else 0.
  @inline(__always)
  private func gramBit(at position: Int) -> UInt64 {
    let bit = Self.bit(ofGram: column.gram(at: position, count: gram), filterShift)
    let word = filter[bit.word]
    return word &>> bit.first & word &>> bit.second & 1
  }

  /// Keeps of the first `count` of `candidates` those that are windows of the drafts, rising, and enters where in the
  /// drafts, from the first of their span, there is such a window.
  ///
  /// - Returns: how many these are.
  @inline(never)
  private func confirm(_ candidates: Slab<Int>, _ places: Slab<UInt32>, count: Int) -> Int {
    // The usual length as a constant: loops of two and six turns are none then.
    length == 6
      ? confirm(candidates, places, count: count, length: 6)
      : confirm(candidates, places, count: count, length: length)
  }

  @inline(__always)
  private func confirm(
    _ candidates: Slab<Int>, _ places: Slab<UInt32>, count: Int, length: Int
  ) -> Int {
    // All are read of the table before one is looked at: no read waits for another then.
    var index = 0
    while index < count {
      places[index] = slots[slot(of: candidates[index], length: length)]
      index &+= 1
    }
    var found = 0
    index = 0
    while index < count {
      let position = candidates[index]
      let slot = places[index]
      index &+= 1
      var place = slot &- (slot == 0 ? 0 : 1)
      var isWindow = slot != 0
      if differs(Int(place), position, length: length) && isWindow {
        let before = found > 0 ? (candidates[found &- 1], Int(places[found &- 1])) : nil
        let other = self.place(at: position, after: before)
        isWindow = other != nil
        place = UInt32(truncatingIfNeeded: other ?? 0)
      }
      if !column.isInBlock(position, length: length) { continue }
      // What is none is written over: which ones are cannot be foreseen.
      candidates[found] = position
      places[found] = place
      found &+= isWindow ? 1 : 0
    }
    return found
  }

  /// The place of a window of the drafts, from the first of their span, that says what the one at `position`
  /// does; nil if they have none.
  ///
  /// - Parameter match: the last one that was found. Most windows are the next one of a long run: no other slot
  ///   is looked at then.
  private func place(at position: Int, after match: (position: Int, place: Int)?) -> Int? {
    if let match, match.position == position &- 1 {
      let next = match.place &+ 1
      if next < windows.classes.count, windows.classes[next] != DraftWindows.none,
        equals(next, position, length: length)
      {
        return next
      }
    }
    var probes = ProbeSequence(from: slot(of: position, length: length))
    while slots[probes.slot] != 0 {
      let place = Int(slots[probes.slot] &- 1)
      if equals(place, position, length: length) { return place }
      probes.advance(in: slots.count) {
        Self.otherHash(length: length) { column.code(at: position &+ $0) }
      }
    }
    return nil
  }

  /// The slot where the search for the window at `position` begins.
  @inline(__always)
  private func slot(of position: Int, length: Int) -> Int {
    let hash = Self.windowHash(length: length) {
      column.gram(at: position &+ $0, count: min(4, length))
    }
    return Int(truncatingIfNeeded: hash &>> slotShift)
  }

  /// Whether a window of the drafts is not the one at `position`; all of it is looked at, so that nothing need be
  /// foreseen.
  @inline(__always)
  private func differs(_ place: Int, _ position: Int, length: Int) -> Bool {
    var difference: UInt32 = 0
    var offset = 0
    while offset < length {
      difference |= draftCodes[place &+ offset] ^ column.code(at: position &+ offset)
      offset &+= 1
    }
    return difference != 0
  }

  @inline(__always)
  private func equals(_ place: Int, _ position: Int, length: Int) -> Bool {
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

  /// The bits of a gram in the filter, and the word that they are in.
  @inline(__always)
  private static func bit(
    ofGram gram: UInt64, _ shift: UInt64
  ) -> (word: Int, first: UInt64, second: UInt64) {
    let product = gram &* multiplier
    let bit = product &>> shift
    return (Int(truncatingIfNeeded: bit &>> 6), bit & 63, product &>> (shift &- 6) & 63)
  }

  /// The hash of a window from its grams, which are asked for by where they begin: one after another, and
  /// the last one.
  @inline(__always)
  private static func windowHash(length: Int, _ gramAt: (Int) -> UInt64) -> UInt64 {
    let gram = min(4, length)
    let last = length &- gram
    var sum: UInt64 = 0
    var start = 0
    while start < last {
      sum = (sum &+ gramAt(start)) &* multiplier
      sum ^= sum &>> 29
      start &+= gram
    }
    return (sum &+ gramAt(last)) &* multiplier
  }

  /// A hash of a window of another kind: who built windows that share a slot did not build it for this one. Token
  /// by token, for the documents' codes need not lie in memory as the drafts' do (the mixing of MurmurHash3).
  private static func otherHash(length: Int, _ codeAt: (Int) -> UInt32) -> UInt64 {
    var sum: UInt64 = 0
    for offset in 0..<length {
      sum = (sum ^ UInt64(codeAt(offset))) &* 0xff51_afd7_ed55_8ccd
      sum ^= sum &>> 33
    }
    return sum
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
