import ShingleEngine
import TestSupport
import Testing

@Suite("Closed repeats")
struct ClosedRepeatsTests {
  @Test("equal the definition on random corpora")
  func equalsDefinition() {
    for seed in 0..<Rounds.corpora(400) {
      let plain = PlainCorpus.random(seed: seed)
      let corpus = plain.tokenCorpus
      let workers = Workers(count: 2)
      let shortest = 2 + Int(seed % 3)
      let minimum = 2 + Int(seed % 2)
      let groups = WindowGrouping(corpus: corpus, workers: workers).groups(length: shortest)
      let mined = RepeatMiner(corpus: corpus, workers: workers, minimumSources: minimum)
        .mine(groups)
      let found = mined.repeats.map { repeated in
        let first = Int(mined.positions[Int(repeated.start)])
        return (0..<Int(repeated.length)).map { corpus.tokens[first + $0] }
      }
      #expect(Set(found).count == found.count, "seed \(seed): a repeat twice")
      let expected = plain.closedRepeats(shortest: shortest, minimum: minimum)
      #expect(Set(found) == expected, "seed \(seed)")
      for repeated in mined.repeats { expectAllPlaces(repeated, mined, plain, seed) }
    }
  }

  func expectAllPlaces(
    _ repeated: ClosedRepeat, _ mined: ClosedRepeats, _ plain: PlainCorpus, _ seed: UInt64
  ) {
    let range = Int(repeated.start)..<Int(repeated.start + repeated.count)
    let places = range.map { Int(mined.positions[$0]) }.sorted()
    let windows = plain.windows(length: Int(repeated.length))
    let tokens = windows.first { $0.position == places[0] }!.tokens
    #expect(places == windows.filter { $0.tokens == tokens }.map(\.position), "seed \(seed)")
  }
}
