/// Groups runs that stand near each other in both documents, in any order.
package struct TileClusters {
  /// Tokens between neighbours of a group at most, on each side.
  let reach: Int

  package init(reach: Int) { self.reach = reach }

  /// The groups, by their first runs. Runs come by left position.
  ///
  /// Single linkage by a sweep over the left side: O(n·w), w runs that begin within reach.
  package func clusters(of runs: [Tile]) -> [[Tile]] {
    var parents = Array(runs.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    var open: [Int] = []
    for (index, run) in runs.enumerated() {
      open.removeAll { runs[$0].left + runs[$0].length + reach < run.left }
      for other in open where isNear(runs[other].rightRange, run.rightRange) {
        let a = root(other)
        let b = root(index)
        if a != b { parents[max(a, b)] = min(a, b) }
      }
      open.append(index)
    }
    var groups: [Int: [Tile]] = [:]
    for (index, run) in runs.enumerated() { groups[root(index), default: []].append(run) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isNear(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound <= b.upperBound + reach && b.lowerBound <= a.upperBound + reach
  }
}
