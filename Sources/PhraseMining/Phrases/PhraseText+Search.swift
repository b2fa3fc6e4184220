internal import ShingleEngine

extension PhraseText {
  /// The tokens of `range`.
  package func tokens(_ range: Range<Int>) -> [UInt32] { range.map { corpus.tokens[$0] } }

  /// The first `limit` positions at which `sequence` stands inside one block. O(n).
  package func occurrences(of sequence: [UInt32], limit: Int) -> [Int] {
    guard let first = sequence.first else { return [] }
    var found: [Int] = []
    for block in corpus.blockStarts.indices {
      let end = corpus.blockEnd(block)
      let start = Int(corpus.blockStarts[block])
      for position in start..<max(start, end - sequence.count + 1)
      where corpus.tokens[position] == first {
        guard sequence.indices.allSatisfy({ corpus.tokens[position + $0] == sequence[$0] })
        else { continue }
        found.append(position)
        if found.count == limit { return found }
      }
    }
    return found
  }
}
