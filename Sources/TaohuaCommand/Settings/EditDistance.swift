/// How many letters must be inserted, removed, replaced or swapped with their neighbour to turn
/// one word into another (Damerau 1964, the restricted form). O(|a| · |b|), for keys and commands.
enum EditDistance {
  static func between(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + last.dropFirst()
      for j in b.indices {
        let substitution = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(substitution, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// The word of `candidates` nearest to `word`, the first on a tie; nil if there is none.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    candidates.min { between(word, $0) < between(word, $1) }
  }
}
