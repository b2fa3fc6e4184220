/// SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014): the
/// same numbers from the same seed on every machine and with every compiler.
package struct SplitMix64: Sendable {
  private var state: UInt64

  /// - Parameter seed: any number; near seeds give unlike numbers.
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to `bound` - 1, each as likely as the others: what would favour the small ones is
  /// drawn again.
  ///
  /// - Parameter bound: 1 or more.
  package mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "no number is below 0")
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let bits = next()
      if bits < limit { return Int(bits % bound) }
    }
  }

  /// `count` of the numbers from 0 to `total` - 1, drawn without replacement, in the order of drawing,
  /// all of them if there are no more: each start of the result is a random sample too. Fisher and
  /// Yates's shuffle, cut short; memory O(count).
  ///
  /// - Parameters:
  ///   - count: how many are wanted.
  ///   - total: how many there are.
  package mutating func sample(_ count: Int, of total: Int) -> [Int] {
    var moved: [Int: Int] = [:]
    return (0..<min(count, total)).map { index in
      let other = index + next(below: total - index)
      let chosen = moved[other] ?? other
      moved[other] = moved[index] ?? index
      return chosen
    }
  }
}
