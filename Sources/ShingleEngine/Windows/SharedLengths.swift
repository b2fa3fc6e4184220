/// For each position how many tokens from there on stand in another source too, as far as a survey
/// asks.
///
/// Many are not written but follow from the position before: where a sequence has the same token
/// before it wherever it stands, it is shared for exactly one token less (the Φ order of Kärkkäinen,
/// Manzini and Puglisi, 2009, https://doi.org/10.1007/978-3-642-02441-2_17, rests on the same fact).
/// Lengths are cut at some limit; so that a chain of derived ones never runs into the cut, every
/// `reach`-th position, an anchor, is written in any case, and the limit lies as much deeper.
struct SharedLengths: Sendable {
  private let lengths: Slab<UInt16>

  /// Tokens by which lengths are followed deeper than asked: the distance of anchors.
  let reach: Int
  /// Stands for "one less than the position before".
  private static let derived = UInt16.max
  private static let longest = Int(UInt16.max) - 1

  /// Nothing is shared.
  ///
  /// - Parameters:
  ///   - count: positions.
  ///   - reach: the distance of anchors, a power of 2.
  ///   - isSparse: whether few positions are written.
  init(count: Int, reach: Int, isSparse: Bool) {
    precondition(reach.nonzeroBitCount == 1, "a power of 2")
    lengths = Slab(zeroed: count, isSparse: isSparse)
    self.reach = reach
  }

  func isAnchor(_ position: Int) -> Bool { position & (reach - 1) == 0 }

  func set(_ position: Int, _ length: Int) { lengths[position] = UInt16(min(length, Self.longest)) }

  func derive(_ position: Int) { lengths[position] = Self.derived }

  /// The length at `position`, given that of the position before.
  @inline(__always)
  func length(at position: Int, after before: Int) -> Int {
    let length = lengths[position]
    return length == Self.derived ? max(0, before - 1) : Int(length)
  }

  /// Asks for the cache line of a position that is written soon.
  func prefetch(_ position: Int) { lengths.prefetch(position) }
}
