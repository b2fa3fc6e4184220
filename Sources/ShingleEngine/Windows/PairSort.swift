/// Sorts pairs of a 32-bit key (high half) and a 32-bit position (low half) by key, stably.
///
/// Insertion sort for the few elements that a group mostly has, LSD radix sort (Knuth, TAOCP 3,
/// 5.2.5) over the key's digits beyond: small ones for some hundred elements, for whose count tables of
/// large ones would cost too much.
struct PairSort: ~Copyable {
  private var scratch = Slab<UInt64>(uninitialized: 0)

  private static let keyBits: UInt64 = 32

  /// Sorts the pairs in `range`, whose positions rise, by key, positions rising in each.
  mutating func sort(_ pairs: Slab<UInt64>, _ range: Range<Int>) {
    if range.count < 64 { return Self.insertion(pairs, range) }
    let key = Self.usualKey(pairs, range)
    var equal = 0
    for index in range where pairs[index] >> 32 == key { equal += 1 }
    if equal == range.count { return }
    // Where one token follows nearly everywhere, only the rest is worth a sort.
    if 4 * equal < 3 * range.count { return radix(pairs, range) }
    let (smaller, larger) = split(pairs, range, key, equal)
    sort(pairs, smaller)
    sort(pairs, larger)
  }

  /// The key that most pairs have, if one does, nearly always.
  ///
  /// Of three places, none of them a half or a quarter: there stand the ends of documents of one length, which differ
  /// from the rest.
  private static func usualKey(_ pairs: Slab<UInt64>, _ range: Range<Int>) -> UInt64 {
    func key(_ thirteenths: Int) -> UInt64 {
      pairs[range.lowerBound + range.count * thirteenths / 13] >> 32
    }
    let (first, last) = (key(3), key(10))
    return first == last ? first : key(7)
  }

  /// Brings the pairs with smaller keys than `key` before the `equal` that have it, and those with larger
  /// ones behind; the ranges of both.
  private mutating func split(
    _ pairs: Slab<UInt64>, _ range: Range<Int>, _ key: UInt64, _ equal: Int
  ) -> (smaller: Range<Int>, larger: Range<Int>) {
    if scratch.count < range.count { scratch = Slab(uninitialized: range.count) }
    var smaller = range.lowerBound
    var same = 0
    var larger = equal
    for index in range {
      let pair = pairs[index]
      if pair >> 32 == key {
        scratch[same] = pair
        same += 1
      } else if pair >> 32 < key {
        pairs[smaller] = pair
        smaller += 1
      } else {
        scratch[larger] = pair
        larger += 1
      }
    }
    for index in 0..<larger { pairs[smaller + index] = scratch[index] }
    return (range.lowerBound..<smaller, smaller + equal..<range.upperBound)
  }

  private static func insertion(_ pairs: Slab<UInt64>, _ range: Range<Int>) {
    for index in range.dropFirst() {
      let pair = pairs[index]
      var hole = index
      while hole > range.lowerBound && pairs[hole - 1] > pair {
        pairs[hole] = pairs[hole - 1]
        hole -= 1
      }
      pairs[hole] = pair
    }
  }

  private mutating func radix(_ pairs: Slab<UInt64>, _ range: Range<Int>) {
    // 24 bits, of which the keys of windows consist, are two digits of 12.
    let digitBits: UInt64 = range.count < 4_096 ? 8 : 12
    let counts = Self.histograms(pairs, range, digitBits)
    var from = pairs
    var fromStart = range.lowerBound
    for digit in counts.indices {
      // Where all keys have the same digit, nothing moves.
      if counts[digit].contains(UInt32(range.count)) { continue }
      if scratch.count < range.count { scratch = Slab(uninitialized: range.count) }
      let isOut = from === pairs
      let target = isOut ? scratch : pairs
      let targetStart = isOut ? 0 : range.lowerBound
      Self.distribute(
        from, fromStart..<fromStart + range.count, to: target, targetStart,
        shift: Self.keyBits + digitBits * UInt64(digit), counts[digit])
      from = target
      fromStart = targetStart
    }
    if from === pairs { return }
    for index in 0..<range.count { pairs[range.lowerBound + index] = from[index] }
  }

  /// How often each value of each digit occurs, the lowest digit first. A digit in which no two keys
  /// differ may be left out.
  private static func histograms(
    _ pairs: Slab<UInt64>, _ range: Range<Int>, _ digitBits: UInt64
  ) -> [[UInt32]] {
    var differing: UInt64 = 0
    for index in range { differing |= pairs[index] ^ pairs[range.lowerBound] }
    let digits =
      (keyBits - UInt64(min(differing.leadingZeroBitCount, 32)) + digitBits - 1) / digitBits
    return (0..<digits).map { digit in
      var counts = [UInt32](repeating: 0, count: 1 << Int(digitBits))
      let shift = keyBits + digitBits * digit
      for index in range { counts[digitValue(pairs[index], shift, digitBits)] &+= 1 }
      return counts
    }
  }

  @inline(__always)
  private static func digitValue(_ pair: UInt64, _ shift: UInt64, _ digitBits: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair >> shift) & ((1 << digitBits) - 1))
  }

  private static func distribute(
    _ pairs: Slab<UInt64>, _ range: Range<Int>, to target: Slab<UInt64>, _ start: Int,
    shift: UInt64, _ counts: [UInt32]
  ) {
    let digitBits = UInt64(counts.count.trailingZeroBitCount)
    var next = counts
    var filled = UInt32(start)
    for (digit, count) in counts.enumerated() {
      next[digit] = filled
      filled += count
    }
    for index in range {
      let pair = pairs[index]
      let digit = digitValue(pair, shift, digitBits)
      target[Int(next[digit])] = pair
      next[digit] &+= 1
    }
  }
}
