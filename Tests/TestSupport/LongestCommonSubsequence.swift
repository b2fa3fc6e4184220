/// How much of two sequences is the same in the same order, the slow and sure way.
package enum LongestCommonSubsequence {
  /// O(n·m) time, O(m) memory.
  package static func length<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }
}
