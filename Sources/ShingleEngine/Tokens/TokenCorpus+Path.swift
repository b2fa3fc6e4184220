extension TokenCorpus {
  /// Of fewer members any is the path: to walk again costs no more than to choose.
  private static let fewMembers = 32
  /// Of so many that are drawn one is the path.
  private static let drawn = 4

  /// The member of a group of equal sequences that a descent walks along: of a few drawn at random that whose block goes
  /// on longest.
  ///
  /// A path that most members leave is walked again with them. Drawn at random, the larger part of the members is left
  /// behind seldom; always the same one, on text of period 2 that at the end of a document, took a walk for each token.
  /// The draw is the same for the same group, wherever in `positions` it lies: that follows hashes.
  ///
  /// - Parameters:
  ///   - positions: members.
  ///   - range: those of the group.
  ///   - length: the tokens that they are known to share.
  ///   - limit: the tokens beyond which the path does not matter.
  func path(
    among positions: Slab<UInt32>, in range: Range<Int>, length: Int, limit: Int
  ) -> Int {
    var best = (position: Int(positions[range.lowerBound + range.count / 2]), room: 0)
    if range.count < Self.fewMembers { return best.position }
    var random = UInt64(positions[range.lowerBound]) << 32 | UInt64(length)
    for _ in 0..<Self.drawn {
      random = RollingHash.mix(random)
      let draw = (random >> 32) &* UInt64(range.count) >> 32
      let position = Int(positions[range.lowerBound + Int(draw)])
      let room = blockRemainder(at: position, limit: limit)
      if room > best.room { best = (position, room) }
    }
    return best.position
  }
}
