import ShingleEngine
import TestSupport
import Testing

@Suite("Closed repeats")
struct ClosedRepeatsTests {
  /// All sequences of at least `shortest` tokens in `minimum` sources that no extension by one token
  /// matches in sources, with all their positions.
  static func twin(_ corpus: PlainCorpus, shortest: Int, minimum: Int) -> Set<[UInt32]> {
    var found = Set<[UInt32]>()
    let longest = corpus.documents.joined().map(\.count).max() ?? 0
    var counts: [[UInt32]: Int] = [:]
    for length in shortest..<max(shortest, longest + 2) {
      for (tokens, holders) in corpus.sources(length: length) { counts[tokens] = holders.count }
    }
    for (tokens, count) in counts where count >= minimum {
      let isExtended = counts.contains { longer, sources in
        longer.count == tokens.count + 1 && sources == count
          && (longer.dropLast() == tokens[...] || longer.dropFirst() == tokens[...])
      }
      if !isExtended { found.insert(tokens) }
    }
    return found
  }

  @Test("equal the definition on 400 random corpora")
  func equalsDefinition() {
    for seed in UInt64(0)..<400 {
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
      let expected = Self.twin(plain, shortest: shortest, minimum: minimum)
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
