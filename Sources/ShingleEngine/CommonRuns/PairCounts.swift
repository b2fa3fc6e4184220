/// How often pairs of neighbouring tokens stand in documents, and how often before certain others.
package struct PairCounts: Sendable {
  package struct Count: Sendable {
    package var all = 0
    /// Those before one of the followers.
    package var followed = 0
  }

  private var counts: [UInt64: Count] = [:]
  private let pairs: [UInt64]
  private let followers: [UInt32]

  /// - Parameters:
  ///   - pairs: what is counted; see ``pair(_:_:)``.
  ///   - followers: the tokens after a pair that are looked for.
  package init(_ pairs: Set<UInt64>, before followers: Set<UInt32>) {
    self.pairs = pairs.sorted()
    self.followers = followers.sorted()
    for pair in pairs { counts[pair] = Count() }
  }

  package static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  package subscript(pair: UInt64) -> Count { counts[pair] ?? Count() }

  /// Whether nothing is counted.
  package var isEmpty: Bool { counts.isEmpty }

  /// Adds what stands in `range` of `corpus`, which is one document. O(n).
  package mutating func add(_ range: Range<Int>, of corpus: TokenCorpus) {
    add(scan(corpus.column).counts(of: [range]))
  }

  /// Adds what stands in the documents of `parts`. O(n).
  package mutating func add(_ parts: [DocumentPart], workers: Workers) {
    if isEmpty { return }
    for part in parts {
      let chunks = part.chunks(workers.count * 4).map { $0.map(\.range) }
      let found =
        switch part.tokens {
        case .corpus(let corpus): scan(corpus.column).counts(of: chunks, workers)
        case .narrow(let column): scan(column).counts(of: chunks, workers)
        case .wide(let column): scan(column).counts(of: chunks, workers)
        }
      for counts in found { add(counts) }
    }
  }

  private mutating func add(_ found: [Count]) {
    for (pair, count) in zip(pairs, found) {
      counts[pair]!.all += count.all
      counts[pair]!.followed += count.followed
    }
  }

  private func scan<Column: TokenColumn>(_ column: Column) -> PairScan<Column> {
    PairScan(pairs, before: followers, in: column)
  }
}

/// Counts pairs in documents, by their codes.
private struct PairScan<Column: TokenColumn>: Sendable {
  private let column: Column
  /// The index of each pair.
  private var indices: [UInt64: Int] = [:]
  private let count: Int
  private let followers: Set<UInt32>
  /// The second tokens of the pairs, by their low bits: most tokens are none of them.
  private var seconds = Bitset(count: 1 << filterBits)

  private static var filterBits: Int { 12 }

  init(_ pairs: [UInt64], before followers: [UInt32], in column: Column) {
    self.column = column
    count = pairs.count
    self.followers = Set(followers.map { column.code(of: $0) })
    let lefts = pairs.map { column.code(of: UInt32(truncatingIfNeeded: $0 >> 32)) }
    let rights = pairs.map { column.code(of: UInt32(truncatingIfNeeded: $0)) }
    for index in pairs.indices
    where lefts[index] != TokenCorpus.unknown && rights[index] != TokenCorpus.unknown {
      indices[PairCounts.pair(lefts[index], rights[index])] = index
      let place = Self.place(rights[index])
      seconds.insert(place..<place + 1)
    }
  }

  @inline(__always)
  private static func place(_ code: UInt32) -> Int { Int(code & (1 << filterBits - 1)) }

  /// The counts in each of `chunks` of documents.
  func counts(of chunks: [[Range<Int>]], _ workers: Workers) -> [[PairCounts.Count]] {
    workers.map(chunks.count) { counts(of: chunks[$0]) }
  }

  /// The counts in `documents`.
  func counts(of documents: [Range<Int>]) -> [PairCounts.Count] {
    var counts = [PairCounts.Count](repeating: PairCounts.Count(), count: count)
    for range in documents where range.count > 1 {
      for position in range.lowerBound + 1..<range.upperBound {
        let right = column.code(at: position)
        guard seconds.contains(Self.place(right)),
          let index = indices[PairCounts.pair(column.code(at: position - 1), right)]
        else { continue }
        counts[index].all += 1
        if position + 1 < range.upperBound, followers.contains(column.code(at: position + 1)) {
          counts[index].followed += 1
        }
      }
    }
    return counts
  }
}
