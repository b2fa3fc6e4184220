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
  private let cohesion: Cohesion
  private let minimumSources: Int
  private var covered: Bitset
  private var tally: SourceStamps
  private var heap = Heap<Entry>()
  private var phrases: [[UInt32]] = []

  /// Mean cohesion from which an edge is taken to lie inside a word.
  private static let wordCohesion = 0.3
  /// Places that are looked at for the evidence of an edge.
  private static let sample = 64
  /// 的.
  private static let attributive = Unicode.Scalar("的").value

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

/// Growing a chosen phrase over an edge that is none.
///
/// The choice cuts phrases short where their longer form is a little rarer. An edge is none if it
/// lies inside a word, before a 的 whose noun is missing, before a token that nearly always follows, or
/// if a phrase begins with a bare number.
extension PhraseSelection {
  /// Takes neighbouring tokens while they stand at enough places, in enough sources and with no
  /// punctuation between; undoes what ends unnaturally.
  private mutating func grow(_ phrase: PhrasePlaces) -> PhrasePlaces {
    var best = phrase
    for side in [PhrasePlaces.Side.left, .right] where isOpen(best, side) {
      var grown = best
      while let longer = step(grown, side) {
        grown = longer
        if isNatural(grown) && !isOpen(grown, side) { best = grown }
      }
    }
    return best
  }

  /// Whether the edge of most places is no edge of a phrase.
  private func isOpen(_ phrase: PhrasePlaces, _ side: PhrasePlaces.Side) -> Bool {
    if isMostlyEdge(phrase, side) { return false }
    let outer = phrase.places.prefix(Self.sample).map { origin(beside: $0, phrase, side) }
    let corpus = text.corpus
    let cohesions = outer.map { position in
      text.hasEdge(before: side == .left ? position + 1 : position)
        ? 0
        : side == .left
          ? cohesion.of(corpus.tokens[position], corpus.tokens[position + 1])
          : cohesion.of(corpus.tokens[position - 1], corpus.tokens[position])
    }
    if cohesions.reduce(0, +) >= Self.wordCohesion * Double(outer.count) { return true }
    if side == .left { return runs.corpus.tokens[phrase.places[0]] == TokenCorpus.slot }
    let next = outer.map { text.hasEdge(before: $0) ? nil : corpus.tokens[$0] }
    if 2 * next.count(where: { $0 == Self.attributive }) >= next.count { return true }
    return next.contains { token in
      token != nil && 5 * next.count(where: { $0 == token }) >= 4 * next.count
    }
  }

  /// The position in the whole corpus of the token beside a place.
  private func origin(
    beside place: Int, _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> Int {
    side == .left
      ? Int(runs.origins[place]) - 1 : Int(runs.origins[place + phrase.length - 1]) + 1
  }

  private func isMostlyEdge(_ phrase: PhrasePlaces, _ side: PhrasePlaces.Side) -> Bool {
    let places = phrase.places.prefix(Self.sample)
    let free = places.count { place in
      let beside = origin(beside: place, phrase, side)
      return text.hasEdge(before: side == .left ? beside + 1 : beside)
    }
    return 2 * free >= places.count
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
      tally.add(runs.corpus.source(at: place))
    }
    guard tally.count >= minimumSources else { return nil }
    return PhrasePlaces(places: places, length: phrase.length + 1)
  }

  /// The free token beside a place, unless punctuation or the run's end comes between.
  private func neighbour(
    of place: Int, _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> UInt32? {
    let beside = side == .left ? place - 1 : place + phrase.length
    let edge = side == .left ? place : beside
    guard !runs.corpus.startsBlock(edge), !text.hasEdge(before: Int(runs.origins[edge])),
      covered.isEmpty(in: beside..<beside + 1)
    else { return nil }
    return runs.corpus.tokens[beside]
  }

  private func isNatural(_ phrase: PhrasePlaces) -> Bool {
    edges.trim(
      at: Int(runs.origins[phrase.places[0]]), length: phrase.length,
      endsFreely: isMostlyEdge(phrase, .right)
    ).length == phrase.length
  }
}

/// A phrase and its places while it grows.
struct PhrasePlaces {
  enum Side { case left, right }

  var places: [Int]
  var length: Int
}
