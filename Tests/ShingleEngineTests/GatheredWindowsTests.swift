import ShingleEngine
import TestSupport
import Testing

@Suite("Windows of parts of a corpus are grouped as those of the whole")
struct GatheredWindowsTests {
  /// The groups of `length`, in order, of the parts that begin at `cuts`, one range of hashes after another.
  static func gathered(
    _ corpus: PlainCorpus, length: Int, cuts: [Int], ranges: Int
  ) -> [[UInt32]] {
    let whole = corpus.tokenCorpus
    let workers = Workers(count: 2)
    let ends = cuts.dropFirst() + [corpus.documents.count]
    let parts = zip(cuts, ends).map { start, end in
      PlainCorpus(documents: Array(corpus.documents[start..<end])).tokenCorpus
    }
    let offsets = cuts.map { whole.documentStarts[$0] }
    return (0..<ranges).flatMap { index in
      let range = HashRange(index, of: ranges)
      let windows = parts.map {
        WindowBuckets(length: length, of: $0, range: range, workers: workers)
      }
      var gathered = GatheredWindows(
        capacity: windows.reduce(0) { $0 + $1.records.count }, tokens: whole.tokens.count)
      for bucket in 0..<range.buckets.count {
        for (part, offset) in zip(windows, offsets) {
          gathered.append(part, bucket: bucket, at: offset)
        }
        gathered.endBucket()
      }
      return Self.members(gathered.groups(length: length, in: whole, workers: workers))
    }
  }

  static func members(_ groups: WindowGroups) -> [[UInt32]] {
    groups.runs.joined().map { group in group.range.map { groups.positions[$0] } }
  }

  static func expected(_ corpus: PlainCorpus, length: Int) -> [[UInt32]] {
    members(
      WindowGrouping(corpus: corpus.tokenCorpus, workers: Workers(count: 1)).groups(length: length))
  }

  @Test("small corpora", arguments: 0..<300)
  func small(_ seed: UInt64) {
    let corpus = PlainCorpus.random(seed: seed)
    let length = 1 + Int(seed % 7)
    let cuts = [0] + (1..<corpus.documents.count).filter { ($0 + Int(seed)) % 2 == 0 }
    let found = Self.gathered(corpus, length: length, cuts: cuts, ranges: 1 + Int(seed % 5))
    #expect(found == Self.expected(corpus, length: length), "seed \(seed)")
  }

  @Test("a corpus of several partitions, in the same order", arguments: [1, 3, 256])
  func large(ranges: Int) {
    var generator = SeededGenerator(seed: 7)
    let documents = (0..<40).map { _ in
      [(0..<2_000).map { _ in UInt32.random(in: 1..<12, using: &generator) }]
    }
    let corpus = PlainCorpus(documents: documents)
    let found = Self.gathered(corpus, length: 4, cuts: [0, 1, 30], ranges: ranges)
    #expect(found.count > 10_000)
    #expect(found == Self.expected(corpus, length: 4))
  }

  @Test("a range has its share of the buckets, and all together have all")
  func ranges() {
    for count in [1, 2, 3, 7, 16, 255, 256] {
      let all = (0..<count).flatMap { Array(HashRange($0, of: count).buckets) }
      #expect(all == Array(0..<WindowBuckets.count))
    }
  }
}
