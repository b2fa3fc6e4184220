internal import PhraseMining
internal import ShingleEngine

/// The equal runs of all pairs of documents, flat: a corpus of reports has millions of pairs that share a
/// passage.
struct SharedTiles: Sendable {
  /// Two documents that share a passage.
  struct Pair: Sendable {
    let left: UInt32
    let right: UInt32
    /// Tokens of the left document in shared runs.
    let sharedTokens: Int
    /// By left, then right position, each once.
    var tiles: [Tile] { records.map(\.tile) }
    fileprivate let records: ArraySlice<Record>
  }

  /// A run that two documents share; `left` is the earlier one.
  fileprivate struct Record: Hashable, Sendable {
    let right: UInt32
    let leftPosition: UInt32
    let rightPosition: UInt32
    let length: UInt32

    var tile: Tile {
      Tile(left: Int(leftPosition), right: Int(rightPosition), length: Int(length))
    }

    /// No two different ones are equal in this order.
    static func < (a: Record, b: Record) -> Bool {
      if a.right != b.right { return a.right < b.right }
      if a.leftPosition != b.leftPosition { return a.leftPosition < b.leftPosition }
      if a.rightPosition != b.rightPosition { return a.rightPosition < b.rightPosition }
      return a.length < b.length
    }
  }

  /// By left document.
  private let records: [Record]
  /// Where those of each document begin, and at last their number.
  private let starts: [Int]

  /// - Parameters:
  ///   - matches: copies; that one is a copy of the other as well as the other way round changes nothing.
  ///   - documents: how many there are.
  init(_ matches: [Match], documents: Int) {
    var starts = [Int](repeating: 0, count: documents + 1)
    for match in matches { starts[Int(min(match.leftDocument, match.rightDocument)) + 1] += 1 }
    for document in 0..<documents { starts[document + 1] += starts[document] }
    var next = starts
    // One of no capacity would write the count of the array that all threads have for empty ones.
    records = [Record](unsafeUninitializedCapacity: max(1, matches.count)) { records, count in
      for match in matches {
        let isInOrder = match.leftDocument < match.rightDocument
        let left = Int(isInOrder ? match.leftDocument : match.rightDocument)
        records[next[left]] = Record(
          right: isInOrder ? match.rightDocument : match.leftDocument,
          leftPosition: isInOrder ? match.left : match.right,
          rightPosition: isInOrder ? match.right : match.left, length: match.length)
        next[left] += 1
      }
      count = matches.count
    }
    self.starts = starts
  }

  /// All pairs, in order of left and right document. O(n log n) for n matches.
  func pairs(_ workers: Workers) -> [Pair] {
    let chunk = 64
    let documents = starts.count - 1
    return workers.map((documents + chunk - 1) / chunk) { task in
      (task * chunk..<min((task + 1) * chunk, documents)).flatMap { pairs(of: $0) }
    }.flatMap { $0 }
  }

  private func pairs(of document: Int) -> [Pair] {
    var sorted: [Record] = []
    for record in records[starts[document]..<starts[document + 1]].sorted(by: <)
    where sorted.last != record { sorted.append(record) }
    var pairs: [Pair] = []
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count && sorted[end].right == sorted[first].right { end += 1 }
      pairs.append(
        Pair(
          left: UInt32(document), right: sorted[first].right,
          sharedTokens: Self.union(sorted[first..<end]), records: sorted[first..<end]))
      first = end
    }
    return pairs
  }

  /// The tokens of the left document in `records`, which are sorted.
  private static func union(_ records: ArraySlice<Record>) -> Int {
    var count = 0
    var next: UInt32 = 0
    for record in records {
      let end = record.leftPosition + record.length
      if end > next { count += Int(end - max(next, record.leftPosition)) }
      next = max(next, end)
    }
    return count
  }
}
