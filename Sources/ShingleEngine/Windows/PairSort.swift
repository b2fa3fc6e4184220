/// Sorts pairs of a 32-bit key (high half) and a 32-bit position (low half) by key, stably.
///
/// Insertion sort for the few elements that a group mostly has, LSD radix sort (Knuth, TAOCP 3,
/// 5.2.5) over the key's bytes beyond.
struct PairSort: ~Copyable {
  private var scratch: [UInt64] = []

  /// Sorts `pairs`, whose positions rise, by key, positions rising in each.
  mutating func sort(_ pairs: inout [UInt64]) {
    if pairs.count < 64 { Self.insertion(&pairs) } else { radix(&pairs) }
  }

  private static func insertion(_ pairs: inout [UInt64]) {
    for index in 1..<max(1, pairs.count) {
      let pair = pairs[index]
      var hole = index
      while hole > 0 && pairs[hole - 1] > pair {
        pairs[hole] = pairs[hole - 1]
        hole -= 1
      }
      pairs[hole] = pair
    }
  }

  private mutating func radix(_ pairs: inout [UInt64]) {
    if scratch.count < pairs.count { scratch = [UInt64](repeating: 0, count: pairs.count) }
    let count = pairs.count
    for shift in stride(from: UInt64(32), to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for pair in pairs { starts[Int((pair >> shift) & 0xff) + 1] += 1 }
      if starts.contains(count) { continue }
      for digit in 0..<256 { starts[digit + 1] += starts[digit] }
      for pair in pairs {
        let digit = Int((pair >> shift) & 0xff)
        scratch[starts[digit]] = pair
        starts[digit] += 1
      }
      for index in 0..<count { pairs[index] = scratch[index] }
    }
  }
}
