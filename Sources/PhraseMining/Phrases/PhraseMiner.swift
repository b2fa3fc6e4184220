internal import ShingleEngine

/// From stock runs to families that own every stock token.
struct PhraseMiner: Sendable {
  let text: PhraseText
  let settings: MiningSettings
  let workers: Workers
  /// For each document, whether it is text of words.
  let isSpaced: [Bool]
  /// Bits of the window hashes; fewer than 64 only in tests.
  var hashBits = 64

  /// What phrases are chosen from.
  struct Material: Sendable {
    let stock: StockRuns
    let repeats: ClosedRepeats
    let edges: PhraseEdges
    let cohesion: Cohesion
  }

  /// The stock runs of the documents that count, of those of each document.
  func counted(_ runs: [[Range<Int>]]) -> [Range<Int>] {
    runs.indices.filter { text.corpus.sources[$0] != TokenCorpus.uncounted }.flatMap { runs[$0] }
  }

  /// Finds the repeats of the stock runs and makes candidates of them, several lists, in each the one that saves
  /// most first.
  ///
  /// - Parameter runs: the stock runs of the documents that count, rising.
  func material(of runs: [Range<Int>]) -> (material: Material, candidates: [[Candidate]]) {
    let stock = StockRuns(runs, of: text.corpus, workers: workers)
    let (repeats, cohesion) = workers.both({ closedRepeats(stock) }, { Cohesion(of: text) })
    let edges = PhraseEdges(text: text)
    let finder = CandidateFinder(
      text: text, runs: stock, repeats: repeats, edges: edges, cohesion: cohesion,
      lengths: lengths)
    return (
      Material(stock: stock, repeats: repeats, edges: edges, cohesion: cohesion),
      finder.candidates(workers: workers)
    )
  }

  /// Chooses phrases, in the order of choice.
  func choose(from candidates: [[Candidate]], of material: Material) -> [[UInt32]] {
    var selection = PhraseSelection(
      text: text, from: material, minimumSources: settings.minimumSources, workers: workers)
    return selection.select(from: candidates)
  }

  /// Gives the chosen phrases their places, exact and edited.
  func place(_ phrases: [[UInt32]]) -> PhraseCompetition {
    var competition = PhraseCompetition(
      in: text.corpus, minimumSources: settings.minimumSources,
      holders: Slab(uninitialized: text.corpus.tokens.count), workers: workers)
    let length = settings.shingleLength
    competition.settle(
      phrases,
      variantsFrom: settings.findsVariants ? min(length.unspaced, length.spaced) : nil)
    return competition
  }

  /// Makes families of what competed, and gives every stock token one.
  ///
  /// - Parameters:
  ///   - repeats: those that the phrases were chosen from.
  ///   - counted: the stock runs that they are repeats of.
  ///   - runs: the stock runs of all documents, rising, with edited places.
  func families(
    of competition: PhraseCompetition, repeats: ClosedRepeats, counted: [Range<Int>],
    runs: [Range<Int>]
  ) -> (families: [Family], phrases: [KnownPhrase], owners: Slab<UInt32>) {
    var competition = competition
    var ownership = Ownership(
      corpus: text.corpus, runs: runs, owners: competition.holders, workers: workers)
    while true {
      let (families, phrases) = FamilyBuilder(
        text: text, phrases: competition.placed, owners: ownership.owners, workers: workers
      ).families()
      let rest = ownership.spread(over: families)
      if rest.isEmpty { return (families, phrases, ownership.owners) }
      competition.force(
        LastResort(text: text, runs: rest, stock: StockPlaces(counted), repeats: repeats)
          .phrases(workers))
    }
  }

  private func closedRepeats(_ stock: StockRuns) -> ClosedRepeats {
    let shortest = isSpaced.map { $0 ? lengths.shortestWords : lengths.shortestCharacters }
    let groups = ShingleGroups(
      of: stock.corpus, lengths: shortest,
      grouping: WindowGrouping(corpus: stock.corpus, workers: workers, hashBits: hashBits))
    return RepeatMiner(
      corpus: stock.corpus, workers: workers, minimumSources: settings.minimumSources
    ).mine(groups)
  }

  private var lengths: PhraseLengths {
    PhraseLengths(
      characters: settings.shingleLength.unspaced, words: settings.shingleLength.spaced)
  }
}
