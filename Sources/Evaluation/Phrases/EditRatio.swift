/// How far a text is from another.
package enum EditRatio {
  /// 1 - the letters in order that both have over those of the longer one: 0 where they are equal but
  /// for case, width and punctuation, 1 where they have nothing in common. The longest common
  /// subsequence by Hirschberg's row (1975). O(n m) time, O(m) memory.
  ///
  /// - Parameters:
  ///   - first: a text.
  ///   - second: another.
  package static func between(_ first: String, _ second: String) -> Double {
    let (first, second) = (Letters.folded(first), Letters.folded(second))
    let longer = max(first.count, second.count)
    guard longer > 0 else { return 0 }
    var row = [Int](repeating: 0, count: second.count + 1)
    for letter in first {
      var diagonal = 0
      for (index, other) in second.enumerated() {
        let above = row[index + 1]
        row[index + 1] = letter == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 1 - Ratio.of(row[second.count], longer)
  }

  /// The step of a tenth that `ratio` lies in, 0 to 9; 1 lies in the last.
  ///
  /// - Parameter ratio: from 0 to 1.
  package static func step(_ ratio: Double) -> Int { min(9, max(0, Int(ratio * 10 + 1e-9))) }
}
