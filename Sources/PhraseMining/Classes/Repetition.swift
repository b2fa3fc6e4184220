internal import ShingleEngine

/// Marks the windows of a document whose sequence starts earlier in the same document without
/// overlapping them.
struct Repetition {
  private let corpus: TokenCorpus
  private let hash: RollingHash

  init(corpus: TokenCorpus, length: Int) {
    self.corpus = corpus
    hash = RollingHash(length: length, wordHashes: corpus.wordHashes)
  }

  /// Calls `body` with the first token of each repeated window, rising. O(n).
  func forEachRepeat(in document: Int, _ body: (Int) -> Void) {
    var table = WindowTable(capacityFor: document, in: corpus, hash: hash)
    hash.forEachWindow(in: corpus.blocks(in: corpus.range(of: document)), of: corpus) {
      position, value in
      guard let first = table.insert(value, at: position) else { return }
      if first + hash.length <= position
        && corpus.hasEnoughWords(at: position, length: hash.length)
      {
        body(position)
      }
    }
  }
}
