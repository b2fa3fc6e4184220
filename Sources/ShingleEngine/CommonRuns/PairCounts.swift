/// How often pairs of neighbouring tokens stand in documents, and how often before certain others.
package struct PairCounts: Sendable {
  /// How often one pair stands there, in few bytes: of hard text there are millions of pairs. No corpus has places that
  /// 32 bits do not number.
  package struct Count: Sendable {
    private var places: UInt32 = 0
    private var placesFollowed: UInt32 = 0

    package init() {}

    package init(all: Int, followed: Int) {
      self.all = all
      self.followed = followed
    }

    /// All places.
    package var all: Int {
      get { Int(places) }
      set { places = UInt32(clamping: newValue) }
    }

    /// Those before one of the followers.
    package var followed: Int {
      get { Int(placesFollowed) }
      set { placesFollowed = UInt32(clamping: newValue) }
    }
  }

  private var counts: [UInt64: Count] = [:]
  /// What is counted, rising; see ``pair(_:_:)``.
  package let pairs: [UInt64]
  private let followers: [UInt32]

  /// - Parameters:
  ///   - pairs: what is counted; see ``pair(_:_:)``.
  ///   - followers: the tokens after a pair that are looked for.
  package init(_ pairs: Set<UInt64>, before followers: Set<UInt32>) {
    self.pairs = pairs.sorted()
    self.followers = followers.sorted()
    for pair in pairs { counts[pair] = Count() }
  }

  /// Two neighbours as one number, which rises with the left one first.
  package static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  /// What was counted of `pair`; nothing of one that was not asked for.
  package subscript(pair: UInt64) -> Count { counts[pair] ?? Count() }

  /// Adds what stands in `range` of `corpus`, which is one document. O(n).
  package mutating func add(_ range: Range<Int>, of corpus: TokenCorpus) {
    add(PairScan(pairs, before: followers, in: corpus).counts(of: [range]))
  }

  /// Begins to count in all documents of `corpus`; ``add(_:)`` takes what is found. O(n).
  package func counting(in corpus: TokenCorpus, workers: Workers) -> PendingCounts {
    if pairs.isEmpty { return workers.start(0) { _ in [] } }
    let scan = PairScan(pairs, before: followers, in: corpus)
    let chunks = corpus.chunks(workers.count * 4)
    return workers.start(chunks.count) { scan.counts(of: chunks[$0]) }
  }

  /// Counts for ``pairs`` in order, of several parts of the documents.
  package typealias PendingCounts = PendingResults<[Count]>

  /// Adds what was found, once it is there.
  package mutating func add(_ pending: PendingCounts) {
    for found in pending.finish() { add(found) }
  }

  private mutating func add(_ found: [Count]) {
    for (pair, count) in zip(pairs, found) {
      counts[pair]!.all += count.all
      counts[pair]!.followed += count.followed
    }
  }
}

extension PairCounts {
  /// The counts of all pairs of two of `tokens` that are neighbours in a document of `corpus`, by rising pair. O(n).
  ///
  /// - Parameters:
  ///   - tokens: what pairs are made of.
  ///   - followers: the tokens after a pair that are looked for.
  ///   - corpus: the documents.
  ///   - workers: the threads to use.
  ///   - most: about how many pairs are added up at a time: of hard text there are millions, and no table has room for
  ///     all.
  package static func all(
    of tokens: Set<UInt32>, before followers: Set<UInt32>, in corpus: TokenCorpus, workers: Workers,
    atATime most: Int = 1_000_000
  ) -> [(pair: UInt64, count: Count)] {
    let isCounted = TokenMarks(tokens)
    let isFollower = TokenMarks(followers)
    let chunks = corpus.chunks(workers.count)
    let found = workers.map(chunks.count) { chunk in
      var all = PairTable(capacity: 1 << 8)
      var followed = PairTable(capacity: 1 << 8)
      for range in chunks[chunk] {
        var wasCounted = false
        for position in range {
          let counts = isCounted[corpus.tokens[position]]
          defer { wasCounted = counts }
          guard counts && wasCounted else { continue }
          let pair = pair(corpus.tokens[position - 1], corpus.tokens[position])
          all.add(pair)
          if position + 1 < range.upperBound, isFollower[corpus.tokens[position + 1]] {
            followed.add(pair)
          }
        }
      }
      return (all, followed)
    }
    let total = found.reduce(0) { $0 + $1.0.count }
    var counts: [(pair: UInt64, count: Count)] = []
    counts.reserveCapacity(found.map(\.0.count).max() ?? 0)
    let parts = (total + most - 1) / most
    for part in 0..<parts {
      let all = PairTable.sum(found.map(\.0), part: part, of: parts)
      let followed = PairTable.sum(found.map(\.1), part: part, of: parts)
      for (pair, count) in all.all {
        counts.append((pair, Count(all: count, followed: followed.count(of: pair))))
      }
    }
    counts.sort { $0.pair < $1.pair }
    return counts
  }
}

/// A set of tokens that is asked for each token of a corpus.
private struct TokenMarks: Sendable {
  private let marks: Slab<UInt8>

  init(_ tokens: Set<UInt32>) {
    marks = Slab(zeroed: Int(tokens.max() ?? 0) + 1)
    for token in tokens { marks[Int(token)] = 1 }
  }

  @inline(__always)
  subscript(token: UInt32) -> Bool { Int(token) < marks.count && marks[Int(token)] != 0 }
}

extension TokenCorpus {
  /// The documents in groups of about equal size.
  fileprivate func chunks(_ count: Int) -> [[Range<Int>]] {
    DocumentPart(
      tokens: .corpus(self), starts: documentStarts,
      numbers: (0..<UInt32(documentCount)).map { $0 }
    ).chunks(count).map { $0.map(\.range) }
  }
}

/// Counts pairs in documents.
private struct PairScan: Sendable {
  private let corpus: TokenCorpus
  /// The index of each pair.
  private var indices: [UInt64: Int] = [:]
  private let count: Int
  private let followers: Set<UInt32>
  /// One bit for each token that is in a pair, by its low bits: most are in none.
  private let filter = Slab<UInt64>(zeroed: (1 << filterBits) >> 6)
  /// One bit for each pair, by its hash: most neighbours of such tokens are none.
  private let pairFilter = Slab<UInt64>(zeroed: (1 << pairFilterBits) >> 6)

  private static var filterBits: Int { 12 }
  private static var pairFilterBits: Int { 14 }

  init(_ pairs: [UInt64], before followers: [UInt32], in corpus: TokenCorpus) {
    self.corpus = corpus
    count = pairs.count
    self.followers = Set(followers)
    for (index, pair) in pairs.enumerated() {
      indices[pair] = index
      let place = Self.place(pair)
      pairFilter[place >> 6] |= 1 << UInt64(place & 63)
      for token in [UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair)] {
        let place = Self.place(token)
        filter[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  @inline(__always)
  private static func place(_ token: UInt32) -> Int { Int(token & (1 << filterBits - 1)) }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private static func place(_ pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) &>> UInt64(64 - pairFilterBits))
  }

  /// The counts in `documents`. Of two neighbours one is looked at: no pair goes without.
  func counts(of documents: [Range<Int>]) -> [PairCounts.Count] {
    var counts = [PairCounts.Count](repeating: PairCounts.Count(), count: count)
    for range in documents {
      var position = range.lowerBound &+ 1
      while position < range.upperBound {
        let place = Self.place(corpus.tokens[position])
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
    let pair = PairCounts.pair(corpus.tokens[position - 1], corpus.tokens[position])
    let place = Self.place(pair)
    guard pairFilter[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 != 0,
      let index = indices[pair]
    else { return }
    counts[index].all += 1
    if position + 1 < range.upperBound, followers.contains(corpus.tokens[position + 1]) {
      counts[index].followed += 1
    }
  }
}
