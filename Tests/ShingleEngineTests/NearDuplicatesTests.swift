import ShingleEngine
import TestSupport
import Testing

@Suite("D6: near-duplicates")
struct NearDuplicatesTests {
  /// The share test of D6 by hand: at least 80 % of the tokens of `a` lie in windows of `b`.
  static func covers(_ plain: PlainCorpus, _ a: Int, by b: Int, length: Int) -> Bool {
    let windows = plain.windows(length: length)
    let held = Set(windows.filter { $0.document == b }.map(\.tokens))
    var covered = Set<Int>()
    for window in windows where window.document == a && held.contains(window.tokens) {
      covered.formUnion(window.position..<window.position + length)
    }
    let count = plain.documents[a].joined().count
    return 5 * covered.count >= 4 * count
  }

  /// Small documents share a sketch hash whenever they share a window: the sketch holds all.
  static func twin(_ plain: PlainCorpus, length: Int) -> [Int] {
    var leaders: [Int] = []
    for document in plain.documents.indices {
      let windows = plain.windows(length: length)
      let mine = Set(windows.filter { $0.document == document }.map(\.tokens))
      let found = (0..<document).first { leader in
        leaders[leader] == leader
          && windows.contains { $0.document == leader && mine.contains($0.tokens) }
          && covers(plain, document, by: leader, length: length)
          && covers(plain, leader, by: document, length: length)
      }
      leaders.append(found ?? document)
    }
    return leaders
  }

  static func leaders(_ plain: PlainCorpus, length: Int, workers: Int) -> [Int] {
    let corpus = plain.tokenCorpus
    let workers = Workers(count: workers)
    let groups = WindowGrouping(corpus: corpus, workers: workers).groups(length: length)
    return NearDuplicates(
      corpus: corpus, workers: workers, lengths: plain.documents.map { _ in length },
      groups: ShingleGroups(main: groups)
    ).leaders()
  }

  @Test("equal the definition on 1,000 random corpora")
  func equalsDefinition() {
    var groups = 0
    for seed in UInt64(0)..<1_000 {
      var plain = PlainCorpus.random(seed: seed)
      var generator = SeededGenerator(seed: seed)
      // A copy with one block cut makes near-duplicates frequent.
      var copy = plain.documents[0]
      if let last = copy.last, last.count > 4 { copy[copy.count - 1].removeLast(last.count / 5) }
      plain.documents.insert(
        copy, at: Int.random(in: 0...plain.documents.count, using: &generator))
      plain.sources = plain.documents.indices.map { UInt32($0) }
      guard plain.windows(length: 3).count < 64 else { continue }
      let found = Self.leaders(plain, length: 3, workers: 2)
      #expect(found == Self.twin(plain, length: 3), "seed \(seed)")
      groups += found.indices.filter { found[$0] != $0 }.count
    }
    #expect(groups > 100)
  }

  @Test("batches do not change the answer")
  func batches() {
    let block = (1...40).map { UInt32($0) }
    let documents: [[[UInt32]]] = (0..<700).map { index in
      let shift = index % 3 == 0 ? UInt32(0) : 100 * UInt32(1 + index % 7)
      return [block.map { $0 + shift }]
    }
    let plain = PlainCorpus(documents: documents)
    let leaders = Self.leaders(plain, length: 6, workers: 3)
    for index in documents.indices {
      #expect(leaders[index] == documents.firstIndex(of: documents[index]))
    }
  }
}
