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

  /// Begins to count in the documents of `parts`; ``add(_:)`` takes what is found. O(n).
  package func counting(_ parts: [DocumentPart], workers: Workers) -> [PendingCounts] {
    if isEmpty { return [] }
    return parts.map { part in
      let chunks = part.chunks(workers.count * 4).map { $0.map(\.range) }
      return switch part.tokens {
      case .corpus(let corpus): scan(corpus.column).counting(chunks, workers)
      case .narrow(let column): scan(column).counting(chunks, workers)
      case .wide(let column): scan(column).counting(chunks, workers)
      }
    }
  }

  /// What ``counting(_:workers:)`` finds in a part.
  package typealias PendingCounts = PendingResults<[Count]>

  /// Adds what was found, once it is there.
  package mutating func add(_ pending: [PendingCounts]) {
    for found in pending.flatMap({ $0.finish() }) { add(found) }
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
  /// One bit for each code that is in a pair, by its low bits: most are in none.
  private let filter = Slab<UInt64>(zeroed: (1 << filterBits) >> 6)
  /// One bit for each pair, by its hash: most neighbours of such codes are none.
  private let pairFilter = Slab<UInt64>(zeroed: (1 << pairFilterBits) >> 6)

  private static var filterBits: Int { 12 }
  private static var pairFilterBits: Int { 14 }

  init(_ pairs: [UInt64], before followers: [UInt32], in column: Column) {
    self.column = column
    count = pairs.count
    self.followers = Set(followers.map { column.code(of: $0) })
    for (index, pair) in pairs.enumerated() {
      let left = column.code(of: UInt32(truncatingIfNeeded: pair >> 32))
      let right = column.code(of: UInt32(truncatingIfNeeded: pair))
      if left == TokenCorpus.unknown || right == TokenCorpus.unknown { continue }
      indices[PairCounts.pair(left, right)] = index
      let place = Self.place(PairCounts.pair(left, right))
      pairFilter[place >> 6] |= 1 << UInt64(place & 63)
      for code in [left, right] {
        let place = Self.place(code)
        filter[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  @inline(__always)
  private static func place(_ code: UInt32) -> Int { Int(code & (1 << filterBits - 1)) }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private static func place(_ pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) &>> UInt64(64 - pairFilterBits))
  }

  /// Begins to count in each of `chunks` of documents.
  func counting(_ chunks: [[Range<Int>]], _ workers: Workers) -> PairCounts.PendingCounts {
    workers.start(chunks.count) { counts(of: chunks[$0]) }
  }

  /// The counts in `documents`. Of two neighbours one is looked at: no pair goes without.
  func counts(of documents: [Range<Int>]) -> [PairCounts.Count] {
    var counts = [PairCounts.Count](repeating: PairCounts.Count(), count: count)
    for range in documents {
      var position = range.lowerBound &+ 1
      while position < range.upperBound {
        let place = Self.place(column.code(at: position))
        if filter[place &>> 6] &>> UInt64(place & 63) & 1 != 0 {
          count(endingAt: position, range, &counts)
          if position &+ 1 < range.upperBound { count(endingAt: position &+ 1, range, &counts) }
        }
        position &+= 2
      }
    }
    return counts
  }

  private func count(
    endingAt position: Int, _ range: Range<Int>, _ counts: inout [PairCounts.Count]
  ) {
    let pair = PairCounts.pair(column.code(at: position - 1), column.code(at: position))
    let place = Self.place(pair)
    guard pairFilter[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 != 0,
      let index = indices[pair]
    else { return }
    counts[index].all += 1
    if position + 1 < range.upperBound, followers.contains(column.code(at: position + 1)) {
      counts[index].followed += 1
    }
  }
}
