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
  /// Whether only some windows were grouped, a small part perhaps.
  package let isPartial: Bool

  /// - Parameters:
  ///   - length: tokens in a window.
  ///   - positions: the members of all groups.
  ///   - runs: the groups, in several runs.
  ///   - isPartial: whether only some windows were grouped.
  package init(
    length: Int, positions: Slab<UInt32>, runs: [[WindowGroup]], isPartial: Bool
  ) {
    self.length = length
    self.positions = positions
    self.runs = runs
    self.isPartial = isPartial
  }

  /// The groups with a member of which `isWanted` says so, of its position.
  func filtered(
    workers: Workers, _ isWanted: @escaping @Sendable (Int) -> Bool
  ) -> WindowGroups {
    let wanted = workers.map(runs.count) { run in
      runs[run].filter { group in
        group.range.contains { isWanted(Int(positions[$0])) }
      }
    }
    return WindowGroups(length: length, positions: positions, runs: wanted, isPartial: true)
  }

  /// The first and the last member of `group`.
  @inline(__always)
  func ends(of group: WindowGroup) -> (first: Int, last: Int) {
    (Int(positions[group.range.lowerBound]), Int(positions[group.range.upperBound - 1]))
  }
}

/// The groups of windows of all shingle lengths that occur in a corpus: two if it has documents of
/// characters and documents of words.
package struct ShingleGroups: Sendable {
  /// All windows of one length.
  package let main: WindowGroups
  /// Those of the other length that stand in documents with that shingle length.
  package let others: WindowGroups?

  /// - Parameter main: the groups of all windows of one length.
  package init(main: WindowGroups) {
    self.main = main
    others = nil
  }

  /// - Parameters:
  ///   - main: the groups of all windows of one length.
  ///   - others: those of the other length that stand in documents with that shingle length.
  package init(main: WindowGroups, others: WindowGroups?) {
    self.main = main
    self.others = others
  }

  /// Groups the windows of `corpus`.
  ///
  /// - Parameters:
  ///   - corpus: the documents.
  ///   - lengths: each document's shingle length.
  ///   - grouping: of the same corpus.
  package init(of corpus: TokenCorpus, lengths: [Int], grouping: WindowGrouping) {
    let grouped = GroupedLengths(lengths) { corpus.range(of: $0).count }
    main = grouping.groups(length: grouped.main)
    others = grouped.others.map { other in
      grouping.groups(length: other, holding: lengths.indices.filter { lengths[$0] == other })
    }
  }
}

/// One token sequence and where it stands.
package struct WindowGroup: Sendable {
  /// The first of its members in ``WindowGroups/positions``.
  package var start: UInt32
  /// The number of its members.
  package var count: UInt32

  package init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// Its members in ``WindowGroups/positions``.
  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
