internal import ShingleEngine

/// Chooses phrases by shortest description: the repeat that saves most comes first.
///
/// A phrase of n tokens in s sources saves (n − cost) × (s − 1) tokens of a corpus that states it
/// once (the minimum description length principle; Rissanen, 1978, and de Marcken, 1996, for lexicon
/// induction). It takes its places that no earlier choice covers; the others are counted anew, and a
/// repeat that is left in fewer than `minimumSources` sources is dropped.
struct PhraseSelection: ~Copyable {
  let text: PhraseText
  let runs: StockRuns
  private let repeats: ClosedRepeats
  let edges: PhraseEdges
  let cohesion: Cohesion
  let minimumSources: Int
  var covered: Bitset
  var tally: SourceStamps
  private var heap = Heap<Entry>()
  private var phrases: [[UInt32]] = []

  private struct Entry: Comparable {
    let saving: Double
    let length: Int
    /// The first member's position: no two candidates of one length have the same.
    let position: UInt32
    let index: Int

    static func < (left: Entry, right: Entry) -> Bool {
      if left.saving != right.saving { return left.saving < right.saving }
      if left.length != right.length { return left.length < right.length }
      return left.position > right.position
    }
  }

  init(
    text: PhraseText, runs: StockRuns, repeats: ClosedRepeats, edges: PhraseEdges,
    cohesion: Cohesion, minimumSources: Int
  ) {
    self.text = text
    self.runs = runs
    self.repeats = repeats
    self.edges = edges
    self.cohesion = cohesion
    self.minimumSources = minimumSources
    covered = Bitset(count: runs.corpus.tokens.count)
    tally = SourceStamps(count: runs.corpus.sourceCount)
  }

  /// The phrases, in the order of choice.
  mutating func select(from candidates: [Candidate]) -> [[UInt32]] {
    for (index, candidate) in candidates.enumerated() {
      push(candidate, index, sources: candidate.sources)
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
        saving: saving(of: candidate, sources: sources), length: candidate.length,
        position: repeats.positions[candidate.members.lowerBound] + UInt32(candidate.shift),
        index: index))
  }

  private mutating func freeSources(of candidate: Candidate) -> Int {
    tally.clear()
    for member in candidate.members {
      let place = Int(repeats.positions[member]) + candidate.shift
      if covered.isEmpty(in: place..<place + candidate.length) {
        tally.add(runs.corpus.source(at: place))
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
    phrases.append((first..<first + phrase.length).map { runs.corpus.tokens[$0] })
    if phrase.length != candidate.length {
      push(candidate, index, sources: freeSources(of: candidate))
    }
  }
}

/// A phrase and its places while it grows.
struct PhrasePlaces {
  enum Side { case left, right }

  var places: [Int]
  var length: Int
}
