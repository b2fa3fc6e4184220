package import ShingleEngine

/// A small corpus as plain arrays: what the brute-force twins read.
package struct PlainCorpus: Sendable {
  /// Tokens by document and block.
  package var documents: [[[UInt32]]]
  /// The source of each document, below the number of documents, or `TokenCorpus.uncounted`.
  package var sources: [UInt32]

  package init(documents: [[[UInt32]]], sources: [UInt32]? = nil) {
    self.documents = documents
    self.sources = sources ?? documents.indices.map { UInt32($0) }
  }

  /// A random corpus: some alphabets are so small that everything repeats, some text is copied from
  /// earlier documents, and token 0 is the slot.
  package static func random(seed: UInt64) -> PlainCorpus {
    var generator = SeededGenerator(seed: seed)
    let alphabet = UInt32.random(in: 2...50, using: &generator)
    let count = Int.random(in: 1...6, using: &generator)
    var documents: [[[UInt32]]] = []
    for _ in 0..<count {
      let blocks = Int.random(in: 0...3, using: &generator)
      documents.append(
        (0..<blocks).map { _ in block(alphabet, after: documents, using: &generator) })
    }
    var sources: [UInt32] = []
    for index in 0..<count {
      let isNew = index == 0 || Int.random(in: 0..<4, using: &generator) > 0
      sources.append(isNew ? UInt32(index) : sources[Int.random(in: 0..<index, using: &generator)])
    }
    return PlainCorpus(documents: documents, sources: sources)
  }

  private static func block(
    _ alphabet: UInt32, after documents: [[[UInt32]]], using generator: inout SeededGenerator
  ) -> [UInt32] {
    let length = Int.random(in: 1...40, using: &generator)
    var tokens = (0..<length).map { _ in UInt32.random(in: 0..<alphabet, using: &generator) }
    for earlier in documents.joined() where Int.random(in: 0..<3, using: &generator) == 0 {
      let start = Int.random(in: 0..<earlier.count, using: &generator)
      let end = Int.random(in: start..<earlier.count, using: &generator) + 1
      tokens.insert(
        contentsOf: earlier[start..<end],
        at: Int.random(in: 0...tokens.count, using: &generator))
    }
    return tokens
  }

  /// The same corpus as the engine wants it.
  package var tokenCorpus: TokenCorpus {
    var starts = [0]
    var blockStarts: [UInt32] = []
    var flat: [UInt32] = []
    for document in documents {
      for block in document where !block.isEmpty {
        blockStarts.append(UInt32(flat.count))
        flat += block
      }
      starts.append(flat.count)
    }
    let tokens = Slab<UInt32>(zeroed: flat.count)
    for (index, token) in flat.enumerated() { tokens[index] = token }
    return TokenCorpus(
      tokens: tokens, documentStarts: starts, sources: sources, blockStarts: blockStarts,
      wordHashes: [])
  }

  /// Each window of `length` tokens: its tokens, the position of the first, and its document.
  package func windows(length: Int) -> [(tokens: [UInt32], position: Int, document: Int)] {
    var windows: [(tokens: [UInt32], position: Int, document: Int)] = []
    var position = 0
    for (index, document) in documents.enumerated() {
      for block in document {
        for start in 0..<max(0, block.count - length + 1) {
          windows.append((Array(block[start..<start + length]), position + start, index))
        }
        position += block.count
      }
    }
    return windows
  }

  /// The sources that hold each token sequence of `length`.
  package func sources(length: Int) -> [[UInt32]: Set<UInt32>] {
    var holders: [[UInt32]: Set<UInt32>] = [:]
    for window in windows(length: length) {
      let source = sources[window.document]
      holders[window.tokens, default: []].formUnion(
        source == TokenCorpus.uncounted ? [] : [source])
    }
    return holders
  }

  /// Whether at least half of `tokens` are no slots.
  package static func hasEnoughWords(_ tokens: [UInt32]) -> Bool {
    2 * tokens.filter { $0 == TokenCorpus.slot }.count <= tokens.count
  }
}
