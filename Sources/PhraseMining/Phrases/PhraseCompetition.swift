internal import ShingleEngine

/// Gives each phrase its places over the whole corpus: phrases compete in the order of choice, and
/// those that are left with too few sources drop out, until nothing changes.
struct PhraseCompetition: Sendable {
  private let corpus: TokenCorpus
  private let phrases: [Phrase]
  private let occurrences: Occurrences
  private let minimumSources: Int

  init(
    _ phrases: [Phrase], in corpus: TokenCorpus, minimumSources: Int, workers: Workers
  ) {
    self.corpus = corpus
    self.phrases = phrases
    self.minimumSources = minimumSources
    occurrences = PhraseFinder(phrases.map(\.tokens), in: corpus).occurrences(workers: workers)
  }

  /// The phrases that hold enough sources, each with its places, in the order of choice.
  func run() -> [PlacedPhrase] {
    var alive = Array(phrases.indices)
    while true {
      let placed = place(alive)
      let kept = placed.filter {
        phrases[$0.phrase].isForced || $0.sources >= minimumSources
      }
      // What a phrase that drops out held becomes free, so no forced one may drop before the end.
      if kept.count == placed.count { return placed.filter { !$0.places.isEmpty } }
      alive = kept.map(\.phrase)
    }
  }

  private func place(_ alive: [Int]) -> [PlacedPhrase] {
    var covered = Bitset(count: corpus.tokens.count)
    var tally = SourceStamps(count: corpus.sourceCount)
    return alive.map { index in
      let length = phrases[index].tokens.count
      var places: [UInt32] = []
      tally.clear()
      for position in occurrences[index] {
        let range = Int(position)..<Int(position) + length
        guard covered.isEmpty(in: range) else { continue }
        covered.insert(range)
        places.append(position)
        tally.add(corpus.source(at: Int(position)))
      }
      return PlacedPhrase(
        phrase: index, tokens: phrases[index].tokens, places: places,
        occurrences: occurrences[index].count, sources: tally.count)
    }
  }

  /// All occurrences of a phrase, placed or not, rising.
  func occurrences(of placed: PlacedPhrase) -> ArraySlice<UInt32> { occurrences[placed.phrase] }
}

/// A phrase and the places that it won.
struct PlacedPhrase: Sendable {
  /// Its index in the order of choice.
  var phrase: Int
  var tokens: [UInt32]
  /// Positions of the first tokens, rising; places never overlap.
  var places: [UInt32]
  /// How often it occurs, won or not.
  var occurrences: Int
  /// Distinct counted sources of its places.
  var sources: Int
}
