import ShingleEngine
import TestSupport
import Testing

/// The groups of windows that some documents hold.
@Suite struct HeldGroupsTests {
  @Test("are those of all windows with a member in these documents, on 500 random corpora")
  func equalAll() {
    for seed in UInt64(0)..<500 {
      let plain = PlainCorpus.random(seed: seed)
      var generator = SeededGenerator(seed: seed)
      let corpus = plain.tokenCorpus
      let documents = plain.documents.indices.filter { _ in Bool.random(using: &generator) }
      let length = Int.random(in: 1...4, using: &generator)
      let own = Set(documents.flatMap { Array(corpus.range(of: $0)) })
      let grouping = WindowGrouping(corpus: corpus, workers: Workers(count: 2))
      let all = Self.members(grouping.groups(length: length))
      let held = Self.members(grouping.groups(length: length, holding: documents))
      #expect(held == all.filter { !$0.isDisjoint(with: own) }, "seed \(seed)")
    }
  }

  /// The positions of each group, in order.
  private static func members(_ groups: WindowGroups) -> [Set<Int>] {
    groups.runs.joined().map { group in
      Set(group.range.map { Int(groups.positions[$0]) })
    }.sorted { $0.min()! < $1.min()! }
  }
}
