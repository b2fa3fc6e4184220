/// The slots of a table of open addressing where an entry is looked for (Knuth, TAOCP 3, 6.4).
///
/// Steps are of one slot at first. Where entries were built that share a slot, for the hash is published, they are
/// of a length by a hash of another kind: else it takes time in the square of their number.
struct ProbeSequence {
  private(set) var slot: Int
  private var step = 1
  private var steps = 0

  /// Further slots than these are found by the other hash.
  private static let shortSteps = 16

  init(from slot: Int) { self.slot = slot }

  /// Goes to the next slot of `count`, a power of two.
  @inline(__always)
  mutating func advance(in count: Int, _ otherHash: () -> UInt64) {
    steps &+= 1
    // Odd: it comes to all slots.
    if steps == Self.shortSteps { step = Int(truncatingIfNeeded: otherHash() &>> 32) | 1 }
    slot = (slot &+ step) & (count &- 1)
  }
}
