/// Hashes every window and writes it to the partition that the hash's upper bits name.
///
/// Each thread counts first, once for all passes, and then writes to places of its own, so positions rise
/// inside a partition whatever the number of threads.
struct WindowScatter: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let hash: RollingHash
  /// The hashes that are wanted; nil for all.
  private let filter: HashFilter?
  /// log₂ of the number of partitions.
  private let partitionBits: Int
  /// Bits of the hash, after those that name the partition, that are kept.
  private let keyBits: Int
  /// How often the corpus is hashed.
  let passes: Int
  /// Blocks that one task hashes.
  private let parts: [Range<Int>]
  /// For each part, the wanted windows of each partition.
  private var counts: [[UInt32]] = []

  /// As many records of 8 bytes as fit into the second-level cache beside a copy.
  private static let recordsPerPartition = 16_384

  init(
    corpus: TokenCorpus, workers: Workers, hash: RollingHash, filter: HashFilter?,
    windowsPerPass: Int
  ) {
    let count = corpus.tokens.count
    let bits = Self.partitionBits(tokens: count)
    let wanted = (count + windowsPerPass - 1) / windowsPerPass
    self.init(
      corpus: corpus, workers: workers, hash: hash, filter: filter, partitionBits: bits,
      keyBits: Self.keyBits, passes: max(1, min(wanted, 1 << bits)))
  }

  /// - Parameters:
  ///   - partitionBits: log₂ of the number of partitions.
  ///   - keyBits: bits of the hash, after those that name the partition, that are kept; 32 at most.
  ///   - passes: the parts in which the partitions are asked for.
  init(
    corpus: TokenCorpus, workers: Workers, hash: RollingHash, filter: HashFilter?,
    partitionBits: Int, keyBits: Int, passes: Int
  ) {
    self.corpus = corpus
    self.workers = workers
    self.hash = hash
    self.filter = filter
    self.partitionBits = partitionBits
    self.keyBits = keyBits
    self.passes = passes
    parts = corpus.parts(workers.count * 8).map { corpus.blocks(in: corpus.range(of: $0)) }
    let counting = self
    counts = workers.map(parts.count) { counting.count(counting.parts[$0]) }
  }

  /// log₂ of the number of partitions for a corpus of so many tokens.
  static func partitionBits(tokens count: Int) -> Int {
    var bits = 0
    while bits < 14 && (count >> bits) > recordsPerPartition { bits += 1 }
    return bits
  }

  /// The bits that named the partition are the same for all in it. The next 24 leave a few collisions to
  /// verification, and save the sort a pass.
  static let keyBits = 24

  /// The records of the partitions that belong to `pass`.
  func records(ofPass pass: Int) -> WindowRecords {
    let total = 1 << partitionBits
    let range = total * pass / passes..<total * (pass + 1) / passes
    var offsets = [[Int]](repeating: Array(repeating: 0, count: range.count), count: parts.count)
    var starts = [0]
    var filled = 0
    for partition in range {
      for part in parts.indices {
        offsets[part][partition - range.lowerBound] = filled
        filled += Int(counts[part][partition])
      }
      starts.append(filled)
    }
    let records = WindowRecords(count: filled, starts: starts)
    let places = offsets
    workers.forEach(parts.count) { write(parts[$0], range, places[$0], to: records) }
    return records
  }

  @inline(__always)
  private func partition(_ hash: UInt64) -> Int {
    partitionBits == 0 ? 0 : Int(truncatingIfNeeded: hash >> UInt64(64 - partitionBits))
  }

  @inline(__always)
  private func isWanted(_ hash: UInt64) -> Bool { filter?.mayContain(hash) ?? true }

  private func count(_ blocks: Range<Int>) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 1 << partitionBits)
    hash.forEachWindow(in: blocks, of: corpus) { _, hash in
      if isWanted(hash) { counts[partition(hash)] &+= 1 }
    }
    return counts
  }

  private func write(
    _ blocks: Range<Int>, _ range: Range<Int>, _ offsets: [Int], to records: WindowRecords
  ) {
    var offsets = offsets
    let first = range.lowerBound
    let size = UInt(range.count)
    let shift = UInt64(partitionBits)
    let dropped = UInt64(64 - keyBits)
    hash.forEachWindow(in: blocks, of: corpus) { position, hash in
      let index = partition(hash) &- first
      if UInt(bitPattern: index) < size && isWanted(hash) {
        let offset = offsets[index]
        records.windows[offset] =
          ((hash << shift) >> dropped) << 32 | UInt64(truncatingIfNeeded: position)
        offsets[index] = offset &+ 1
      }
    }
  }
}

/// Windows, partition by partition.
struct WindowRecords: Sendable {
  /// 24 bits of the hash in the high half, the position in the low half.
  let windows: Slab<UInt64>
  /// Where each partition begins, and at last the number of records.
  private let starts: [Int]

  init(count: Int, starts: [Int]) {
    self.init(windows: Slab(uninitialized: count), starts: starts)
  }

  init(windows: Slab<UInt64>, starts: [Int]) {
    self.windows = windows
    self.starts = starts
  }

  var count: Int { windows.count }
  var partitions: Int { starts.count - 1 }

  func range(of partition: Int) -> Range<Int> { starts[partition]..<starts[partition + 1] }
}
