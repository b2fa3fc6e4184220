/// How long the longest token sequence is that stands in two sources: why a result is empty (D9).
package struct LongestSharedRun: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers

  package init(corpus: TokenCorpus, workers: Workers) {
    self.corpus = corpus
    self.workers = workers
  }

  /// Its length in tokens; 0 if no two sources share a token.
  ///
  /// Doubles the length while windows are shared, then halves the interval: O(n log n).
  package func length() -> Int {
    var shared = 0
    var missing = 1
    while isShared(missing) {
      shared = missing
      missing *= 2
    }
    while missing - shared > 1 {
      let middle = (shared + missing) / 2
      if isShared(middle) { shared = middle } else { missing = middle }
    }
    return shared
  }

  /// Whether a window of `length` tokens stands in two sources.
  private func isShared(_ length: Int) -> Bool {
    let groups = WindowGrouping(corpus: corpus, workers: workers).groups(length: length)
    return workers.map(groups.runs.count) { run in
      groups.runs[run].contains { group in
        let source = corpus.source(at: Int(groups.positions[group.range.lowerBound]))
        return group.range.contains { corpus.source(at: Int(groups.positions[$0])) != source }
      }
    }.contains(true)
  }
}
