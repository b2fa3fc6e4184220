internal import ShingleEngine

/// Where the tokens of ``StockRuns`` stand in the whole corpus, by the runs alone: for who asks for few of them.
struct StockPlaces: Sendable {
  private let ranges: [Range<Int>]
  /// The number of the first token of each run, and at last of all tokens.
  private let starts: [UInt32]

  /// - Parameter ranges: the runs in rising order.
  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    starts = ranges.reduce(into: [0]) { $0.append($0.last! + UInt32($1.count)) }
  }

  /// Tokens of all runs.
  var count: Int { Int(starts.last!) }

  /// The position in the whole corpus of the token of this number. O(log r) for r runs.
  func origin(of token: Int) -> Int {
    let run = starts.lowerBound(of: token + 1) - 1
    return ranges[run].lowerBound + token - Int(starts[run])
  }

  /// The tokens that lie in `parts` of the whole corpus, which rise, by their numbers. O(r + p).
  func covered(by parts: [Range<Int>]) -> Bitset {
    var covered = Bitset(count: count)
    var part = 0
    for (run, range) in ranges.enumerated() {
      while part < parts.count && parts[part].upperBound <= range.lowerBound { part += 1 }
      var next = part
      while next < parts.count && parts[next].lowerBound < range.upperBound {
        let common = parts[next].clamped(to: range)
        let first = Int(starts[run]) + common.lowerBound - range.lowerBound
        covered.insert(first..<first + common.count)
        next += 1
      }
    }
    return covered
  }
}
