internal import ShingleEngine

/// The shortest way from one sequence to another that leaves tokens out and puts others in.
struct EditPath {
  /// One sequence after the other.
  private let tokens: Slab<UInt32>
  private let counts: (left: Int, right: Int)

  /// The way from `left` to `right`, which are copied. O(n).
  init(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) {
    tokens = Slab(uninitialized: left.count + right.count)
    for (index, token) in left.enumerated() { tokens[index] = token }
    for (index, token) in right.enumerated() { tokens[left.count + index] = token }
    counts = (left.count, right.count)
  }

  /// The length of the longest common subsequence, by the furthest point that so many edits reach on each diagonal of
  /// the table (Myers, 1986); nil where that takes more than `limit` steps. O(d² + n·d / 8) for d edits: long sequences
  /// that differ little, or have one period.
  ///
  /// - Parameter limit: steps; one goes on to the next diagonal, or over eight tokens in common.
  func commonLength(steps limit: Int) -> Int? {
    let edits = Int(Double(2 * limit).squareRoot())
    // By diagonal, the place in the left sequence less that in the right one.
    let middle = min(edits, counts.right) + 1
    let furthest = Slab<Int>(uninitialized: middle + min(edits, counts.left) + 2)
    for index in 0..<furthest.count { furthest[index] = Self.none }
    furthest[middle] = 0
    var steps = 0
    for edit in 0...edits {
      for diagonal in stride(from: -edit, through: edit, by: 2)
      where diagonal >= -counts.right && diagonal <= counts.left {
        let place = middle + diagonal
        let start = edit == 0 ? 0 : step(to: diagonal, furthest[place - 1], furthest[place + 1])
        if start == Self.none { continue }
        let room = min(counts.left - start, counts.right - (start - diagonal))
        let common = tokens.commonCount(
          start, counts.left + start - diagonal, count: room)
        furthest[place] = start + common
        steps += 1 + common / 8
        if start + common == counts.left && start + common - diagonal == counts.right {
          return (counts.left + counts.right - edit) / 2
        }
      }
      if steps > limit { return nil }
    }
    return nil
  }

  private static let none = -1

  /// The furthest place on `diagonal` that is one edit away from the furthest ones on its neighbours.
  private func step(to diagonal: Int, _ below: Int, _ above: Int) -> Int {
    let left = below == Self.none || below == counts.left ? Self.none : below + 1
    let right = above - diagonal > counts.right ? Self.none : above
    return max(left, right)
  }
}
