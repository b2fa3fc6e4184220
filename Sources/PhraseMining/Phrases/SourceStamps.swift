internal import ShingleEngine

/// Counts distinct sources of positions in any order, many times over without clearing an array.
struct SourceStamps: ~Copyable {
  private(set) var count = 0
  private var stamps: [UInt32]
  private var round: UInt32 = 1

  /// - Parameter count: sources are below it: the number of documents will do.
  init(count: Int) { stamps = [UInt32](repeating: 0, count: count) }

  mutating func clear() {
    round += 1
    count = 0
  }

  /// Counts the source of `document`, if it is counted and was not met since the last clearing.
  mutating func add(_ document: Int, of corpus: TokenCorpus) {
    let source = corpus.sources[document]
    guard source != TokenCorpus.uncounted, stamps[Int(source)] != round else { return }
    stamps[Int(source)] = round
    count += 1
  }
}
