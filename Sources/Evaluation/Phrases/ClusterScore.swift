/// How well items were put together: each has a class by the truth and a cluster by the result.
package struct ClusterScore: Hashable, Sendable {
  /// The mean over items of the share of its cluster that is of its class.
  package var precision: Double
  /// The mean over items of the share of its class that is in its cluster.
  package var recall: Double
  /// The share of the pairs in one cluster that are in one class.
  package var pairPrecision: Double
  /// The share of the pairs in one class that are in one cluster.
  package var pairRecall: Double

  /// B-cubed F1.
  package var f1: Double { Ratio.harmonicMean(precision, recall) }
  /// F1 over pairs.
  package var pairF1: Double { Ratio.harmonicMean(pairPrecision, pairRecall) }

  private struct Cell: Hashable {
    var family: String
    var cluster: Int
  }

  /// Measures B-cubed (Bagga and Baldwin 1998) and pairwise precision and recall. O(n).
  ///
  /// - Parameter items: the class and the cluster of each item; nil is a cluster of its own.
  package init(_ items: [(family: String, cluster: Int?)]) {
    var classes: [String: Int] = [:]
    var clusters: [Int: Int] = [:]
    var cells: [Cell: Int] = [:]
    for item in items {
      classes[item.family, default: 0] += 1
      guard let cluster = item.cluster else { continue }
      clusters[cluster, default: 0] += 1
      cells[Cell(family: item.family, cluster: cluster), default: 0] += 1
    }
    var (precision, recall) = (0.0, 0.0)
    for item in items {
      let ofClass = classes[item.family] ?? 1
      guard let cluster = item.cluster else {
        precision += 1
        recall += Ratio.of(1, ofClass)
        continue
      }
      let both = cells[Cell(family: item.family, cluster: cluster)] ?? 0
      precision += Ratio.of(both, clusters[cluster] ?? 0)
      recall += Ratio.of(both, ofClass)
    }
    self.precision = items.isEmpty ? 0 : precision / Double(items.count)
    self.recall = items.isEmpty ? 0 : recall / Double(items.count)
    let together = Self.pairs(cells.values)
    pairPrecision = Ratio.of(together, Self.pairs(clusters.values))
    pairRecall = Ratio.of(together, Self.pairs(classes.values))
  }

  private static func pairs(_ counts: some Sequence<Int>) -> Int {
    counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }
}
