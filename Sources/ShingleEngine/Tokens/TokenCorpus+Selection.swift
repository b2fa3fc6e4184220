extension TokenCorpus {
  /// Some of the documents as a corpus of their own, in the order of `documents`; tokens and sources keep
  /// their numbers. O(n) for the tokens of these documents.
  package func selecting(_ documents: [Int]) -> TokenCorpus {
    let count = documents.reduce(0) { $0 + range(of: $1).count }
    let selected = Slab<UInt32>(uninitialized: count)
    var starts = [0]
    var blocks: [UInt32] = []
    var filled = 0
    for document in documents {
      let range = range(of: document)
      for position in range { selected[filled + position - range.lowerBound] = tokens[position] }
      for block in self.blocks(in: range) {
        blocks.append(UInt32(Int(blockStarts[block]) - range.lowerBound + filled))
      }
      filled += range.count
      starts.append(filled)
    }
    return TokenCorpus(
      tokens: selected, documentStarts: starts, sources: documents.map { sources[$0] },
      blockStarts: blocks, wordHashes: wordHashes)
  }
}
