/// Finds the documents that are nearly the same (D6).
///
/// Two documents are near-duplicates if at least 80 % of the tokens of each lie in windows that stand
/// in the other. Candidates share one of the smallest window hashes of each, and are verified
/// exactly. In order, a document joins the first group whose first member it duplicates, else it
/// starts one: no chains.
package struct NearDuplicates: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  /// The window length of each document.
  private let lengths: [Int]
  private let sketches: Sketches
  private let classes: [Int: WindowClasses]
  /// For each document the earlier ones that it may duplicate; nil where only comparing tells.
  private let possible: [[Int]?]

  /// One token in five may be missing: 80 % lie in windows of the other.
  private static let missingShare = 5
  /// Documents that are compared with the groups of earlier batches side by side: few at first, for
  /// documents of one batch do not know yet which of them lead a group, and try all.
  private static let smallestBatch = 16
  private static let largestBatch = 1_024

  /// - Parameters:
  ///   - corpus: the documents.
  ///   - workers: the threads to use.
  ///   - lengths: each document's shingle length, as many as documents.
  ///   - groups: the groups of the windows of these lengths.
  package init(
    corpus: TokenCorpus, workers: Workers, lengths: [Int], groups: ShingleGroups
  ) {
    self.corpus = corpus
    self.workers = workers
    self.lengths = lengths
    sketches = Sketches(of: corpus, lengths: lengths, workers: workers)
    var classes: [Int: WindowClasses] = [:]
    var possible = [[Int]?](repeating: nil, count: corpus.documentCount)
    for groups in [groups.main] + (groups.others.map { [$0] } ?? []) {
      let windows = WindowClasses(groups, of: corpus, workers: workers)
      classes[groups.length] = windows
      let filter = DuplicateFilter(
        windows, of: groups, in: corpus, workers: workers, missingShare: Self.missingShare)
      Self.fill(&possible, filter, lengths.indices.filter { lengths[$0] == groups.length }, workers)
    }
    self.classes = classes
    self.possible = possible
  }

  private static func fill(
    _ possible: inout [[Int]?], _ filter: DuplicateFilter, _ documents: [Int], _ workers: Workers
  ) {
    let size = 64
    let total = possible.count
    let found = workers.map((documents.count + size - 1) / size) { part in
      var shared = SharedCounts(count: total)
      return documents[part * size..<min((part + 1) * size, documents.count)].map {
        filter.possibleOriginals(of: $0, &shared)
      }
    }
    for (document, originals) in zip(documents, found.joined()) { possible[document] = originals }
  }

  /// The first member of each document's group; its own index where it starts one.
  package func leaders() -> [Int] {
    let holders = possible.contains { $0 == nil } ? sketches.holders() : nil
    var leaders: [Int] = []
    var start = 0
    var size = Self.smallestBatch
    while start < corpus.documentCount {
      let batch = start..<min(start + size, corpus.documentCount)
      let known = leaders
      let found = workers.map(batch.count) { index in
        firstDuplicate(of: batch.lowerBound + index, leaders: known, holders)
      }
      for document in batch {
        leaders.append(leader(of: document, found[document - start], leaders, holders))
      }
      // Who joined a group is no candidate any more: lists of thousands of copies become short.
      let all = leaders
      if let holders, 8 * batch.count(where: { all[$0] != $0 }) >= batch.count {
        holders.keep { $0 >= batch.upperBound || all[$0] == $0 }
      }
      start = batch.upperBound
      size = min(2 * size, Self.largestBatch)
    }
    return leaders
  }

  /// The first of the earlier documents that `document` duplicates: a leader, or one of its batch, of
  /// which it is not known yet whether it leads a group.
  private func firstDuplicate(
    of document: Int, leaders: [Int], _ holders: SketchHolders?
  ) -> Int? {
    let earlier = candidates(for: document, in: 0..<leaders.count, holders)
    return firstDuplicate(of: document, among: earlier.filter { leaders[$0] == $0 })
      ?? firstDuplicate(
        of: document, among: candidates(for: document, in: leaders.count..<document, holders))
  }

  /// The leader of `document`, whose first duplicate among the earlier documents is `first`.
  private func leader(
    of document: Int, _ first: Int?, _ leaders: [Int], _ holders: SketchHolders?
  ) -> Int {
    guard let first else { return document }
    if leaders[first] == first { return first }
    let further = candidates(for: document, in: first + 1..<document, holders)
      .filter { leaders[$0] == $0 }
    return firstDuplicate(of: document, among: further) ?? document
  }

  /// The documents of `range` that `document` may duplicate, rising.
  private func candidates(
    for document: Int, in range: Range<Int>, _ holders: SketchHolders?
  ) -> [Int] {
    possible[document].map { $0.filter(range.contains) }
      ?? sketches.candidates(for: document, in: range, among: holders!)
  }

  /// The first of `candidates` that shares a sketch hash with `document` and duplicates it.
  private func firstDuplicate(of document: Int, among candidates: [Int]) -> Int? {
    var windows: [Int: DocumentWindows] = [:]
    return candidates.first { candidate in
      guard sketches.meet(document, candidate) else { return false }
      let length = lengths[candidate]
      let own = windows[length] ?? self.windows(of: document, length: length)
      windows[length] = own
      return own.covers(candidate, missingShare: Self.missingShare)
        && self.windows(of: candidate, length: lengths[document])
          .covers(document, missingShare: Self.missingShare)
    }
  }

  private func windows(of document: Int, length: Int) -> DocumentWindows {
    DocumentWindows(of: document, in: corpus, classes[length]!)
  }
}
