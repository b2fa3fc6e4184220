internal import ShingleEngine

/// Which matches of one document make it borrowed: those that are long enough, or half as long and one
/// of two in the same order, counted in tokens that are not stock.
enum CopyQualification {
  /// The matches of `candidates`, all of one left document, that qualify, with their fresh tokens; by left,
  /// then right position.
  static func matches(
    _ candidates: [Match], classes: Slab<UInt8>, borrowedLength: Int
  ) -> [Match] {
    let counted = candidates.map { match in
      var match = match
      let range = Int(match.left)..<Int(match.left + match.length)
      match.fresh = UInt32(TokenClass.freshCount(range, classes))
      return match
    }.filter { 2 * Int($0.fresh) >= borrowedLength }
    return qualified(counted, borrowedLength)
  }

  private static func qualified(_ matches: [Match], _ borrowedLength: Int) -> [Match] {
    let sorted = matches.sorted {
      ($0.rightDocument, $0.left, $0.right) < ($1.rightDocument, $1.left, $1.right)
    }
    var kept: [Match] = []
    var first = 0
    while first < sorted.count {
      var last = first + 1
      while last < sorted.count && sorted[last].rightDocument == sorted[first].rightDocument {
        last += 1
      }
      let pair = sorted[first..<last]
      kept += pair.filter { match in
        Int(match.fresh) >= borrowedLength
          || pair.contains { follow($0, match) || follow(match, $0) }
      }
      first = last
    }
    return kept.sorted {
      ($0.left, $0.rightDocument, $0.right) < ($1.left, $1.rightDocument, $1.right)
    }
  }

  /// Whether `second` comes after `first` on both sides.
  private static func follow(_ first: Match, _ second: Match) -> Bool {
    first.left + first.length <= second.left && first.right + first.length <= second.right
  }
}
