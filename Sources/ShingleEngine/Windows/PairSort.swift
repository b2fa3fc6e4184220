/// Sorts pairs of a 32-bit key (high half) and a 32-bit position (low half) by key, stably.
///
/// Insertion sort for the few elements that a group mostly has, LSD radix sort (Knuth, TAOCP 3,
/// 5.2.5) over the key's bytes beyond.
struct PairSort: ~Copyable {
  private var scratch = Slab<UInt64>(uninitialized: 0)

  private static let digitBits: UInt64 = 8
  private static let digits = 1 << Int(digitBits)

  /// Sorts the pairs in `range`, whose positions rise, by key, positions rising in each.
  mutating func sort(_ pairs: Slab<UInt64>, _ range: Range<Int>) {
    if range.count < 64 { Self.insertion(pairs, range) } else { radix(pairs, range) }
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
    let counts = Self.histograms(pairs, range)
    var from = pairs
    var fromStart = range.lowerBound
    for digit in 0..<4 {
      let slice = digit * Self.digits..<(digit + 1) * Self.digits
      // Where all keys have the same digit, nothing moves.
      if counts[slice].contains(UInt32(range.count)) { continue }
      if scratch.count < range.count { scratch = Slab(uninitialized: range.count) }
      let isOut = from === pairs
      let target = isOut ? scratch : pairs
      let targetStart = isOut ? 0 : range.lowerBound
      Self.distribute(
        from, fromStart..<fromStart + range.count, to: target, targetStart,
        shift: 32 + Self.digitBits * UInt64(digit), counts[slice])
      from = target
      fromStart = targetStart
    }
    if from === pairs { return }
    for index in 0..<range.count { pairs[range.lowerBound + index] = from[index] }
  }

  /// How often each value of each of the four digits occurs, in one pass.
  private static func histograms(_ pairs: Slab<UInt64>, _ range: Range<Int>) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 4 * digits)
    for index in range {
      let pair = pairs[index]
      counts[Int((pair >> 32) & 0xff)] &+= 1
      counts[Int((pair >> 40) & 0xff) + digits] &+= 1
      counts[Int((pair >> 48) & 0xff) + 2 * digits] &+= 1
      counts[Int(pair >> 56) + 3 * digits] &+= 1
    }
    return counts
  }

  private static func distribute(
    _ pairs: Slab<UInt64>, _ range: Range<Int>, to target: Slab<UInt64>, _ start: Int,
    shift: UInt64, _ counts: ArraySlice<UInt32>
  ) {
    var next = [Int](repeating: 0, count: digits)
    var filled = start
    for (digit, count) in counts.enumerated() {
      next[digit] = filled
      filled += Int(count)
    }
    for index in range {
      let pair = pairs[index]
      let digit = Int((pair >> shift) & 0xff)
      target[next[digit]] = pair
      next[digit] &+= 1
    }
  }
}
