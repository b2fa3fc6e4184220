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
  /// Doubles the length while windows are shared, then halves the interval: O(n log n). Windows are compared by
  /// the groups of the last length that was doubled: comparing their tokens would be O(n²) where two sources
  /// are the same.
  package func length() -> Int {
    let grouping = WindowGrouping(corpus: corpus, workers: workers)
    var shared = 0
    var missing = 1
    var groups = grouping.groups(length: 1)
    var ranks: WindowRanks?
    while isShared(groups) {
      shared = missing
      missing *= 2
      let known = WindowRanks(groups, count: corpus.tokens.count)
      groups = grouping.groups(length: missing, ranks: known)
      ranks = known
    }
    while let ranks, missing - shared > 1 {
      let middle = (shared + missing) / 2
      if isShared(grouping.groups(length: middle, ranks: ranks)) {
        shared = middle
      } else {
        missing = middle
      }
    }
    return shared
  }

  /// Whether two sources have a window of one of `groups`.
  private func isShared(_ groups: WindowGroups) -> Bool {
    workers.map(groups.runs.count) { run in
      groups.runs[run].contains { group in
        let source = corpus.source(at: Int(groups.positions[group.range.lowerBound]))
        return group.range.contains { corpus.source(at: Int(groups.positions[$0])) != source }
      }
    }.contains(true)
  }
}
