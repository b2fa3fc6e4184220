/// Sorts pairs of a 32-bit key (high half) and a 32-bit position (low half) by key, stably.
///
/// Insertion sort for the few elements that a group mostly has, LSD radix sort (Knuth, TAOCP 3,
/// 5.2.5) over the key's digits beyond: small ones for some hundred elements, for whose count tables of
/// large ones would cost too much.
struct PairSort: ~Copyable {
  private var scratch = Slab<UInt64>(uninitialized: 0)
  /// For each value of a digit where the next pair that has it goes.
  private let next = Slab<UInt32>(uninitialized: 1 << 12)

  private static let keyBits: UInt64 = 32

  /// Sorts the pairs in `range`, whose positions rise, by key, positions rising in each.
  mutating func sort(_ pairs: Slab<UInt64>, _ range: Range<Int>) {
    if range.count < 64 { return Self.insertion(pairs, range) }
    let key = Self.usualKey(pairs, range)
    var equal = 0
    var differing: UInt64 = 0
    for index in range {
      let pair = pairs[index]
      if pair >> Self.keyBits == key { equal += 1 }
      differing |= pair ^ pairs[range.lowerBound]
    }
    if equal == range.count { return }
    // Where one token follows nearly everywhere, only the rest is worth a sort.
    if 4 * equal < 3 * range.count { return radix(pairs, range, differing) }
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

  /// - Parameter differing: the bits in which not all pairs are the same.
  private mutating func radix(_ pairs: Slab<UInt64>, _ range: Range<Int>, _ differing: UInt64) {
    // 24 bits, of which the keys of windows consist, are two digits of 12.
    let digitBits: UInt64 = range.count < 4_096 ? 8 : 12
    if scratch.count < range.count { scratch = Slab(uninitialized: range.count) }
    var from = pairs
    var fromStart = range.lowerBound
    var shift = Self.keyBits
    while shift < 64 && differing >> shift != 0 {
      defer { shift += digitBits }
      // Where all keys have the same digit, nothing moves.
      if (differing >> shift) & (1 << digitBits - 1) == 0 { continue }
      let isOut = from === pairs
      let target = isOut ? scratch : pairs
      let targetStart = isOut ? 0 : range.lowerBound
      distribute(
        from, fromStart..<fromStart + range.count, to: target, targetStart, shift, digitBits)
      from = target
      fromStart = targetStart
    }
    if from === pairs { return }
    for index in 0..<range.count { pairs[range.lowerBound + index] = from[index] }
  }

  @inline(__always)
  private static func digitValue(_ pair: UInt64, _ shift: UInt64, _ digitBits: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair >> shift) & ((1 << digitBits) - 1))
  }

  /// Brings the pairs in `range` into the order of the digit at `shift`, in `target` from `start` on.
  private func distribute(
    _ pairs: Slab<UInt64>, _ range: Range<Int>, to target: Slab<UInt64>, _ start: Int,
    _ shift: UInt64, _ digitBits: UInt64
  ) {
    let values = 1 << Int(digitBits)
    for value in 0..<values { next[value] = 0 }
    for index in range { next[Self.digitValue(pairs[index], shift, digitBits)] &+= 1 }
    var filled = UInt32(start)
    for value in 0..<values {
      let count = next[value]
      next[value] = filled
      filled &+= count
    }
    for index in range {
      let pair = pairs[index]
      let value = Self.digitValue(pair, shift, digitBits)
      target[Int(next[value])] = pair
      next[value] &+= 1
    }
  }
}
