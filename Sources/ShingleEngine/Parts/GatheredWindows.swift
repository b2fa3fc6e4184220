/// The windows of a range of hashes, gathered from all parts of a corpus, to be grouped.
///
/// The groups and their order are those that ``WindowGrouping`` finds in the whole corpus: it sorts by the
/// upper bits of the hash, as many as the number of tokens tells, then by position, and so does this.
package struct GatheredWindows: ~Copyable {
  private let records: Slab<UInt64>
  /// Where each bucket begins, and at last where the last ends.
  private var starts = [0]
  private var filled = 0
  /// Bits of the keys that ``WindowGrouping`` does not look at.
  private let surplus: UInt64

  /// - Parameters:
  ///   - capacity: windows.
  ///   - tokens: of the whole corpus.
  package init(capacity: Int, tokens: Int) {
    records = Slab(uninitialized: capacity)
    let kept = WindowScatter.partitionBits(tokens: tokens) + WindowScatter.keyBits
    surplus = UInt64(WindowBuckets.bits + WindowBuckets.keyBits - kept)
  }

  /// Adds windows of one part to the bucket in work. Parts come in the order of their positions.
  ///
  /// - Parameters:
  ///   - part: records of ``WindowBuckets``.
  ///   - offset: the position of the part's first token.
  package mutating func append(_ part: Span<UInt64>, at offset: Int) {
    for index in part.indices { append(part[index], at: offset) }
  }

  /// Adds a bucket of one part to the bucket in work.
  package mutating func append(_ part: WindowBuckets, bucket: Int, at offset: Int) {
    for index in part.starts[bucket]..<part.starts[bucket + 1] {
      append(part.records[index], at: offset)
    }
  }

  @inline(__always)
  private mutating func append(_ record: UInt64, at offset: Int) {
    let position = UInt64(UInt32(truncatingIfNeeded: record)) + UInt64(offset)
    records[filled] = (record >> (32 + surplus)) << 32 | position
    filled += 1
  }

  /// Ends the bucket in work; the next begins.
  package mutating func endBucket() { starts.append(filled) }

  /// The groups of windows that stand in two or more places. The windows are used up.
  ///
  /// - Parameters:
  ///   - length: tokens in a window.
  ///   - corpus: the whole corpus: on its tokens the windows are compared.
  ///   - workers: the threads to use.
  package consuming func groups(
    length: Int, in corpus: TokenCorpus, workers: Workers
  ) -> WindowGroups {
    let windows = WindowRecords(windows: records, starts: starts)
    let positions = Slab<UInt32>(uninitialized: filled)
    let equality = WindowEquality(corpus: corpus, length: length)
    let runs = workers.map(windows.partitions) { bucket in
      let range = windows.range(of: bucket)
      var grouping = PartitionGrouping(
        equality: equality, into: positions, from: range.lowerBound)
      return grouping.group(windows, range)
    }
    return WindowGroups(length: length, positions: positions, runs: runs, isPartial: false)
  }
}
