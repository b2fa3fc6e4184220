internal import CorpusIndex
internal import ShingleEngine

/// The windows of one split as its file keeps them: for each length of its documents, by ranges of their
/// hashes.
struct SplitWindows: Sendable {
  private static let head = 1
  /// The first of the sections with records; one for each length.
  private static let records = 2

  /// That of the plan for the split.
  let fingerprint: UInt64
  /// For each length where the buckets begin, and at last the number of records.
  private let starts: [Int: [Int]]
  private let lengths: [Int]
  private let sections: MappedSections

  /// Opens the file at `path`. What is read of it is compared with its checksums.
  init(path: String) throws(IndexError) {
    sections = try MappedSections(path: path, kind: .windows)
    var bytes = ByteReader(try sections.bytes(Self.head))
    fingerprint = bytes.fixed()
    lengths = bytes.list { $0.number() }
    var starts: [Int: [Int]] = [:]
    for (index, length) in lengths.enumerated() {
      starts[length] = (0...WindowBuckets.count).reduce(into: []) { list, bucket in
        list.append((list.last ?? 0) &+ (bucket == 0 ? 0 : bytes.number()))
      }
      let size = try sections.length(of: Self.records + index)
      guard bytes.isSound, starts[length]!.last == size / 8,
        zip(starts[length]!, starts[length]!.dropFirst()).allSatisfy(<=)
      else { throw .damaged(file: path, offset: 0, length: sections.size) }
    }
    self.starts = starts
  }

  /// Another number for other content.
  var checksum: UInt64 { sections.headerChecksum }

  /// Compares everything with its checksums.
  func verify() throws(IndexError) { try sections.verifyAll() }

  /// Whether there are windows of `length` tokens.
  func has(_ length: Int) -> Bool { starts[length] != nil }

  /// The number of windows of `length` tokens in `buckets`.
  func count(_ length: Int, in buckets: Range<Int>) -> Int {
    guard let starts = starts[length] else { return 0 }
    return starts[buckets.upperBound] - starts[buckets.lowerBound]
  }

  /// The windows of `length` tokens in `bucket`; the memory lives as long as this value.
  func records(
    _ length: Int, in bucket: Int
  ) throws(IndexError) -> UnsafeBufferPointer<UInt64> {
    guard let index = lengths.firstIndex(of: length), let starts = starts[length] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let bytes = try sections.bytes(
      Self.records + index, 8 * starts[bucket]..<8 * starts[bucket + 1])
    return bytes.assumingMemoryBound(to: UInt64.self)
  }

  /// Writes the windows of `corpus`, for each of `lengths`.
  static func write(
    _ corpus: TokenCorpus, lengths: [Int], fingerprint: UInt64, to path: String, workers: Workers
  ) throws(IndexError) {
    let all = lengths.map { WindowBuckets(length: $0, of: corpus, workers: workers) }
    var head = ByteWriter()
    head.add(fixed: fingerprint)
    head.add(list: lengths) { $0.add($1) }
    for windows in all {
      for bucket in 0..<WindowBuckets.count {
        head.add(windows.starts[bucket + 1] - windows.starts[bucket])
      }
    }
    let writer = try SectionFileWriter(path: path, kind: .windows, suffix: AuditParts.suffix)
    try writer.begin(self.head)
    try writer.add(head.bytes)
    for (index, windows) in all.enumerated() {
      try writer.begin(records + index)
      try writer.add(windows.records)
    }
    _ = try writer.finish()
  }
}
