/// The smallest window hashes of each document (the bottom-k sketch of Broder, 1997,
/// https://doi.org/10.1109/SEQUEN.1997.666900).
package struct Sketches: Sendable {
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
    var smallest = SmallestHashes()
    hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
      _, value in
      smallest.add(value)
    }
    return smallest.values
  }

  /// The sketch of one document that lies in `range` of `tokens`, of windows of `length`.
  package static func sketch(
    of range: Range<Int>, in tokens: DocumentTokens, length: Int
  ) -> [UInt64] {
    switch tokens {
    case .corpus(let corpus): sketch(of: range, in: corpus.column, length: length)
    case .narrow(let column): sketch(of: range, in: column, length: length)
    case .wide(let column): sketch(of: range, in: column, length: length)
    }
  }

  private static func sketch<Column: TokenColumn>(
    of range: Range<Int>, in column: Column, length: Int
  ) -> [UInt64] {
    let hash = RollingHash(length: length, wordHashes: [])
    var smallest = SmallestHashes()
    var block = range.lowerBound
    var sum: UInt64 = 0
    for position in range {
      if column.startsBlock(position) {
        block = position
        sum = 0
      }
      let digit = column.digit(at: position)
      if position - block < length {
        sum = hash.entering(digit, sum)
      } else {
        sum = hash.rolling(
          sum, entering: digit, leaving: column.digit(at: position - length))
      }
      if position - block >= length - 1 { smallest.add(hash.finish(sum)) }
    }
    return smallest.values
  }

  /// The smallest distinct hashes so far.
  private struct SmallestHashes {
    private(set) var values: [UInt64] = []
    private var limit = UInt64.max

    init() { values.reserveCapacity(Sketches.size + 1) }

    @inline(__always)
    mutating func add(_ value: UInt64) {
      if value < limit || values.count < Sketches.size { insert(value) }
    }

    private mutating func insert(_ value: UInt64) {
      let index = values.partitioningIndex { $0 >= value }
      if index < values.count && values[index] == value { return }
      values.insert(value, at: index)
      if values.count > Sketches.size { values.removeLast() }
      if values.count == Sketches.size { limit = values[Sketches.size - 1] }
    }
  }

  /// All documents by the hashes of their sketches.
  func holders() -> SketchHolders { SketchHolders(hashes) }

  /// The documents of `range` that share a hash with `document` perhaps, rising.
  func candidates(
    for document: Int, in range: Range<Int>, among holders: SketchHolders
  ) -> [Int] {
    var found = Set<Int>()
    for hash in hashes[document] {
      holders.forEach(of: hash, in: range) { found.insert($0) }
    }
    return found.sorted()
  }
}

/// Documents by the upper half of a sketch hash, flat.
struct SketchHolders: Sendable {
  /// Half of the hash, then the document, sorted.
  private let entries: Slab<UInt64>

  fileprivate init(_ hashes: [[UInt64]]) {
    let entries = Slab<UInt64>(uninitialized: hashes.reduce(0) { $0 + $1.count })
    var filled = 0
    for (document, hashes) in hashes.enumerated() {
      for hash in hashes {
        entries[filled] = hash & 0xffff_ffff_0000_0000 | UInt64(document)
        filled += 1
      }
    }
    var sorter = PairSort()
    sorter.sort(entries, 0..<entries.count)
    self.entries = entries
  }

  /// Forgets the documents that `isKept` does not hold for. O(n).
  func keep(_ isKept: (Int) -> Bool) {
    var kept = 0
    for index in 0..<entries.count where isKept(Int(UInt32(truncatingIfNeeded: entries[index]))) {
      entries[kept] = entries[index]
      kept += 1
    }
    entries.truncate(to: kept)
  }

  /// Calls `body` with each document of `range` that has a hash with the same upper half, rising.
  /// O(log n) and the documents.
  func forEach(of hash: UInt64, in range: Range<Int>, _ body: (Int) -> Void) {
    let first = hash & 0xffff_ffff_0000_0000 | UInt64(range.lowerBound)
    let end = hash & 0xffff_ffff_0000_0000 | UInt64(range.upperBound)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < first { low = middle + 1 } else { high = middle }
    }
    while low < entries.count && entries[low] < end {
      body(Int(UInt32(truncatingIfNeeded: entries[low])))
      low += 1
    }
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
