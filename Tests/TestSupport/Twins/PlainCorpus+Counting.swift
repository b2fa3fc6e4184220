/// The brute-force twins of the engine: definitions written down, whatever they cost.
extension PlainCorpus {
  /// The positions of the windows of `length` that count by D2: half of their tokens are no slots, and their
  /// sequence stands in `minimum` sources.
  package func counting(length: Int, minimum: Int) -> Set<Int> {
    let holders = sources(length: length)
    var positions = Set<Int>()
    for window in windows(length: length)
    where holders[window.tokens]!.count >= minimum && Self.hasEnoughWords(window.tokens) {
      positions.insert(window.position)
    }
    return positions
  }

  /// The positions of the windows of `length` whose sequence starts earlier in the same document without
  /// overlapping them.
  package func repeated(length: Int) -> Set<Int> {
    var first: [Int: [[UInt32]: Int]] = [:]
    var positions = Set<Int>()
    for window in windows(length: length) {
      if let earlier = first[window.document]?[window.tokens] {
        let isApart = earlier + length <= window.position
        if isApart && Self.hasEnoughWords(window.tokens) { positions.insert(window.position) }
      } else {
        first[window.document, default: [:]][window.tokens] = window.position
      }
    }
    return positions
  }

  /// The tokens of the curve at `length` (D8).
  package func coverage(length: Int) -> Int {
    var covered = Set<Int>()
    for position in counting(length: length, minimum: 2) {
      covered.formUnion(position..<position + length)
    }
    return covered.count
  }

  /// The groups of windows in two sources or more, but fewer than `limit`.
  package func groups(length: Int, below limit: Int) -> Set<[UInt32]> {
    let holders = sources(length: length)
    var groups: [[UInt32]: [UInt32]] = [:]
    for window in windows(length: length)
    where (2..<limit).contains(holders[window.tokens]!.count) {
      groups[window.tokens, default: []].append(UInt32(window.position))
    }
    return Set(groups.values)
  }

  /// All sequences of at least `shortest` tokens in `minimum` sources that no extension by one token
  /// matches in sources.
  package func closedRepeats(shortest: Int, minimum: Int) -> Set<[UInt32]> {
    var found = Set<[UInt32]>()
    let longest = documents.joined().map(\.count).max() ?? 0
    var counts: [[UInt32]: Int] = [:]
    for length in shortest..<max(shortest, longest + 2) {
      for (tokens, holders) in sources(length: length) { counts[tokens] = holders.count }
    }
    // The most sources that a sequence has with one more token before or after it.
    var extended: [[UInt32]: Int] = [:]
    for (tokens, count) in counts {
      for part in [Array(tokens.dropFirst()), Array(tokens.dropLast())] {
        extended[part] = max(count, extended[part] ?? 0)
      }
    }
    for (tokens, count) in counts where count >= minimum && extended[tokens] != count {
      found.insert(tokens)
    }
    return found
  }
}
