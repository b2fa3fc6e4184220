/// Groups the windows of one partition: sorts them by hash inside the cache, then verifies each run
/// of equal hashes on the tokens.
struct PartitionGrouping: ~Copyable {
  private let corpus: TokenCorpus
  private let length: Int
  private let positions: Slab<UInt32>
  /// Windows whose tokens are asked for before they are compared.
  private static let lookahead = 32
  /// The next free index of `positions`.
  private var filled: Int
  private var sorter = PairSort()
  private var groups: [WindowGroup] = []

  /// - Parameters:
  ///   - corpus: where the windows stand.
  ///   - length: tokens in a window.
  ///   - positions: where the members of groups are written.
  ///   - first: the index in `positions` from which on there is room for all windows.
  init(corpus: TokenCorpus, length: Int, into positions: Slab<UInt32>, from first: Int) {
    self.corpus = corpus
    self.length = length
    self.positions = positions
    filled = first
  }

  /// The groups of two or more windows among the records of `range`.
  mutating func group(_ records: WindowRecords, _ range: Range<Int>) -> [WindowGroup] {
    let windows = records.windows
    sorter.sort(windows, range)
    let ends = Self.gatherRuns(windows, range)
    let last = ends.last ?? range.lowerBound
    var first = range.lowerBound
    var asked = first
    for end in ends {
      while asked < min(last, end + Self.lookahead) {
        corpus.tokens.prefetch(Int(UInt32(truncatingIfNeeded: windows[asked])))
        asked += 1
      }
      verify(windows, first..<end)
      first = end
    }
    return groups
  }

  /// Moves the runs of two or more equal hashes to the front of `range`; where each ends.
  private static func gatherRuns(_ windows: Slab<UInt64>, _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var filled = range.lowerBound
    var first = range.lowerBound
    while first < range.upperBound {
      let key = windows[first] >> 32
      var last = first + 1
      while last < range.upperBound && windows[last] >> 32 == key { last += 1 }
      if last > first + 1 {
        for index in first..<last {
          windows[filled] = windows[index]
          filled += 1
        }
        ends.append(filled)
      }
      first = last
    }
    return ends
  }

  /// Writes the windows of `range` that are the same tokens as the first, then looks at the rest in
  /// the same way.
  private mutating func verify(_ windows: Slab<UInt64>, _ range: Range<Int>) {
    let first = Int(UInt32(truncatingIfNeeded: windows[range.lowerBound]))
    let start = filled
    var others = range.lowerBound
    for index in range {
      let window = windows[index]
      let position = UInt32(truncatingIfNeeded: window)
      if corpus.equal(first, Int(position), length: length) {
        positions[filled] = position
        filled += 1
      } else {
        windows[others] = window
        others += 1
      }
    }
    if filled - start > 1 {
      groups.append(WindowGroup(start: UInt32(start), count: UInt32(filled - start)))
    } else {
      filled = start
    }
    if others > range.lowerBound { verify(windows, range.lowerBound..<others) }
  }
}
