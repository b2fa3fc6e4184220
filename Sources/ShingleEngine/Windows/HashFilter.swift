/// A set of window hashes that may hold a few more: a Bloom filter of one function (Bloom, 1970,
/// https://doi.org/10.1145/362686.362692).
struct HashFilter: Sendable {
  private let bits: Slab<UInt8>
  private let shift: UInt64

  /// Places for each hash: one in so many others passes too.
  private static let spread = 16

  /// An empty set.
  private init(capacity: Int) {
    var size: UInt64 = 10
    while 1 << size < Self.spread * capacity && size < 32 { size += 1 }
    shift = 64 - size
    bits = Slab(zeroed: 1 << Int(size - 3))
  }

  /// The hashes of the windows that begin at `positions`. O(n) in their tokens.
  init(_ hash: RollingHash, at positions: [UInt32], in corpus: TokenCorpus) {
    self.init(capacity: positions.count)
    for position in positions { insert(hash.hash(at: Int(position), of: corpus)) }
  }

  /// The hashes of the windows of `documents`. O(n).
  init(_ hash: RollingHash, of documents: [Int], in corpus: TokenCorpus) {
    self.init(capacity: documents.reduce(0) { $0 + corpus.range(of: $1).count })
    for document in documents {
      hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
        _, value in insert(value)
      }
    }
  }

  private func insert(_ hash: UInt64) {
    let place = hash >> shift
    bits[Int(place >> 3)] |= 1 << UInt8(place & 7)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let place = hash >> shift
    return bits[Int(place >> 3)] >> UInt8(place & 7) & 1 != 0
  }
}
