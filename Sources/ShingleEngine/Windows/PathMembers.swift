/// The members of a group of equal sequences that is walked along one of them, the path, by how far each agrees
/// with it.
struct PathMembers: ~Copyable {
  private let corpus: TokenCorpus
  private let positions: Slab<UInt32>
  private let limit: Int
  private var sorter = PairSort()
  private var range = 0..<0
  /// Of each member, as positions rise, how far it agrees with the path (high half), and its position.
  private var risen = Slab<UInt64>(uninitialized: 0)
  /// By how far they agree: this (high half) and the number of the member.
  private var leaving = Slab<UInt64>(uninitialized: 0)
  /// Of each member the token that it leaves the path with: looked at while it is in the cache.
  private var after = Slab<UInt32>(uninitialized: 0)
  /// The nodes on the path, the shortest first.
  private(set) var levels: [Level] = []

  /// So many members ahead the text is asked for.
  private static let lookahead = 8

  /// A node on the path.
  struct Level {
    /// Tokens that its members share.
    var length: Int
    /// Its members are those from here on; those before the next level's are in no longer one.
    var first: Int
  }

  /// - Parameters:
  ///   - corpus: where the sequences stand.
  ///   - positions: the members of all groups.
  ///   - limit: the tokens beyond which members need not be told apart.
  init(corpus: TokenCorpus, positions: Slab<UInt32>, limit: Int) {
    self.corpus = corpus
    self.positions = positions
    self.limit = limit
  }

  /// Brings the members of the group in `range`, which share `length` tokens, into the order in which they leave
  /// the path, positions rising among those that leave together. O(n) for n tokens in which they agree.
  mutating func follow(_ range: Range<Int>, length: Int) {
    let path = corpus.path(among: positions, in: range, length: length, limit: limit)
    self.range = range
    if risen.count < range.count {
      risen = Slab(uninitialized: 2 * range.count)
      leaving = Slab(uninitialized: 2 * range.count)
      after = Slab(uninitialized: 2 * range.count)
    }
    let room = corpus.blockRemainder(at: path, limit: limit)
    for (offset, index) in range.enumerated() {
      if index + Self.lookahead < range.upperBound {
        let end = min(Int(positions[index + Self.lookahead]) + length, corpus.tokens.count - 1)
        corpus.tokens.prefetch(end)
        corpus.prefetchBlock(end)
      }
      let position = positions[index]
      let common = corpus.commonLength(
        inside: path, Int(position), atLeast: length, limit: room)
      risen[offset] = UInt64(common) << 32 | UInt64(position)
      leaving[offset] = UInt64(common) << 32 | UInt64(offset)
      after[offset] = corpus.token(after: Int(position) + common)
    }
    sorter.sort(leaving, 0..<range.count)
    levels.removeAll(keepingCapacity: true)
    for (offset, index) in range.enumerated() {
      let length = Int(leaving[offset] >> 32)
      if length != levels.last?.length { levels.append(Level(length: length, first: index)) }
      positions[index] = position(leaving: offset)
    }
  }

  /// The position of the member that is the one of this number to leave the path.
  private func position(leaving offset: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: risen[Int(UInt32(truncatingIfNeeded: leaving[offset]))])
  }

  /// The token that the member at `index`, in the order in which they leave the path, leaves it with.
  func tokenAfter(_ index: Int) -> UInt32 {
    after[Int(UInt32(truncatingIfNeeded: leaving[index - range.lowerBound]))]
  }

  /// Brings the members of `level` into the order of positions.
  mutating func rise(from level: Level) {
    var filled = level.first
    for offset in 0..<range.count where Int(risen[offset] >> 32) >= level.length {
      positions[filled] = UInt32(truncatingIfNeeded: risen[offset])
      filled += 1
    }
  }

  /// Brings them back into the order in which they leave the path.
  mutating func leave(from level: Level) {
    for index in level.first..<range.upperBound {
      positions[index] = position(leaving: index - range.lowerBound)
    }
  }
}
