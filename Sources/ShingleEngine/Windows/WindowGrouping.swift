/// Groups the windows of a corpus by their token sequence, exactly.
///
/// Every window is hashed; the windows are partitioned by hash so that each part is sorted inside the
/// cache; equal hashes are verified on the tokens and regrouped where they lied. A large corpus is
/// hashed in several passes, each for a part of the hashes: no temporary files.
package struct WindowGrouping: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  /// Bits of the hash that are kept; fewer than 64 only in tests.
  private let hashBits: Int
  /// Windows that are in flight at once, 8 bytes each; nil for as many as memory has room for.
  private let windowsPerPass: Int?

  /// So many in flight at least, and at most.
  private static let passSizes = 4_000_000...160_000_000
  /// A corpus of which so small a part fits is hashed no more often.
  private static let mostPasses = 8

  package init(
    corpus: TokenCorpus, workers: Workers, hashBits: Int = 64, windowsPerPass: Int? = nil
  ) {
    self.corpus = corpus
    self.workers = workers
    self.hashBits = hashBits
    self.windowsPerPass = windowsPerPass
  }

  /// The windows of `length` tokens that stand in two or more places.
  ///
  /// O(n) expected for n tokens; a hash that is cut short costs more, never the answer.
  package func groups(length: Int) -> WindowGroups {
    groups(hash(length), filter: nil)
  }

  /// The same by groups that are known: of windows of at least half as many tokens. O(n) too where windows are as
  /// long as documents.
  func groups(length: Int, ranks: WindowRanks) -> WindowGroups {
    groups(hash(length), filter: nil, ranks: ranks)
  }

  /// The groups of windows of `length` tokens that have a member in one of `documents`.
  package func groups(length: Int, holding documents: [Int]) -> WindowGroups {
    let hash = hash(length)
    let found = groups(hash, filter: HashFilter(hash, of: documents, in: corpus))
    var own = Bitset(count: corpus.tokens.count)
    for document in documents { own.insert(corpus.range(of: document)) }
    // Those that the filter lets through by chance are few, and in all parts of the corpus: who makes a table of them
    // would touch all of it.
    return found.filtered(workers: workers) { [own] in own.contains($0) }
  }

  /// The groups of windows of `length` tokens that have a member at one of `positions`, where such a
  /// window begins; there may be others.
  package func groups(length: Int, at positions: [UInt32]) -> WindowGroups {
    if positions.isEmpty {
      return WindowGroups(
        length: length, positions: Slab(uninitialized: 0), runs: [], isPartial: true)
    }
    let hash = hash(length)
    return groups(hash, filter: HashFilter(hash, at: positions, in: corpus))
  }

  private func hash(_ length: Int) -> RollingHash {
    RollingHash(length: length, wordHashes: corpus.wordHashes, bits: hashBits)
  }

  private func groups(
    _ hash: RollingHash, filter: HashFilter?, ranks: WindowRanks? = nil
  ) -> WindowGroups {
    let equality = WindowEquality(corpus: corpus, length: hash.length, ranks: ranks)
    let positions = Slab<UInt32>(
      uninitialized: corpus.tokens.count, isSparse: filter != nil)
    let scatter = WindowScatter(
      corpus: corpus, workers: workers, hash: hash, filter: filter,
      windowsPerPass: max(1, windowsPerPass ?? passSize))
    var runs: [[WindowGroup]] = []
    var filled = 0
    for pass in 0..<scatter.passes {
      let records = scatter.records(ofPass: pass)
      let offset = filled
      runs += workers.map(records.partitions) { partition in
        let range = records.range(of: partition)
        var grouping = PartitionGrouping(
          equality: equality, into: positions, from: offset + range.lowerBound)
        return grouping.group(records, range)
      }
      filled += records.count
    }
    return WindowGroups(
      length: hash.length, positions: positions, runs: runs, isPartial: filter != nil)
  }

  /// As many windows as memory has room for, within reason.
  private var passSize: Int {
    let room = MappedMemory.left / MemoryLayout<UInt64>.stride
    let least = max(Self.passSizes.lowerBound, corpus.tokens.count / Self.mostPasses)
    return min(max(room, least), Self.passSizes.upperBound)
  }
}
