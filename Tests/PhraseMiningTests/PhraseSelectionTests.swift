import ShingleEngine
import TestSupport
import Testing

@testable import PhraseMining

/// Which candidates become phrases, and in which order.
@Suite struct PhraseSelectionTests {
  /// Documents that say much that others said, in another order.
  private static func corpus(seed: UInt64) -> PlainCorpus {
    var generator = SeededGenerator(seed: seed)
    let formulas = (0..<12).map { _ in
      (0..<Int.random(in: 4...20, using: &generator)).map { _ in
        UInt32.random(in: 1...40, using: &generator)
      }
    }
    let documents = (0..<8).map { _ in
      (0..<3).map { _ in
        (0..<4).flatMap { _ -> [UInt32] in
          let formula = formulas.randomElement(using: &generator)!
          let first = Int.random(in: 0..<4, using: &generator)
          let new = UInt32.random(in: 50...500, using: &generator)
          return formula[first...] + [new]
        }
      }
    }
    return PlainCorpus(documents: documents)
  }

  @Test("Candidates that are counted together are chosen as those that are counted one by one")
  func equalWhateverIsCountedTogether() {
    var phrases = 0
    for seed in 0..<Rounds.corpora(500) {
      let plain = Self.corpus(seed: seed)
      let text = AnalysisTests.text(plain, seed: seed)
      let blocks = text.corpus.blockStarts.indices.map {
        Int(text.corpus.blockStarts[$0])..<text.corpus.blockEnd($0)
      }
      let miner = PhraseMiner(
        text: text, settings: AnalysisTests.settings(seed: seed), workers: Workers(count: 1),
        isSpaced: plain.documents.map { _ in false })
      let (material, candidates) = miner.material(of: blocks)
      let chosen = [(1, 1), (30, 2), (1_000_000, 3)].map { members, workers in
        var selection = PhraseSelection(
          text: text, from: material, minimumSources: miner.settings.minimumSources,
          workers: Workers(count: workers), membersAtATime: members)
        return selection.select(from: candidates)
      }
      #expect(chosen[1] == chosen[0], "seed \(seed)")
      #expect(chosen[2] == chosen[0], "seed \(seed)")
      phrases += chosen[0].count
    }
    #expect(phrases > 2_000)
  }
}
