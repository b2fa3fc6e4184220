internal import ShingleEngine

/// Finds the maximal runs that two documents share.
struct SharedRuns {
  let corpus: TokenCorpus
  let left: Range<Int>
  let right: Range<Int>

  /// Places of one seed on the right that a place on the left is compared with: the first. Only text
  /// that repeats within itself has more.
  private static let maximumPlaces = 256

  /// All maximal runs of at least `length` tokens, at least half of them no slots, by left then right
  /// position. Runs go over the edges of blocks: a document may be laid out anew.
  func runs(length: Int) -> [Tile] {
    guard left.count >= length, right.count >= length else { return [] }
    var places: [UInt64: [Int32]] = [:]
    for (position, hash) in windows(of: right, length) {
      if places[hash]?.count ?? 0 < Self.maximumPlaces {
        places[hash, default: []].append(Int32(position))
      }
    }
    var found: [Tile] = []
    for (position, hash) in windows(of: left, length) {
      for other in places[hash] ?? [] { add(position, Int(other), length, to: &found) }
    }
    return found
  }

  /// Not by the rolling hash: windows can be built that have one, and would keep others from being seen.
  private func windows(
    of range: Range<Int>, _ length: Int
  ) -> some Sequence<(position: Int, hash: UInt64)> {
    (range.lowerBound...range.upperBound - length).lazy.map {
      ($0, TokenHash.hash(of: corpus.tokens, at: $0, length: length))
    }
  }

  private func add(_ a: Int, _ b: Int, _ length: Int, to found: inout [Tile]) {
    let tokens = corpus.tokens
    if a > left.lowerBound && b > right.lowerBound && tokens[a - 1] == tokens[b - 1] { return }
    guard corpus.equal(a, b, length: length) else { return }
    var end = length
    while a + end < left.upperBound, b + end < right.upperBound, tokens[a + end] == tokens[b + end]
    {
      end += 1
    }
    if corpus.hasEnoughWords(at: a, length: end) {
      found.append(Tile(left: a, right: b, length: end))
    }
  }
}
