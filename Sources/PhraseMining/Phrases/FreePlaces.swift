internal import ShingleEngine

/// Where candidates stand outside what is covered.
struct FreePlaces: Sendable {
  /// The stock runs.
  let runs: TokenCorpus
  /// The repeats of them that the candidates are cut from.
  let repeats: ClosedRepeats

  /// So many members ahead of the one in work memory is asked for what covers them: they lie anywhere in it.
  private static let distance = 16

  /// The sources in which `candidate` has a place that is free of `covered`. O(n) for n members.
  func sources(
    of candidate: Candidate, outside covered: Bitset, _ tally: inout SourceStamps
  ) -> Int {
    tally.clear()
    for member in candidate.members {
      let soon = min(member + Self.distance, candidate.members.upperBound - 1)
      covered.prefetch(Int(repeats.positions[soon]))
      let place = Int(repeats.positions[member]) + candidate.shift
      if covered.isEmpty(in: place..<place + candidate.length) {
        tally.add(runs.source(at: place))
      }
    }
    return tally.count
  }

  /// The same for each of `candidates`, by all threads.
  func sources(
    of candidates: [Candidate], outside covered: Bitset, _ workers: Workers
  ) -> [Int] {
    let parts = parts(of: candidates, workers.count)
    return workers.map(parts.count) { part in
      var tally = SourceStamps(count: runs.sourceCount)
      return candidates[parts[part]].map { sources(of: $0, outside: covered, &tally) }
    }.flatMap { $0 }
  }

  /// The free places of `candidate`, rising, without overlap.
  func places(of candidate: Candidate, outside covered: Bitset) -> [Int] {
    var places: [Int] = []
    let free = candidate.members.lazy.map { Int(repeats.positions[$0]) + candidate.shift }
      .filter { covered.isEmpty(in: $0..<$0 + candidate.length) }
    for place in free.sorted() {
      if let last = places.last, place < last + candidate.length { continue }
      places.append(place)
    }
    return places
  }

  /// Neighbours of about as many members, for each of `count` threads two.
  private func parts(of candidates: [Candidate], _ count: Int) -> [Range<Int>] {
    let share = candidates.reduce(0) { $0 + $1.members.count } / (2 * count) + 1
    var parts: [Range<Int>] = []
    var first = 0
    var members = 0
    for (index, candidate) in candidates.enumerated() {
      members += candidate.members.count
      if members >= share || index + 1 == candidates.count {
        parts.append(first..<index + 1)
        first = index + 1
        members = 0
      }
    }
    return parts
  }
}
