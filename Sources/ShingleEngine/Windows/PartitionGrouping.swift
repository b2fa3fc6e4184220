/// Groups the windows of one partition: sorts them by hash inside the cache, then verifies each run
/// of equal hashes on the tokens.
struct PartitionGrouping: ~Copyable {
  private let equality: WindowEquality
  private let positions: Slab<UInt32>
  /// So many different sequences of one hash are told apart by comparing all with each; text that was built to
  /// collide has more, and is sorted.
  private static let comparedSequences = 8
  /// Windows that are asked for before they are compared.
  private static let lookahead = 32
  /// The next free index of `positions`.
  private var filled: Int
  private var sorter = PairSort()
  private var groups: [WindowGroup] = []

  /// - Parameters:
  ///   - equality: what makes two windows the same.
  ///   - positions: where the members of groups are written.
  ///   - first: the index in `positions` from which on there is room for all windows.
  init(equality: WindowEquality, into positions: Slab<UInt32>, from first: Int) {
    self.equality = equality
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
        equality.prefetch(Int(UInt32(truncatingIfNeeded: windows[asked])))
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

  /// Writes the groups among the windows of `range`, which have one hash.
  private mutating func verify(_ windows: Slab<UInt64>, _ range: Range<Int>) {
    var rest = range
    for _ in 0..<Self.comparedSequences where !rest.isEmpty {
      rest = writeFirst(windows, rest)
    }
    if !rest.isEmpty { sort(windows, rest) }
  }

  /// Writes the windows of `range` that are the same tokens as the first; brings the others to its front, and
  /// returns where they are.
  private mutating func writeFirst(_ windows: Slab<UInt64>, _ range: Range<Int>) -> Range<Int> {
    let first = Int(UInt32(truncatingIfNeeded: windows[range.lowerBound]))
    let start = filled
    var others = range.lowerBound
    for index in range {
      let window = windows[index]
      let position = UInt32(truncatingIfNeeded: window)
      if equality.areEqual(first, Int(position)) {
        positions[filled] = position
        filled += 1
      } else {
        windows[others] = window
        others += 1
      }
    }
    close(start)
    return range.lowerBound..<others
  }

  /// Writes the windows of `range` in the order of their tokens: O(n log n) comparisons, however many of
  /// them are different.
  private mutating func sort(_ windows: Slab<UInt64>, _ range: Range<Int>) {
    let equality = equality
    let members = range.map { UInt32(truncatingIfNeeded: windows[$0]) }.sorted { left, right in
      let order = equality.order(Int(left), Int(right))
      return order == 0 ? left < right : order < 0
    }
    var start = filled
    for (index, member) in members.enumerated() {
      if index > 0 && !equality.areEqual(Int(members[index - 1]), Int(member)) {
        close(start)
        start = filled
      }
      positions[filled] = member
      filled += 1
    }
    close(start)
  }

  /// Makes a group of what was written from `start` on; forgets a window that is alone.
  private mutating func close(_ start: Int) {
    if filled - start > 1 {
      groups.append(WindowGroup(start: UInt32(start), count: UInt32(filled - start)))
    } else {
      filled = start
    }
  }
}
