import ShingleEngine
import TestSupport
import Testing

@Suite("Runs that drafts and documents have in common")
struct CommonRunTests {
  /// Every maximal common run of `length` tokens or more, by comparing each pair of places.
  static func twin(_ drafts: PlainCorpus, _ documents: PlainCorpus, length: Int) -> Set<CommonRun> {
    var runs = Set<CommonRun>()
    var draftStart = 0
    for draft in drafts.documents.joined() {
      for (number, document) in documents.documents.enumerated() {
        var offset = 0
        for block in document {
          for (i, j) in pairs(draft, block) {
            let isInner = i > 0 && j > 0 && draft[i - 1] == block[j - 1]
            let common = zip(draft[i...], block[j...]).prefix { $0 == $1 }.count
            if !isInner && common >= length {
              runs.insert(
                CommonRun(
                  draft: UInt32(draftStart + i), document: UInt32(number),
                  offset: UInt32(offset + j), length: UInt32(common)))
            }
          }
          offset += block.count
        }
      }
      draftStart += draft.count
    }
    return runs
  }

  static func pairs(_ left: [UInt32], _ right: [UInt32]) -> [(Int, Int)] {
    left.indices.flatMap { i in right.indices.map { (i, $0) } }
  }

  static func search(
    _ drafts: PlainCorpus, _ documents: PlainCorpus, length: Int, hashBits: Int, workers: Int
  ) -> CommonRuns {
    let corpus = documents.tokenCorpus
    return CommonRunSearch(
      drafts.tokenCorpus, documents: Array(drafts.documents.indices), length: length,
      workers: Workers(count: workers), hashBits: hashBits
    ).runs(
      in: .corpus(corpus), starts: corpus.documentStarts,
      numbers: documents.documents.indices.map { UInt32($0) })
  }

  @Test("all are found, each once, whatever the hash", arguments: [64, 8])
  func findsAll(_ hashBits: Int) {
    for seed in 0..<600 as Range<UInt64> {
      let all = PlainCorpus.random(seed: seed)
      let cut = Int(seed) % (all.documents.count + 1)
      let drafts = PlainCorpus(documents: Array(all.documents[..<cut]))
      let documents = PlainCorpus(documents: Array(all.documents[cut...]))
      let length = 1 + Int(seed % 6)
      let found = Self.search(
        drafts, documents, length: length, hashBits: hashBits, workers: 1 + Int(seed % 3))
      let expected = Self.twin(drafts, documents, length: length)
      // Windows that repeat more often than this begin no runs; the next test has some.
      guard found.frequent.isEmpty else { continue }
      #expect(Set(found.runs) == expected, "seed \(seed)")
      #expect(found.runs.count == expected.count, "seed \(seed): a run twice")
    }
  }

  @Test("text with a period is counted, without a run for each of its places")
  func boundsPeriods() {
    let drafts = PlainCorpus(documents: [[[UInt32](repeating: 7, count: 5_000)]])
    let documents = PlainCorpus(documents: [
      [[UInt32](repeating: 7, count: 50_000)], [[1, 2, 3]], [[7, 7, 7, 7]],
    ])
    let found = Self.search(drafts, documents, length: 3, hashBits: 64, workers: 2)
    #expect(found.runs.isEmpty)
    #expect(found.frequent.map(\.document) == [0, 2])
  }
}
