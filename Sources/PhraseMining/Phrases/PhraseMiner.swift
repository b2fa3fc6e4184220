internal import ShingleEngine

/// From stock runs to families that own every stock token.
struct PhraseMiner: Sendable {
  let text: PhraseText
  let settings: MiningSettings
  let workers: Workers
  /// Whether the corpus has documents of words, of characters.
  let hasWords: Bool
  let hasCharacters: Bool
  /// Bits of the window hashes; fewer than 64 only in tests.
  var hashBits = 64

  /// - Parameter runs: the stock runs of each document, rising.
  func mine(runs: [[Range<Int>]]) -> (families: [Family], owners: Slab<UInt32>) {
    let corpus = text.corpus
    let counted = runs.indices.filter { corpus.sources[$0] != TokenCorpus.uncounted }
    let stock = StockRuns(counted.flatMap { runs[$0] }, of: corpus)
    let repeats = closedRepeats(stock)
    var phrases = choose(stock, repeats)
    while true {
      let competition = PhraseCompetition(
        phrases, in: corpus, minimumSources: settings.minimumSources, workers: workers)
      let built = FamilyBuilder(text: text, competition: competition, phrases: competition.run())
        .families()
      let ownership = Ownership(
        corpus: corpus, runs: runs.flatMap { $0 }, owners: built.owners)
      let placeless = ownership.spreadFromPlaces()
      let rest = ownership.copyFromOccurrences(
        of: placeless, ids: built.families.map(\.id), workers: workers)
      if rest.isEmpty { return built }
      phrases += lastResort(rest, stock, repeats)
    }
  }

  private func closedRepeats(_ stock: StockRuns) -> ClosedRepeats {
    let groups = WindowGrouping(corpus: stock.corpus, workers: workers, hashBits: hashBits)
      .groups(length: lengths.mined)
    return RepeatMiner(
      corpus: stock.corpus, workers: workers, minimumSources: settings.minimumSources
    ).mine(groups)
  }

  private var lengths: PhraseLengths {
    PhraseLengths(
      characters: hasCharacters ? settings.shingleLength.unspaced : .max,
      words: hasWords ? settings.shingleLength.spaced : .max)
  }

  private func choose(_ stock: StockRuns, _ repeats: ClosedRepeats) -> [Phrase] {
    let edges = PhraseEdges(text: text)
    let cohesion = Cohesion(of: text)
    let finder = CandidateFinder(
      text: text, runs: stock, repeats: repeats, edges: edges, cohesion: cohesion,
      lengths: lengths)
    var selection = PhraseSelection(
      text: text, runs: stock, repeats: repeats, edges: edges, cohesion: cohesion,
      minimumSources: settings.minimumSources)
    return selection.select(from: finder.candidates(workers: workers))
  }

  /// D3 (4): the longest closed repeat in each run that no family reaches becomes a phrase.
  private func lastResort(
    _ rest: [Range<Int>], _ stock: StockRuns, _ repeats: ClosedRepeats
  ) -> [Phrase] {
    var longest: [Int: (length: Int, position: Int)] = [:]
    let starts = rest.map { UInt32($0.lowerBound) }
    for node in repeats.repeats {
      for member in Int(node.start)..<Int(node.start + node.count) {
        let position = Int(repeats.positions[member])
        let origin = Int(stock.origins[position])
        let run = starts.lowerBound(of: origin + 1) - 1
        guard run >= 0, origin < rest[run].upperBound else { continue }
        let best = longest[run] ?? (0, 0)
        if Int(node.length) > best.length
          || (Int(node.length) == best.length && origin < best.position)
        {
          longest[run] = (Int(node.length), origin)
        }
      }
    }
    let sequences = Set(
      rest.indices.map { run in
        let found = longest[run] ?? (rest[run].count, rest[run].lowerBound)
        return (found.position..<found.position + found.length).map { text.corpus.tokens[$0] }
      })
    return sequences.sorted { $0.lexicographicallyPrecedes($1) }
      .map { Phrase(tokens: $0, isForced: true) }
  }
}
