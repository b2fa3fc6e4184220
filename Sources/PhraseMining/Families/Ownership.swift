internal import ShingleEngine

/// Gives every stock token one family (D3).
struct Ownership {
  private let corpus: TokenCorpus
  /// The stock runs of all documents, rising.
  private let runs: [Range<Int>]
  /// The family of each position, index + 1; 0 for none yet.
  private let owners: Slab<UInt32>

  init(corpus: TokenCorpus, runs: [Range<Int>], owners: Slab<UInt32>) {
    self.corpus = corpus
    self.runs = runs
    self.owners = owners
  }

  /// Rules (1) and (2): a token in a place has its owner already; the others of a run take that of
  /// the nearest place, the left one on a tie. Returns the runs that have no place.
  func spreadFromPlaces() -> [Range<Int>] {
    runs.filter { !spread($0) }
  }

  private func spread(_ run: Range<Int>) -> Bool {
    let owned = run.filter { owners[$0] != 0 }
    guard let first = owned.first else { return false }
    for position in run.lowerBound..<first { owners[position] = owners[first] }
    for (left, right) in zip(owned, owned.dropFirst() + [run.upperBound]) where right > left + 1 {
      let isLast = right == run.upperBound
      for position in left + 1..<right {
        let isNearerLeft = isLast || position - left <= right - position
        owners[position] = isNearerLeft ? owners[left] : owners[right]
      }
    }
    return true
  }

  /// Rule (3): a run without a place takes the family that owns most tokens of the same sequence
  /// where it occurs elsewhere, the one of the smallest of `ids` on a tie. Returns the runs that are
  /// left.
  func copyFromOccurrences(
    of placeless: [Range<Int>], ids: [UInt64], workers: Workers
  ) -> [Range<Int>] {
    if placeless.isEmpty { return [] }
    var sequences: [[UInt32]: [Range<Int>]] = [:]
    for run in placeless { sequences[run.map { corpus.tokens[$0] }, default: []].append(run) }
    let patterns = sequences.keys.sorted {
      sequences[$0]![0].lowerBound < sequences[$1]![0].lowerBound
    }
    let found = PhraseFinder(patterns, in: corpus).occurrences(workers: workers)
    var assigned: [(Range<Int>, UInt32)] = []
    var rest: [Range<Int>] = []
    for (index, pattern) in patterns.enumerated() {
      let owner = mainOwner(of: found[index], length: pattern.count, ids: ids)
      for run in sequences[pattern]! {
        if let owner { assigned.append((run, owner)) } else { rest.append(run) }
      }
    }
    for (run, owner) in assigned { for position in run { owners[position] = owner } }
    return rest.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func mainOwner(
    of positions: ArraySlice<UInt32>, length: Int, ids: [UInt64]
  ) -> UInt32? {
    var counts: [UInt32: Int] = [:]
    for position in positions {
      for token in Int(position)..<Int(position) + length where owners[token] != 0 {
        counts[owners[token], default: 0] += 1
      }
    }
    return counts.max {
      $0.value != $1.value
        ? $0.value < $1.value : ids[Int($0.key) - 1] > ids[Int($1.key) - 1]
    }?.key
  }
}
