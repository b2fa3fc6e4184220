/// Rules out pairs of documents that cannot be near-duplicates, without comparing them.
///
/// Sound, not a guess: tokens of a document that no frequent window covers can only be covered by
/// windows that few documents hold. If they are more than may be missing, whoever duplicates the
/// document must share enough of those rare windows, and the short lists of their holders name it.
struct DuplicateFilter: Sendable {
  private let corpus: TokenCorpus
  private let groups: WindowGroups
  private let classes: WindowClasses
  /// At the first index of each rare group, its members; 0 where a group is frequent.
  private let rareCounts: Slab<UInt8>
  /// One token in so many may be missing.
  private let missingShare: Int

  /// Windows whose groups are asked for before they are looked at.
  private static let lookahead = 16
  /// Rare is a window with at most so many members.
  private static let rareMembers = 32
  /// Beyond the tokens that may be missing, one in so many of a document tells whom it may duplicate.
  private static let tellingShare = 8

  init(
    _ classes: WindowClasses, of groups: WindowGroups, in corpus: TokenCorpus, workers: Workers,
    missingShare: Int
  ) {
    self.corpus = corpus
    self.groups = groups
    self.classes = classes
    self.missingShare = missingShare
    let rareCounts = Slab<UInt8>(zeroed: corpus.tokens.count, isSparse: groups.isPartial)
    workers.forEach(groups.runs.count) { run in
      for group in groups.runs[run] where group.count <= Self.rareMembers {
        rareCounts[Int(group.start)] = UInt8(group.count)
      }
    }
    self.rareCounts = rareCounts
  }

  private func prefetch(_ position: Int, before end: Int) {
    guard position < end else { return }
    let group = Int(classes.classes[position])
    if group == 0 { return }
    rareCounts.prefetch(group - 1)
    groups.positions.prefetch(group - 1)
  }

  /// The earlier documents that `document` may duplicate, rising; nil if it has too few rare tokens
  /// to tell. O(n) and the holders of its rare windows.
  ///
  /// An original lacks so few of the rare tokens of any part, too: the document is read only until
  /// what is left to share of the part tells enough.
  func possibleOriginals(of document: Int, _ shared: inout SharedCounts) -> [Int]? {
    let range = corpus.range(of: document)
    let missing = range.count / missingShare
    let enough = missing + max(range.count / Self.tellingShare, classes.length)
    var covered = range.lowerBound
    // Of the tokens before the position: they are looked at when all windows that hold them were.
    var rareTokens = 0
    for position in range {
      if position > covered { rareTokens += 1 }
      if rareTokens >= enough { break }
      prefetch(position + Self.lookahead, before: range.upperBound)
      let group = Int(classes.classes[position])
      if group == 0 { continue }
      let count = Int(rareCounts[group - 1])
      if count == 0 {
        covered = position + classes.length
        continue
      }
      for index in group - 1..<group - 1 + count {
        let holder = Int(groups.positions[index])
        if holder >= range.lowerBound { break }
        shared.add(corpus.document(at: holder))
      }
    }
    if rareTokens < enough && range.upperBound > covered { rareTokens += 1 }
    let needed = rareTokens - missing
    let holders = shared.take(atLeast: (needed + classes.length - 1) / classes.length)
    return needed <= 0 ? nil : holders
  }
}
