internal import ShingleEngine

/// Chooses phrases by shortest description: the repeat that saves most comes first.
///
/// A phrase of n tokens in s sources saves (n − cost) × (s − 1) tokens of a corpus that states it
/// once (the minimum description length principle; Rissanen, 1978, and de Marcken, 1996, for lexicon
/// induction). It takes its places that no earlier choice covers; the others are counted anew, and a
/// repeat that is left in fewer than `minimumSources` sources is dropped.
struct PhraseSelection: ~Copyable {
  private let text: PhraseText
  private let runs: StockRuns
  private let repeats: ClosedRepeats
  private let edges: PhraseEdges
  private let minimumSources: Int
  private var covered: Bitset
  private var tally: SourceStamps
  private var heap = Heap<Entry>()
  private var phrases: [Phrase] = []

  private struct Entry: Comparable {
    let saving: Double
    let length: Int
    let index: Int

    static func < (left: Entry, right: Entry) -> Bool {
      if left.saving != right.saving { return left.saving < right.saving }
      if left.length != right.length { return left.length < right.length }
      return left.index > right.index
    }
  }

  init(
    text: PhraseText, runs: StockRuns, repeats: ClosedRepeats, edges: PhraseEdges,
    minimumSources: Int
  ) {
    self.text = text
    self.runs = runs
    self.repeats = repeats
    self.edges = edges
    self.minimumSources = minimumSources
    covered = Bitset(count: runs.corpus.tokens.count)
    tally = SourceStamps(count: runs.corpus.documentCount)
  }

  /// The phrases, in the order of choice.
  mutating func select(from candidates: [Candidate]) -> [Phrase] {
    for (index, candidate) in candidates.enumerated() {
      push(candidate, index, sources: freeSources(of: candidate))
    }
    while let entry = heap.popMaximum() {
      let candidate = candidates[entry.index]
      let sources = freeSources(of: candidate)
      if saving(of: candidate, sources: sources) == entry.saving {
        choose(candidate, entry.index)
      } else {
        push(candidate, entry.index, sources: sources)
      }
    }
    return phrases
  }

  private func saving(of candidate: Candidate, sources: Int) -> Double {
    let first = Int(repeats.positions[candidate.members.lowerBound]) + candidate.shift
    let cost = PhraseLengths.cost(
      at: Int(runs.origins[first]), length: candidate.length, in: text)
    // Even a short phrase with bad edges saves something: its tokens must go somewhere.
    return max(0.1, Double(candidate.length) - cost - candidate.edgeCost) * Double(sources - 1)
  }

  private mutating func push(_ candidate: Candidate, _ index: Int, sources: Int) {
    guard sources >= minimumSources else { return }
    heap.insert(
      Entry(
        saving: saving(of: candidate, sources: sources), length: candidate.length, index: index))
  }

  private mutating func freeSources(of candidate: Candidate) -> Int {
    tally.clear()
    for member in candidate.members {
      let place = Int(repeats.positions[member]) + candidate.shift
      if covered.isEmpty(in: place..<place + candidate.length) {
        tally.add(runs.corpus.document(at: place), of: runs.corpus)
      }
    }
    return tally.count
  }

  /// The free places of `candidate`, rising, without overlap.
  private func freePlaces(of candidate: Candidate) -> [Int] {
    var places: [Int] = []
    let all = candidate.members.map { Int(repeats.positions[$0]) + candidate.shift }.sorted()
    for place in all where covered.isEmpty(in: place..<place + candidate.length) {
      if let last = places.last, place < last + candidate.length { continue }
      places.append(place)
    }
    return places
  }

  private mutating func choose(_ candidate: Candidate, _ index: Int) {
    let places = freePlaces(of: candidate)
    let phrase = grow(PhrasePlaces(places: places, length: candidate.length))
    for place in phrase.places { covered.insert(place..<place + phrase.length) }
    let first = phrase.places[0]
    phrases.append(
      Phrase(tokens: (first..<first + phrase.length).map { runs.corpus.tokens[$0] }))
    if phrase.length != candidate.length {
      push(candidate, index, sources: freeSources(of: candidate))
    }
  }
}

/// Growing a chosen phrase over an edge that is none.
extension PhraseSelection {
  /// Takes a neighbouring token while it stands at two in five places or more, in enough sources and
  /// with no punctuation between; undoes what ends unnaturally.
  private mutating func grow(_ phrase: PhrasePlaces) -> PhrasePlaces {
    var best = phrase
    for side in [PhrasePlaces.Side.left, .right] {
      if Self.isMostlyEdge(best, side, runs, text) { continue }
      var grown = best
      while let longer = step(grown, side) {
        grown = longer
        if isNatural(grown) { best = grown }
      }
    }
    return best
  }

  private static func isMostlyEdge(
    _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side, _ runs: StockRuns, _ text: PhraseText
  ) -> Bool {
    let free = phrase.places.count { place in
      text.hasEdge(
        before: side == .left
          ? Int(runs.origins[place])
          : Int(runs.origins[place + phrase.length - 1]) + 1)
    }
    return 2 * free >= phrase.places.count
  }

  private mutating func step(
    _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> PhrasePlaces? {
    var counts: [UInt32: Int] = [:]
    let neighbours = phrase.places.map { neighbour(of: $0, phrase, side) }
    for case .some(let token) in neighbours { counts[token, default: 0] += 1 }
    guard
      let (token, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      5 * count >= 2 * phrase.places.count
    else { return nil }
    tally.clear()
    var places: [Int] = []
    for (place, neighbour) in zip(phrase.places, neighbours) where neighbour == token {
      places.append(side == .left ? place - 1 : place)
      tally.add(runs.corpus.document(at: place), of: runs.corpus)
    }
    guard tally.count >= minimumSources else { return nil }
    return PhrasePlaces(places: places, length: phrase.length + 1)
  }

  /// The free token beside a place, unless punctuation or the run's end comes between.
  private func neighbour(
    of place: Int, _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> UInt32? {
    let corpus = runs.corpus
    if side == .left {
      guard !corpus.startsBlock(place), !text.hasEdge(before: Int(runs.origins[place])),
        covered.isEmpty(in: place - 1..<place)
      else { return nil }
      return corpus.tokens[place - 1]
    }
    let next = place + phrase.length
    guard !corpus.startsBlock(next), !text.hasEdge(before: Int(runs.origins[next])),
      covered.isEmpty(in: next..<next + 1)
    else { return nil }
    return corpus.tokens[next]
  }

  private func isNatural(_ phrase: PhrasePlaces) -> Bool {
    let trimmed = edges.trim(
      at: Int(runs.origins[phrase.places[0]]), length: phrase.length,
      beginsFreely: Self.isMostlyEdge(phrase, .left, runs, text),
      endsFreely: Self.isMostlyEdge(phrase, .right, runs, text))
    return trimmed.length == phrase.length
  }
}

/// A token sequence that was chosen.
struct Phrase: Sendable {
  var tokens: [UInt32]
  /// Kept however few sources it is left with: the last resort of D3 (4).
  var isForced = false
}

/// A phrase and its places while it grows.
struct PhrasePlaces {
  enum Side { case left, right }

  var places: [Int]
  var length: Int
}
