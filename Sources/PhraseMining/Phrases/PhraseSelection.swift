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

  /// So many members ahead of the one in work memory is asked for what covers them: they lie anywhere in it.
  private static let distance = 16

  /// A candidate that waits.
  private struct Entry: Comparable {
    let priority: Candidate.Priority
    /// Which list it is of.
    let list: UInt32
    /// Which of the list.
    let index: UInt32

    static func < (left: Entry, right: Entry) -> Bool { left.priority < right.priority }
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
  ///
  /// - Parameter lists: in each the one that saves most first, all in `minimumSources` sources or more. Of each the
  ///   next alone waits in the heap, beside those that were counted anew.
  mutating func select(from lists: [[Candidate]]) -> [[UInt32]] {
    var next = [Int](repeating: 0, count: lists.count)
    for list in lists.indices { wait(for: 0, of: lists[list], list) }
    while let entry = heap.popMaximum() {
      let list = Int(entry.list)
      if entry.index == next[list] {
        next[list] += 1
        wait(for: next[list], of: lists[list], list)
      }
      let candidate = lists[list][Int(entry.index)]
      let sources = freeSources(of: candidate)
      if candidate.priority(sources: sources) == entry.priority {
        choose(candidate, entry)
      } else {
        waitAgain(candidate, entry, sources: sources)
      }
    }
    return phrases
  }

  /// Lets candidate `index` of `candidates` wait, if there is one; `list` is the number of these.
  private mutating func wait(for index: Int, of candidates: [Candidate], _ list: Int) {
    guard index < candidates.count else { return }
    let priority = candidates[index].priority(sources: candidates[index].sources)
    heap.insert(Entry(priority: priority, list: UInt32(list), index: UInt32(index)))
  }

  /// Lets `candidate` wait on, by what it saves in the sources that are left to it, if those are enough.
  private mutating func waitAgain(_ candidate: Candidate, _ entry: Entry, sources: Int) {
    guard sources >= minimumSources else { return }
    heap.insert(
      Entry(
        priority: candidate.priority(sources: sources), list: entry.list, index: entry.index))
  }

  private mutating func freeSources(of candidate: Candidate) -> Int {
    tally.clear()
    for member in candidate.members {
      let soon = min(member + Self.distance, candidate.members.upperBound - 1)
      covered.prefetch(Int(repeats.positions[soon]))
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

  private mutating func choose(_ candidate: Candidate, _ entry: Entry) {
    let places = freePlaces(of: candidate)
    let phrase = grow(PhrasePlaces(places: places, length: candidate.length))
    for place in phrase.places { covered.insert(place..<place + phrase.length) }
    let first = phrase.places[0]
    phrases.append((first..<first + phrase.length).map { runs.corpus.tokens[$0] })
    if phrase.length != candidate.length {
      waitAgain(candidate, entry, sources: freeSources(of: candidate))
    }
  }
}

/// A phrase and its places while it grows.
struct PhrasePlaces {
  enum Side { case left, right }

  var places: [Int]
  var length: Int
}
