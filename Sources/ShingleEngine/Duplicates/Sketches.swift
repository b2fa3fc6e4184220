/// The smallest window hashes of each document (the bottom-k sketch of Broder, 1997,
/// https://doi.org/10.1109/SEQUEN.1997.666900).
struct Sketches: Sendable {
  /// Rising and distinct in each document.
  private let hashes: [[UInt64]]

  private static let size = 64

  /// The sketches of all documents, each with windows of its own length. O(n).
  init(of corpus: TokenCorpus, lengths: [Int], workers: Workers) {
    hashes = workers.map(corpus.documentCount) { document in
      let hash = RollingHash(length: lengths[document], wordHashes: corpus.wordHashes)
      return Self.smallest(hash, document, corpus)
    }
  }

  /// Whether two documents share a hash. O(1).
  func meet(_ left: Int, _ right: Int) -> Bool {
    var i = 0
    var j = 0
    while i < hashes[left].count && j < hashes[right].count {
      if hashes[left][i] == hashes[right][j] { return true }
      if hashes[left][i] < hashes[right][j] { i += 1 } else { j += 1 }
    }
    return false
  }

  private static func smallest(
    _ hash: RollingHash, _ document: Int, _ corpus: TokenCorpus
  ) -> [UInt64] {
    var smallest: [UInt64] = []
    smallest.reserveCapacity(size + 1)
    var limit = UInt64.max
    hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
      _, value in
      guard value < limit || smallest.count < size else { return }
      let index = smallest.partitioningIndex { $0 >= value }
      if index < smallest.count && smallest[index] == value { return }
      smallest.insert(value, at: index)
      if smallest.count > size { smallest.removeLast() }
      if smallest.count == size { limit = smallest[size - 1] }
    }
    return smallest
  }

  /// The documents of `among` by the hashes of their sketches.
  func holders(among documents: [Int]) -> SketchHolders {
    var entries: [SketchHolders.Entry] = []
    for document in documents {
      for hash in hashes[document] { entries.append(.init(hash: hash, document: Int32(document))) }
    }
    return SketchHolders(entries)
  }

  /// The documents of `holders` that share a hash with `document`, rising.
  func meeting(_ document: Int, _ holders: SketchHolders) -> [Int] {
    var found = Set<Int>()
    for hash in hashes[document] { holders.forEach(of: hash) { found.insert($0) } }
    return found.sorted()
  }
}

/// Documents by sketch hash, flat.
struct SketchHolders: Sendable {
  struct Entry: Sendable {
    let hash: UInt64
    let document: Int32
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { ($0.hash, $0.document) < ($1.hash, $1.document) }
  }

  /// Calls `body` with each document that has `hash`. O(log n) and the documents.
  func forEach(of hash: UInt64, _ body: (Int) -> Void) {
    var index = entries.partitioningIndex { $0.hash >= hash }
    while index < entries.count && entries[index].hash == hash {
      body(Int(entries[index].document))
      index += 1
    }
  }
}

extension Array {
  /// The index of the first element that satisfies `belongsInSecondPart`, in an array so parted.
  func partitioningIndex(_ belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
