/// Puts similar things side by side: the leaves of the tree that average linkage makes (UPGMA: Sokal and
/// Michener, 1958), each two branches joined at the ends that are most alike.
enum LeafOrder {
  /// A branch: its leaves in order.
  private struct Branch {
    var leaves: [Int]
    /// Where the branch stands in the table of similarities.
    var row: Int
  }

  /// The numbers of the rows of `similarities`, a symmetric table, in the new order. O(n³).
  static func order(_ similarities: SquareTable) -> [Int] {
    var between = similarities
    var branches = (0..<similarities.side).map { Branch(leaves: [$0], row: $0) }
    while branches.count > 1 {
      let (first, second) = closest(branches, between)
      let (a, b) = (branches[first], branches[second])
      for other in branches {
        let sum =
          between[a.row, other.row] * Double(a.leaves.count)
          + between[b.row, other.row] * Double(b.leaves.count)
        let mean = sum / Double(a.leaves.count + b.leaves.count)
        between[a.row, other.row] = mean
        between[other.row, a.row] = mean
      }
      branches[first].leaves = joined(a.leaves, b.leaves, similarities)
      branches.remove(at: second)
    }
    return branches.first?.leaves ?? []
  }

  /// The two branches that are most alike, the first ones on a tie.
  private static func closest(_ branches: [Branch], _ between: SquareTable) -> (Int, Int) {
    var best = (0, 1)
    var most = -Double.infinity
    for first in branches.indices {
      for second in branches.indices.dropFirst(first + 1) {
        let similarity = between[branches[first].row, branches[second].row]
        if similarity > most {
          most = similarity
          best = (first, second)
        }
      }
    }
    return best
  }

  /// The leaves of both branches, one of them turned round where its other end is nearer.
  private static func joined(_ a: [Int], _ b: [Int], _ similarities: SquareTable) -> [Int] {
    let ways = [
      (a, b), (a, b.reversed()), (Array(a.reversed()), b), (Array(a.reversed()), b.reversed()),
    ]
    let best = ways.indices.max { left, right in
      func similarity(_ way: Int) -> Double {
        similarities[ways[way].0[a.count - 1], ways[way].1[0]]
      }
      // Of equal ways the first.
      return (similarity(left), right) < (similarity(right), left)
    }
    return ways[best ?? 0].0 + ways[best ?? 0].1
  }
}
