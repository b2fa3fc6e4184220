/// The windows of one length that stand in two or more sources, grouped by their token sequence.
///
/// Flat: `positions` holds the members of a group next to each other, rising; a group is a range of
/// it. `classes` maps a position to its group, as the group's first index in `positions` plus one;
/// 0 where the window is in no group. Slots take part like any token; who counts windows asks
/// ``TokenCorpus/hasEnoughWords(at:length:)`` once for each group.
package struct WindowGroups: Sendable {
  /// Tokens in a window.
  package let length: Int
  package let positions: Slab<UInt32>
  package let classes: Slab<UInt32>
  /// In several runs, as the threads made them; the order has no meaning.
  package let runs: [[WindowGroup]]
}

/// One token sequence and where it stands.
package struct WindowGroup: Sendable {
  /// The first of its members in ``WindowGroups/positions``.
  package var start: UInt32
  /// The number of its members.
  package var count: UInt32
  /// Distinct counted sources among them.
  package var sources: UInt32
}
