/// The windows of a part of a corpus, bucket by bucket of their hashes: what the machine that read the
/// part hands to those that group a range of hashes.
///
/// A hash is made of characters and of the texts of words, never of the numbers that one part gave
/// them: so equal windows of all parts come into the same bucket under the same key.
package struct WindowBuckets: Sendable {
  /// log₂ of the number of buckets.
  static let bits = 8
  /// Bits of the hash that are kept beside those that the bucket tells. Together they are no fewer than
  /// ``WindowScatter`` ever looks at.
  static let keyBits = 32
  package static let count = 1 << bits

  /// Bits of the hash in the high half, the position in the part in the low half; positions rise in each
  /// bucket.
  package let records: Slab<UInt64>
  /// Where each bucket begins in `records`, and at last their number.
  package let starts: [Int]

  /// The windows of `length` tokens. O(n).
  ///
  /// - Parameters:
  ///   - length: tokens in a window.
  ///   - corpus: the part.
  ///   - range: the hashes that are wanted; all other buckets are left out.
  ///   - workers: the threads to use.
  package init(length: Int, of corpus: TokenCorpus, range: HashRange = .all, workers: Workers) {
    let scatter = WindowScatter(
      corpus: corpus, workers: workers,
      hash: RollingHash(length: length, wordHashes: corpus.wordHashes), filter: nil,
      partitionBits: Self.bits, keyBits: Self.keyBits, passes: range.count)
    let found = scatter.records(ofPass: range.index)
    records = found.windows
    starts = (0..<found.partitions).map { found.range(of: $0).lowerBound } + [found.count]
  }
}
