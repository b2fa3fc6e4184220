internal import ShingleEngine

/// Chooses phrases by shortest description: the repeat that saves most comes first.
///
/// A phrase of n tokens in s sources saves (n − cost) × (s − 1) tokens of a corpus that states it
/// once (the minimum description length principle; Rissanen, 1978, and de Marcken, 1996, for lexicon
/// induction). It takes its places that no earlier choice covers; the others are counted anew, and a
/// repeat that is left in fewer than `minimumSources` sources is dropped.
///
/// What a candidate saves never rises: it is counted again only where it would be the next choice (Minoux, 1978), and
/// with it as many of those behind it as make work for all threads. Of hundreds that are counted one is chosen.
struct PhraseSelection: ~Copyable {
  let text: PhraseText
  let runs: StockRuns
  let edges: PhraseEdges
  let cohesion: Cohesion
  let minimumSources: Int
  private let free: FreePlaces
  private let workers: Workers
  private let membersAtATime: Int
  var covered: Bitset
  var tally: SourceStamps
  private var phrases: [[UInt32]] = []
  /// Of those that are counted together, so many were counted before.
  private var mostKnown = Self.fewKnown

  /// Members of the candidates that are counted together: work for a millisecond.
  private static let usualMembers = 1 << 18
  /// Of those, so many were counted before, for a choice makes it necessary once more; twice as many each time that
  /// none of them is the choice.
  private static let fewKnown = 8

  /// - Parameter membersAtATime: members of the candidates that are counted together, given only in tests.
  init(
    text: PhraseText, from material: PhraseMiner.Material, minimumSources: Int, workers: Workers,
    membersAtATime: Int? = nil
  ) {
    self.text = text
    self.minimumSources = minimumSources
    self.workers = workers
    // Each thread has a tally of all sources to clear.
    self.membersAtATime =
      membersAtATime
      ?? max(Self.usualMembers, workers.count * material.stock.corpus.sourceCount / 2)
    runs = material.stock
    edges = material.edges
    cohesion = material.cohesion
    free = FreePlaces(runs: runs.corpus, repeats: material.repeats)
    covered = Bitset(count: runs.corpus.tokens.count)
    tally = SourceStamps(count: runs.corpus.sourceCount)
  }

  /// The phrases, in the order of choice.
  ///
  /// - Parameter lists: in each the one that saves most first, all in `minimumSources` sources or more.
  mutating func select(from lists: [[Candidate]]) -> [[UInt32]] {
    var queue = CandidateQueue(lists)
    while let entry = queue.pop() {
      if entry.counted == phrases.count {
        let candidate = queue[entry]
        // Where it did not grow, it has no place left.
        if choose(candidate) != candidate.length { queue.wait(entry) }
        mostKnown = Self.fewKnown
      } else {
        count(entry, in: &queue)
        mostKnown = min(2 * mostKnown, membersAtATime)
      }
    }
    return phrases
  }

  /// Counts the sources that are left to `first` and to some that wait behind it; those that have enough wait again.
  private mutating func count(_ first: CandidateQueue.Entry, in queue: inout CandidateQueue) {
    var entries = [first]
    var members = queue[first].members.count
    var known = first.counted == nil ? 0 : 1
    while members < membersAtATime, known < mostKnown, let entry = queue.pop() {
      if entry.counted == phrases.count {
        queue.wait(entry)
        break
      }
      entries.append(entry)
      members += queue[entry].members.count
      known += entry.counted == nil ? 0 : 1
    }
    let candidates = entries.map { queue[$0] }
    let sources = sources(of: candidates, members: members)
    for (index, entry) in entries.enumerated() where sources[index] >= minimumSources {
      var entry = entry
      entry.priority = candidates[index].priority(sources: sources[index])
      entry.counted = phrases.count
      queue.wait(entry)
    }
  }

  private mutating func sources(of candidates: [Candidate], members: Int) -> [Int] {
    if members < membersAtATime / 16 {
      return candidates.map { free.sources(of: $0, outside: covered, &tally) }
    }
    return free.sources(of: candidates, outside: covered, workers)
  }

  /// Makes `candidate` a phrase in the places that are free, and grows it; returns its length.
  private mutating func choose(_ candidate: Candidate) -> Int {
    let places = free.places(of: candidate, outside: covered)
    let phrase = grow(PhrasePlaces(places: places, length: candidate.length))
    for place in phrase.places { covered.insert(place..<place + phrase.length) }
    let first = phrase.places[0]
    phrases.append((first..<first + phrase.length).map { runs.corpus.tokens[$0] })
    return phrase.length
  }
}

/// A phrase and its places while it grows.
struct PhrasePlaces {
  enum Side { case left, right }

  var places: [Int]
  var length: Int
}
