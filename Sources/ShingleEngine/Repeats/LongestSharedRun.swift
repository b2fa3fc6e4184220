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
  /// Lengths are doubled while windows survive, then the survivors are extended token by token.
  package func length() -> Int {
    let grouping = WindowGrouping(corpus: corpus, workers: workers)
    var longest = 0
    for length in 1...3 {
      let groups = grouping.groups(length: length)
      if groups.isEmpty { return longest }
      longest = length
      if length == 3 { return extended(groups, grouping) }
    }
    return longest
  }

  private func extended(_ groups: WindowGroups, _ grouping: WindowGrouping) -> Int {
    var groups = groups
    var longest = groups.length
    var step = groups.length - 1
    while true {
      // Refining works in place: what a failed step destroys is made again from the hashes.
      let refined = grouping.refine(groups, to: groups.length + step)
      if refined.isEmpty {
        if step == 1 { return longest }
        step /= 2
        groups = grouping.groups(length: longest)
      } else {
        groups = refined
        longest = refined.length
        step = min(step * 2, longest - 1)
      }
    }
  }
}

extension WindowGroups {
  /// Whether no window stands in two sources.
  package var isEmpty: Bool { runs.allSatisfy(\.isEmpty) }
}
