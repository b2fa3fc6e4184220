import ShingleEngine
import TestSupport
import Testing

@Suite("What documents hold of the windows of drafts")
struct WindowCensusTests {
  /// A random corpus cut into drafts and documents, which have random sources.
  struct Example {
    let drafts: PlainCorpus
    let documents: PlainCorpus
    let leaders: [Int]
    let isCounted: [Bool]
    let length: Int
    let runLength: Int
    let hashBits: Int
    let workers: Workers

    init(seed: UInt64) {
      let all = PlainCorpus.random(seed: seed)
      let cut = Int(seed) % (all.documents.count + 1)
      drafts = PlainCorpus(documents: Array(all.documents[..<cut]))
      documents = PlainCorpus(documents: Array(all.documents[cut...]))
      var random = SeededGenerator(seed: seed)
      leaders = documents.documents.indices.reduce(into: []) { leaders, index in
        let other = Int(random.next() % UInt64(index + 1))
        leaders.append(random.next() % 3 == 0 && other < index ? leaders[other] : index)
      }
      isCounted = leaders.map { _ in random.next() % 8 > 0 }
      length = 1 + Int(seed % 6)
      runLength = length + Int(seed % 4)
      hashBits = seed % 2 == 0 ? 64 : 8
      workers = Workers(count: 1 + Int(seed % 3))
    }

    var windows: DraftWindows {
      let corpus = drafts.tokenCorpus
      return DraftWindows(
        corpus,
        in: corpus.blocks(in: 0..<corpus.tokens.count).map {
          Int(corpus.blockStarts[$0])..<corpus.blockEnd($0)
        }, length: length, hashBits: hashBits)
    }

    /// The documents in two parts, each in its own order.
    var parts: [DocumentPart] {
      let corpus = documents.tokenCorpus
      let count = documents.documents.count
      return [0, 1].map { parity in
        DocumentPart(
          tokens: .corpus(corpus), starts: corpus.documentStarts,
          numbers: (0..<count).map { $0 % 2 == parity ? UInt32($0) : nil })
      }
    }

    func census(maximumRecorded: UInt8? = nil) -> WindowCensus {
      CensusTaker(
        windows, runLength: runLength, leaders: leaders, isCounted: isCounted, workers: workers,
        maximumRecorded: maximumRecorded
      ).census(parts)
    }

    /// The windows of `document` in its blocks, by place.
    func windows(of document: [[UInt32]]) -> [(offset: Int, tokens: [UInt32])] {
      var first = 0
      return document.flatMap { block in
        defer { first += block.count }
        guard block.count >= length else { return [(offset: Int, tokens: [UInt32])]() }
        return (0...block.count - length).map { [first] in
          (first + $0, Array(block[$0..<$0 + length]))
        }
      }
    }
  }

  /// Every maximal common run of `length` tokens or more, by comparing each pair of places.
  static func runs(
    _ drafts: PlainCorpus, _ documents: PlainCorpus, length: Int
  ) -> Set<CommonRun> {
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

  @Test("sources are counted once, whatever the hash and the order of documents")
  func counts() {
    for seed in 0..<900 as Range<UInt64> {
      let example = Example(seed: seed)
      let census = example.census()
      let windows = example.windows
      var sources: [[UInt32]: Set<Int>] = [:]
      for (index, document) in example.documents.documents.enumerated()
      where example.isCounted[index] {
        for window in example.windows(of: document) {
          sources[window.tokens, default: []].insert(example.leaders[index])
        }
      }
      let drafts = example.drafts.tokenCorpus
      for (number, draft) in example.drafts.documents.enumerated() {
        let first = drafts.range(of: number).lowerBound
        for window in example.windows(of: draft) {
          let found = census.counts[Int(windows.window(at: first + window.offset))]
          #expect(Int(found) == sources[window.tokens]?.count ?? 0, "seed \(seed)")
        }
      }
    }
  }

  @Test("all long runs are found, each once, whatever the hash")
  func findsRuns() {
    for seed in 0..<900 as Range<UInt64> {
      let example = Example(seed: seed)
      let found = example.census().runs
      let expected = Self.runs(example.drafts, example.documents, length: example.runLength)
        .filter { example.isCounted[Int($0.document)] }
      // Windows that stand in more places begin no runs; another test has some.
      let windows = example.windows
      let isPeriodic = (0..<windows.span.upperBound).contains { position in
        (0..<windows.span.upperBound).count {
          windows.window(at: position) == windows.window(at: $0)
            && windows.window(at: $0) != DraftWindows.none
        } > CensusTaker.maximumPlaces
      }
      if isPeriodic { continue }
      #expect(Set(found) == expected, "seed \(seed)")
      #expect(found.count == expected.count, "seed \(seed): a run twice")
    }
  }

  @Test("documents of which one token in five or fewer is the drafts' own are told")
  func tellsCoveredDocuments() {
    for seed in 0..<300 as Range<UInt64> {
      let example = Example(seed: seed)
      var known = Set<[UInt32]>()
      for draft in example.drafts.documents {
        known.formUnion(example.windows(of: draft).map(\.tokens))
      }
      var expected: [UInt32: Int] = [:]
      for (index, document) in example.documents.documents.enumerated()
      where example.isCounted[index] {
        var covered = Set<Int>()
        for window in example.windows(of: document) where known.contains(window.tokens) {
          covered.formUnion(window.offset..<window.offset + example.length)
        }
        let count = document.joined().count
        if count > 0 && 5 * (count - covered.count) <= count {
          expected[UInt32(index)] = covered.count
        }
      }
      let found = example.census().covered
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.document, $0.tokens) }) == expected,
        "seed \(seed)")
    }
  }

  @Test("text with a period is counted, without a run for each of its places")
  func boundsPeriods() {
    let drafts = PlainCorpus(documents: [[[UInt32](repeating: 7, count: 5_000)]]).tokenCorpus
    let documents = PlainCorpus(documents: [
      [[UInt32](repeating: 7, count: 50_000)], [[1, 2, 3]], [[7, 7, 7, 7]],
    ]).tokenCorpus
    let part = DocumentPart(
      tokens: .corpus(documents), starts: documents.documentStarts, numbers: [0, 1, 2])
    let windows = DraftWindows(drafts, in: [0..<5_000], length: 3)
    let census = CensusTaker(
      windows, runLength: 4, leaders: [0, 1, 2], isCounted: [true, true, true],
      workers: Workers(count: 2)
    ).census([part])
    #expect(census.runs.isEmpty)
    #expect(census.counts == [2])
    #expect(census.covered.map(\.document) == [0, 2])
    let search = HolderSearch(
      [10..<20], anchors: [12], of: drafts, length: 3, workers: Workers(count: 2)
    ) {
      _, _ in true
    }
    #expect(search.holders(in: [part])[0].count == HolderSearch.maximumPlaces)
  }

  @Test("the places of the longest part of a passage about its anchor, the first ones")
  func findsHolders() {
    for seed in 0..<900 as Range<UInt64> {
      let example = Example(seed: seed)
      let drafts = example.drafts.tokenCorpus
      // The middle of every other block.
      let passages = drafts.blocks(in: 0..<drafts.tokens.count).compactMap { block in
        let range = Int(drafts.blockStarts[block])..<drafts.blockEnd(block)
        let inner = range.dropFirst(range.count / 4).dropLast(range.count / 4)
        return block % 2 == 0 && inner.count >= example.length ? inner : nil
      }
      let anchors = passages.map { $0.lowerBound + ($0.count - example.length) / 2 }
      let search = HolderSearch(
        passages, anchors: anchors, of: drafts, length: example.length, workers: example.workers
      ) { passage, document in
        example.isCounted[Int(document)] && (passage + Int(document)) % 3 > 0
      }
      let all = Self.runs(example.drafts, example.documents, length: example.length)
      let holders = search.holders(in: example.parts)
      // With all places written down, and with some.
      for limit in [nil, 0, UInt8(seed % 4)] {
        let places = example.census(maximumRecorded: limit).places
        #expect(search.holders(in: example.parts, places: places) == holders, "seed \(seed)")
      }
      for (index, found) in holders.enumerated() {
        var parts: [CommonRun] = []
        for run in all {
          let part = run.draftRange.clamped(to: passages[index])
          guard part.lowerBound <= anchors[index],
            anchors[index] + example.length <= part.upperBound,
            example.isCounted[Int(run.document)],
            (index + Int(run.document)) % 3 > 0
          else { continue }
          parts.append(
            CommonRun(
              draft: UInt32(part.lowerBound), document: run.document,
              offset: run.offset + UInt32(part.lowerBound) - run.draft, length: UInt32(part.count)))
        }
        let longest = parts.map(\.length).max() ?? 0
        let expected = parts.filter { $0.length == longest }.sorted {
          ($0.document, $0.offset, $0.draft) < ($1.document, $1.offset, $1.draft)
        }
        #expect(
          found == Array(expected.prefix(HolderSearch.maximumPlaces)), "seed \(seed)")
      }
    }
  }
}
