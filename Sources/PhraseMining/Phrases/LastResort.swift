internal import ShingleEngine

/// D3 (4): the longest closed repeat in each run that no family reaches becomes a phrase.
struct LastResort: Sendable {
  let text: PhraseText
  /// The runs that no family reaches, rising.
  let runs: [Range<Int>]
  let stock: StockRuns
  let repeats: ClosedRepeats

  /// An occurrence of a repeat that begins in a run.
  private struct Occurrence: Sendable {
    /// Its index among the positions of all repeats.
    let index: Int
    let run: Int
    /// In the whole corpus.
    let position: Int
  }

  private struct Found: Sendable {
    var length: Int
    var position: Int

    func isBetter(than other: Found) -> Bool {
      length != other.length ? length > other.length : position < other.position
    }
  }

  /// The phrases, in the order of their tokens; a run without a closed repeat is one as a whole.
  ///
  /// O(p + r log q) for p positions of r repeats, q of them in runs.
  func phrases(_ workers: Workers) -> [[UInt32]] {
    let occurrences = occurrences(workers)
    let indices = occurrences.map { UInt32($0.index) }
    let all = repeats.repeats
    let chunk = 8_192
    let found = workers.map((all.count + chunk - 1) / chunk) { task in
      longest(all[task * chunk..<min((task + 1) * chunk, all.count)], occurrences, indices)
    }
    var best: [Int: Found] = [:]
    for part in found {
      for (run, found) in part where best[run].map({ found.isBetter(than: $0) }) ?? true {
        best[run] = found
      }
    }
    let sequences = Set(
      runs.indices.map { run in
        best[run].map { text.tokens($0.position..<$0.position + $0.length) }
          ?? text.tokens(runs[run])
      })
    return sequences.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The occurrences of repeats that begin in runs, in the order of the repeats' positions; and what lies
  /// between those of repeats, which was never written, where it looks like one.
  private func occurrences(_ workers: Workers) -> [Occurrence] {
    var covered = Bitset(count: text.corpus.tokens.count)
    for run in runs { covered.insert(run) }
    let isCovered = covered
    let starts = runs.map { UInt32($0.lowerBound) }
    let positions = repeats.positions
    let chunk = 1 << 18
    return workers.map((positions.count + chunk - 1) / chunk) { task in
      var found: [Occurrence] = []
      for index in task * chunk..<min((task + 1) * chunk, positions.count) {
        guard positions[index] < stock.origins.count else { continue }
        let position = Int(stock.origins[Int(positions[index])])
        guard isCovered.contains(position) else { continue }
        found.append(
          Occurrence(
            index: index, run: starts.lowerBound(of: position + 1) - 1, position: position))
      }
      return found
    }.flatMap { $0 }
  }

  private func longest(
    _ repeats: ArraySlice<ClosedRepeat>, _ occurrences: [Occurrence], _ indices: [UInt32]
  ) -> [Int: Found] {
    var best: [Int: Found] = [:]
    for node in repeats {
      var next = indices.lowerBound(of: Int(node.start))
      while next < indices.count && indices[next] < node.start + node.count {
        let occurrence = occurrences[next]
        let found = Found(length: Int(node.length), position: occurrence.position)
        if best[occurrence.run].map({ found.isBetter(than: $0) }) ?? true {
          best[occurrence.run] = found
        }
        next += 1
      }
    }
    return best
  }
}
