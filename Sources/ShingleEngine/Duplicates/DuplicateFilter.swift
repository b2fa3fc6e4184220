/// Rules out pairs of documents that cannot be near-duplicates, without comparing them.
///
/// Sound, not a guess: tokens of a document that no frequent window covers can only be covered by
/// windows that few documents hold. If they are more than may be missing, whoever duplicates the
/// document must share enough of those rare windows, and the short lists of their holders name it.
struct DuplicateFilter: Sendable {
  private let corpus: TokenCorpus
  private let groups: WindowGroups
  /// At the first index of each rare group, its members; 0 where a group is frequent.
  private let rareCounts: Slab<UInt8>
  /// One token in so many may be missing.
  private let missingShare: Int

  /// Rare is a window of at most so many documents, and so many members.
  private static let rareDocuments = 16
  private static let rareMembers = 64

  /// - Precondition: each document of `corpus` is a source of its own.
  init(corpus: TokenCorpus, workers: Workers, length: Int, missingShare: Int) {
    self.corpus = corpus
    self.missingShare = missingShare
    let groups = WindowGrouping(corpus: corpus, workers: workers).groups(length: length)
    let rareCounts = Slab<UInt8>(repeating: 0, count: corpus.tokens.count)
    workers.forEach(groups.runs.count) { run in
      for group in groups.runs[run]
      where group.sources <= Self.rareDocuments && group.count <= Self.rareMembers {
        rareCounts[Int(group.start)] = UInt8(group.count)
      }
    }
    self.groups = groups
    self.rareCounts = rareCounts
  }

  /// The earlier documents that `document` may duplicate, rising; nil if it has too few rare tokens
  /// to tell. O(n) and the holders of its rare windows.
  func possibleOriginals(of document: Int) -> [Int]? {
    var shared = [UInt32](repeating: 0, count: document)
    let range = corpus.range(of: document)
    var covered = range.lowerBound
    var rareTokens = range.count
    for position in range {
      let group = groups.classes[position]
      if group == 0 { continue }
      let count = Int(rareCounts[Int(group) - 1])
      if count == 0 {
        let end = position + groups.length
        rareTokens -= end - max(covered, position)
        covered = end
        continue
      }
      for index in Int(group) - 1..<Int(group) - 1 + count {
        let holder = corpus.document(at: Int(groups.positions[index]))
        if holder < document { shared[holder] += 1 }
      }
    }
    let needed = rareTokens - range.count / missingShare
    if needed <= 0 { return nil }
    return shared.indices.filter { Int(shared[$0]) * groups.length >= needed }
  }
}
