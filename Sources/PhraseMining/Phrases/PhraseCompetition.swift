internal import ShingleEngine

/// Gives each phrase its places over the whole corpus: phrases compete in the order of choice, and
/// those that are left with too few sources drop out, until nothing changes.
///
/// Documents do not touch each other, so parts of the corpus are worked on side by side.
struct PhraseCompetition: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let minimumSources: Int
  private var parts: [Part]
  /// The phrases that hold a place, in the order of choice.
  private(set) var placed: [PlacedPhrase] = []

  /// A part of the corpus, and what of it is covered by places.
  private struct Part: Sendable {
    let documents: Range<Int>
    let start: Int
    var covered: Bitset
  }

  init(in corpus: TokenCorpus, minimumSources: Int, workers: Workers) {
    self.corpus = corpus
    self.workers = workers
    self.minimumSources = minimumSources
    parts = corpus.parts(workers.count * 8).map { documents in
      let range = corpus.range(of: documents)
      return Part(
        documents: documents, start: range.lowerBound, covered: Bitset(count: range.count))
    }
  }

  /// Places `phrases`, which come in the order of choice. What a phrase that drops out held becomes
  /// free, so all compete anew then.
  mutating func settle(_ phrases: [[UInt32]]) {
    let occurrences = occurrences(of: phrases)
    let untouched = parts
    var alive = Array(phrases.indices)
    while true {
      parts = untouched
      let found = place(alive, of: phrases, occurrences)
      let kept = found.filter { $0.sources >= minimumSources }
      if kept.count == found.count {
        placed += found
        return
      }
      let left = zip(alive, found).filter { $0.1.sources >= minimumSources }.map(\.0)
      alive = left
    }
  }

  /// Gives `phrases` what is still free, in few sources or many (D3 (4)).
  mutating func force(_ phrases: [[UInt32]]) {
    placed += place(Array(phrases.indices), of: phrases, occurrences(of: phrases))
      .filter { !$0.places.isEmpty }
  }

  private func occurrences(of phrases: [[UInt32]]) -> [Occurrences] {
    PhraseFinder(phrases, in: corpus)
      .occurrences(in: parts.map(\.documents), workers: workers)
  }

  private mutating func place(
    _ alive: [Int], of phrases: [[UInt32]], _ occurrences: [Occurrences]
  ) -> [PlacedPhrase] {
    let lengths = alive.map { phrases[$0].count }
    let before = parts
    let results = workers.map(parts.count) { part in
      var placing = Placing(start: before[part].start, covered: before[part].covered)
      for (index, length) in zip(alive, lengths) {
        placing.place(occurrences[part][index], length: length)
      }
      return placing
    }
    for part in parts.indices { parts[part].covered = results[part].covered }
    let chunk = 64
    let corpus = corpus
    return workers.map((alive.count + chunk - 1) / chunk) { task in
      var tally = SourceStamps(count: corpus.sourceCount)
      return (task * chunk..<min((task + 1) * chunk, alive.count)).map { order in
        let places = results.flatMap { $0.places(order) }
        tally.clear()
        for place in places { tally.add(corpus.source(at: Int(place))) }
        return PlacedPhrase(
          tokens: phrases[alive[order]], places: places,
          occurrences: occurrences.flatMap { $0[alive[order]] }, sources: tally.count)
      }
    }.flatMap { $0 }
  }
}

/// The places of phrases in one part of the corpus.
private struct Placing: Sendable {
  private let start: Int
  private(set) var covered: Bitset
  private var positions: [UInt32] = []
  /// Where the places of each phrase end.
  private var ends: [Int] = []

  init(start: Int, covered: Bitset) {
    self.start = start
    self.covered = covered
  }

  /// Gives the next phrase those of `occurrences`, rising, that are free.
  mutating func place(_ occurrences: ArraySlice<UInt32>, length: Int) {
    for position in occurrences {
      let range = Int(position) - start..<Int(position) - start + length
      guard covered.isEmpty(in: range) else { continue }
      covered.insert(range)
      positions.append(position)
    }
    ends.append(positions.count)
  }

  /// The places of the phrase at `order`, rising.
  func places(_ order: Int) -> ArraySlice<UInt32> {
    positions[(order == 0 ? 0 : ends[order - 1])..<ends[order]]
  }
}

/// A phrase and the places that it won.
struct PlacedPhrase: Sendable {
  var tokens: [UInt32]
  /// Positions of the first tokens, rising; places never overlap.
  var places: [UInt32]
  /// Where it occurs, won or not, rising.
  var occurrences: [UInt32]
  /// Distinct counted sources of its places.
  var sources: Int
}
