/// Finds the documents that are nearly the same (D6).
///
/// Two documents are near-duplicates if at least 80 % of the tokens of each lie in windows that stand
/// in the other. Candidates share one of the smallest window hashes of each (the bottom-k sketch of
/// Broder, 1997, https://doi.org/10.1109/SEQUEN.1997.666900), and are verified exactly. In order, a
/// document joins the first group whose first member it duplicates, else it starts one: no chains.
package struct NearDuplicates: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  /// The window length of each document.
  private let lengths: [Int]

  /// One token in five may be missing: 80 % lie in windows of the other.
  private static let missingShare = 5
  private static let sketchSize = 64
  /// Documents that are compared with the groups of earlier batches side by side.
  private static let batch = 256

  /// - Parameters:
  ///   - corpus: the documents, each a source of its own.
  ///   - workers: the threads to use.
  ///   - lengths: each document's shingle length, as many as documents.
  package init(corpus: TokenCorpus, workers: Workers, lengths: [Int]) {
    self.corpus = corpus
    self.workers = workers
    self.lengths = lengths
  }

  /// The first member of each document's group; its own index where it starts one.
  package func leaders() -> [Int] {
    let sketches = workers.map(corpus.documentCount) { sketch($0) }
    let possible = possibleOriginals()
    var leaders: [Int] = []
    var postings: [UInt64: [Int32]] = [:]
    for start in stride(from: 0, to: corpus.documentCount, by: Self.batch) {
      let batch = start..<min(start + Self.batch, corpus.documentCount)
      let known = postings
      let earlier = workers.map(batch.count) { index in
        let document = batch.lowerBound + index
        return firstDuplicate(
          of: document, among: candidates(sketches[document], known, possible[document]))
      }
      for document in batch {
        let recent = candidates(sketches[document], postings, possible[document])
          .filter { $0 >= start }
        let found = earlier[document - start] ?? firstDuplicate(of: document, among: recent)
        leaders.append(found ?? document)
        if found != nil { continue }
        for hash in sketches[document] { postings[hash, default: []].append(Int32(document)) }
      }
    }
    return leaders
  }

  /// For each document the earlier ones that it may duplicate; nil where only comparing tells.
  private func possibleOriginals() -> [[Int]?] {
    var possible = [[Int]?](repeating: nil, count: corpus.documentCount)
    for length in Set(lengths) {
      let filter = DuplicateFilter(
        corpus: corpus, workers: workers, length: length, missingShare: Self.missingShare)
      let documents = lengths.indices.filter { lengths[$0] == length }
      let found = workers.map(documents.count) { filter.possibleOriginals(of: documents[$0]) }
      for (document, originals) in zip(documents, found) { possible[document] = originals }
    }
    return possible
  }

  /// The leaders that share a sketch hash and are among `possible`, in order.
  private func candidates(
    _ sketch: [UInt64], _ postings: [UInt64: [Int32]], _ possible: [Int]?
  ) -> [Int] {
    if let possible, possible.isEmpty { return [] }
    var found = Set<Int>()
    for hash in sketch {
      for leader in postings[hash] ?? [] { found.insert(Int(leader)) }
    }
    if let possible { return possible.filter(found.contains) }
    return found.sorted()
  }

  private func firstDuplicate(of document: Int, among candidates: [Int]) -> Int? {
    if candidates.isEmpty { return nil }
    var tables: [Int: WindowTable] = [:]
    return candidates.first { candidate in
      let length = lengths[candidate]
      let table = tables[length] ?? table(of: document, length: length)
      tables[length] = table
      return table.covers(candidate, missingShare: Self.missingShare)
        && self.table(of: candidate, length: lengths[document])
          .covers(document, missingShare: Self.missingShare)
    }
  }

  private func table(of document: Int, length: Int) -> WindowTable {
    WindowTable(
      of: document, in: corpus,
      hash: RollingHash(length: length, wordHashes: corpus.wordHashes))
  }

  /// The smallest distinct window hashes of `document`, rising.
  private func sketch(_ document: Int) -> [UInt64] {
    let hash = RollingHash(length: lengths[document], wordHashes: corpus.wordHashes)
    var smallest: [UInt64] = []
    var limit = UInt64.max
    hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
      _, value in
      guard value < limit || smallest.count < Self.sketchSize else { return }
      let index = smallest.partitioningIndex { $0 >= value }
      if index < smallest.count && smallest[index] == value { return }
      smallest.insert(value, at: index)
      if smallest.count > Self.sketchSize { smallest.removeLast() }
      if smallest.count == Self.sketchSize { limit = smallest[Self.sketchSize - 1] }
    }
    return smallest
  }
}

extension Array {
  /// The index of the first element that satisfies `belongsInSecondPart`, in an array so parted.
  fileprivate func partitioningIndex(_ belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
