internal import ShingleEngine

/// D3 (4): the longest closed repeat in each run that no family reaches becomes a phrase.
struct LastResort: Sendable {
  let text: PhraseText
  /// The runs that no family reaches, rising.
  let runs: [Range<Int>]
  let stock: StockPlaces
  let repeats: ClosedRepeats

  /// Positions that one thread looks at.
  private static let chunk = 1 << 18

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
    let starts = runs.map { UInt32($0.lowerBound) }
    let occurrences = occurrences(workers)
    let all = repeats.repeats
    let together = 8_192
    let found = workers.map((all.count + together - 1) / together) { task in
      longest(all[task * together..<min((task + 1) * together, all.count)], occurrences, starts)
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

  /// The occurrences of repeats that begin in runs: their indices among the positions of all repeats, rising, those of
  /// each ``chunk`` together; and what lies between those of repeats, which was never written, where it looks like one.
  ///
  /// Where a run is one character millions of times they are millions: so no more of each is kept.
  private func occurrences(_ workers: Workers) -> [[UInt32]] {
    let isCovered = stock.covered(by: runs)
    let positions = repeats.positions
    return workers.map((positions.count + Self.chunk - 1) / Self.chunk) { task in
      let end = min((task + 1) * Self.chunk, positions.count)
      return (UInt32(task * Self.chunk)..<UInt32(end)).filter {
        positions[Int($0)] < stock.count && isCovered.contains(Int(positions[Int($0)]))
      }
    }
  }

  /// Where an occurrence begins in the whole corpus.
  private func origin(of occurrence: UInt32) -> Int {
    stock.origin(of: Int(repeats.positions[Int(occurrence)]))
  }

  /// Of each run the longest of `repeats` in it.
  ///
  /// - Parameter starts: where the runs begin, rising.
  private func longest(
    _ repeats: ArraySlice<ClosedRepeat>, _ occurrences: [[UInt32]], _ starts: [UInt32]
  ) -> [Int: Found] {
    var best: [Int: Found] = [:]
    for node in repeats {
      let range = Int(node.start)..<Int(node.start + node.count)
      for part in occurrences[range.lowerBound / Self.chunk...(range.upperBound - 1) / Self.chunk] {
        var next = part.lowerBound(of: range.lowerBound)
        while next < part.count && part[next] < range.upperBound {
          let found = Found(length: Int(node.length), position: origin(of: part[next]))
          let run = starts.lowerBound(of: found.position + 1) - 1
          if best[run].map({ found.isBetter(than: $0) }) ?? true { best[run] = found }
          next += 1
        }
      }
    }
    return best
  }
}
