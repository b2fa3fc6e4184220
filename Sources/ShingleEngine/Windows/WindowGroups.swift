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

  /// Groups the windows of `corpus`.
  ///
  /// Of two lengths the shorter is grouped whole, from which the longer follows, unless few tokens have
  /// it.
  ///
  /// - Parameters:
  ///   - corpus: the documents.
  ///   - lengths: each document's shingle length.
  ///   - grouping: of the same corpus.
  package init(of corpus: TokenCorpus, lengths: [Int], grouping: WindowGrouping) {
    let distinct = Set(lengths).sorted()
    let short = distinct.first ?? 1
    guard let long = distinct.dropFirst().first else {
      main = grouping.groups(length: short)
      others = nil
      return
    }
    let isShort = lengths.map { $0 == short }
    let tokens = isShort.indices.reduce(0) {
      isShort[$1] ? $0 + corpus.range(of: $1).count : $0
    }
    let isRare = 4 * tokens < corpus.tokens.count
    main = grouping.groups(length: isRare ? long : short)
    others = grouping.groups(
      length: isRare ? short : long,
      holding: isShort.indices.filter { isShort[$0] == isRare })
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
