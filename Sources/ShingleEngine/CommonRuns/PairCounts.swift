/// How often pairs of neighbouring tokens stand in documents, and how often before certain others.
package struct PairCounts: Sendable {
  package struct Count: Sendable {
    package var all = 0
    /// Those before one of the followers.
    package var followed = 0
  }

  private var counts: [UInt64: Count]
  private let followers: Set<UInt32>
  /// The second tokens of the pairs, by their low bits: most tokens are none of them.
  private var seconds: Bitset

  private static let filterBits = 12

  /// - Parameters:
  ///   - pairs: what is counted; see ``pair(_:_:)``.
  ///   - followers: the tokens after a pair that are looked for.
  package init(_ pairs: Set<UInt64>, before followers: Set<UInt32>) {
    counts = [:]
    for pair in pairs { counts[pair] = Count() }
    self.followers = followers
    seconds = Bitset(count: 1 << Self.filterBits)
    for pair in pairs {
      let place = Self.place(UInt32(truncatingIfNeeded: pair))
      seconds.insert(place..<place + 1)
    }
  }

  package static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  @inline(__always)
  private static func place(_ token: UInt32) -> Int { Int(token & (1 << filterBits - 1)) }

  package subscript(pair: UInt64) -> Count { counts[pair] ?? Count() }

  /// Whether nothing is counted.
  package var isEmpty: Bool { counts.isEmpty }

  /// Adds what stands in `range` of `corpus`, which is one document. O(n).
  package mutating func add(_ range: Range<Int>, of corpus: TokenCorpus) {
    add(range, of: corpus.column)
  }

  private mutating func add<Column: TokenColumn>(_ range: Range<Int>, of column: Column) {
    guard var left = range.first.map({ column.token(at: $0) }) else { return }
    for position in range.dropFirst() {
      let right = column.token(at: position)
      if seconds.contains(Self.place(right)), var count = counts[Self.pair(left, right)] {
        count.all += 1
        if position + 1 < range.upperBound, followers.contains(column.token(at: position + 1)) {
          count.followed += 1
        }
        counts[Self.pair(left, right)] = count
      }
      left = right
    }
  }

  /// Adds what stands in documents. O(n).
  ///
  /// - Parameters:
  ///   - tokens: the documents' tokens.
  ///   - starts: where each document begins, and at last where the last one ends.
  ///   - isCounted: for each document, whether it is looked at.
  ///   - workers: who counts.
  package mutating func add(
    _ tokens: DocumentTokens, starts: [Int], isCounted: [Bool], workers: Workers
  ) {
    if isEmpty { return }
    switch tokens {
    case .corpus(let corpus): add(corpus.column, starts, isCounted, workers)
    case .narrow(let column): add(column, starts, isCounted, workers)
    case .wide(let column): add(column, starts, isCounted, workers)
    }
  }

  private mutating func add<Column: TokenColumn>(
    _ column: Column, _ starts: [Int], _ isCounted: [Bool], _ workers: Workers
  ) {
    let empty = emptied
    let chunk = 64
    let count = starts.count - 1
    let parts = workers.map((count + chunk - 1) / chunk) { part in
      var counts = empty
      for document in part * chunk..<min((part + 1) * chunk, count) where isCounted[document] {
        counts.add(starts[document]..<starts[document + 1], of: column)
      }
      return counts
    }
    for part in parts { add(part) }
  }

  private mutating func add(_ other: PairCounts) {
    for (pair, count) in other.counts {
      counts[pair]?.all += count.all
      counts[pair]?.followed += count.followed
    }
  }

  /// The same pairs, not counted yet.
  private var emptied: PairCounts {
    var empty = self
    empty.counts = counts.mapValues { _ in Count() }
    return empty
  }
}
