/// The windows of one length that stand in more than one place, grouped by their token sequence.
///
/// Flat: `positions` holds the members of a group next to each other, rising; a group is a range of
/// it. Slots take part like any token; who counts windows asks
/// ``TokenCorpus/hasEnoughWords(at:length:)`` once for each group, and counts its sources.
package struct WindowGroups: Sendable {
  /// Tokens in a window.
  package let length: Int
  package let positions: Slab<UInt32>
  /// In several runs, as the threads made them.
  package let runs: [[WindowGroup]]

  /// The first and the last member of `group`.
  @inline(__always)
  func ends(of group: WindowGroup) -> (first: Int, last: Int) {
    (Int(positions[group.range.lowerBound]), Int(positions[group.range.upperBound - 1]))
  }
}

/// One token sequence and where it stands.
package struct WindowGroup: Sendable {
  /// The first of its members in ``WindowGroups/positions``.
  package var start: UInt32
  /// The number of its members.
  package var count: UInt32

  /// Its members in ``WindowGroups/positions``.
  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
