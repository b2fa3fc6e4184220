/// What documents hold of the windows of drafts.
package struct WindowCensus: Sendable {
  /// For each class of windows the number of sources that hold it.
  package fileprivate(set) var counts: [UInt32]
  /// The long runs, by document and place.
  package fileprivate(set) var runs: [CommonRun] = []
  /// For documents of which most tokens lie in windows of the drafts, how many do; by document.
  package fileprivate(set) var covered: [(document: UInt32, tokens: Int)] = []
  /// Where they hold those that few hold; no window where no runs are told.
  package fileprivate(set) var places: WindowPlaces
}

/// Takes the census: one pass over all documents.
package struct CensusTaker: Sendable {
  private let windows: DraftWindows
  private let runLength: Int?
  private let leaders: [UInt32]
  private let isAlone: [Bool]
  private let isCounted: [Bool]
  private let workers: Workers

  /// A window that stands in more places of one draft begins no run there, only is counted: text with a
  /// period would have as many runs as pairs of places.
  package static let maximumPlaces = 64

  /// So many places of a window in the documents of one thread's turn are written down: the windows that are
  /// looked for once more are the rarest of their passages.
  private static let maximumRecorded: UInt8 = 32
  private let maximumRecorded: UInt8

  /// - Parameters:
  ///   - windows: what is looked for.
  ///   - runLength: tokens of the shortest run that is told, not below that of a window; nil for none.
  ///   - leaders: for each document, the first one of its source.
  ///   - isCounted: for each document, whether it is looked at.
  ///   - workers: the threads to use.
  ///   - maximumRecorded: another limit than the usual one only in tests.
  package init(
    _ windows: DraftWindows, runLength: Int?, leaders: [Int], isCounted: [Bool], workers: Workers,
    maximumRecorded: UInt8? = nil
  ) {
    precondition(runLength ?? windows.length >= windows.length)
    self.maximumRecorded = maximumRecorded ?? (runLength == nil ? 0 : Self.maximumRecorded)
    self.windows = windows
    self.runLength = runLength
    self.leaders = leaders.map { UInt32($0) }
    self.isCounted = isCounted
    self.workers = workers
    var members = [Int](repeating: 0, count: leaders.count)
    for leader in leaders { members[leader] += 1 }
    isAlone = leaders.map { members[$0] == 1 }
  }

  /// The census of the documents of `parts`.
  package func census(_ parts: [DocumentPart]) -> WindowCensus {
    var census = WindowCensus(
      counts: [UInt32](repeating: 0, count: windows.count), places: WindowPlaces(windows))
    var holders: [UInt64] = []
    for part in parts {
      for found in take(part) {
        for window in 0..<windows.count { census.counts[window] += found.sources[window] }
        census.runs += found.runs
        census.covered += found.covered
        holders += found.holders
        census.places.add(found.places)
      }
    }
    // The documents of one source need not be neighbours, nor of one part.
    holders.sort()
    var last: UInt64?
    for holder in holders where holder != last {
      census.counts[Int(UInt32(truncatingIfNeeded: holder))] += 1
      last = holder
    }
    census.runs.sort(by: CommonRun.precedes)
    census.covered.sort { $0.document < $1.document }
    return census
  }

  private func take(_ part: DocumentPart) -> [Found] {
    switch part.tokens {
    case .corpus(let corpus): take(part, corpus.column)
    case .narrow(let column): take(part, column)
    case .wide(let column): take(part, column)
    }
  }

  private func take<Column: TokenColumn>(_ part: DocumentPart, _ column: Column) -> [Found] {
    let matcher = WindowMatcher(windows, column)
    let chunks = part.chunks(workers.count * 4)
    return workers.map(chunks.count) { chunk in
      var scan = CensusScan<Column>(windows, runLength: runLength, maximumRecorded)
      for (number, range) in chunks[chunk] where isCounted[Int(number)] {
        let source = isAlone[Int(number)] ? nil : leaders[Int(number)]
        scan.scan(range, matcher, number: number, source: source)
      }
      return scan.sorted
    }
  }

  /// What one thread found.
  fileprivate struct Found: Sendable {
    /// The sources of one document that hold each class.
    var sources = Slab<UInt32>(uninitialized: 0)
    /// That a source of several documents holds a class: the source, then the class; some several times.
    var holders: [UInt64] = []
    var runs: [CommonRun] = []
    var covered: [(document: UInt32, tokens: Int)] = []
    var places: WindowPlaces.Record
  }

  /// What one thread counts of a class: side by side, for it is read and written at once.
  fileprivate struct Tally {
    /// The document that it was seen in last.
    var last = DraftWindows.none
    /// The sources of one document that hold it.
    var sources: UInt32 = 0
  }
}

/// One thread's pass over documents.
private struct CensusScan<Column: TokenColumn> {
  private let windows: DraftWindows
  private let drafts: TokenCorpus
  /// So many windows in a row make a run; more than there are where none is told.
  private let needed: Int
  private var found: CensusTaker.Found
  /// What is counted of each class.
  private let tallies: Slab<CensusTaker.Tally>
  /// The classes of the last windows in a row, by place modulo its size, a power of two.
  private let recentWindows: Slab<UInt32>
  /// The runs of the document in work that may go on: how far before the place in the document the place in
  /// the drafts is, and where each run ends.
  private var active: [(shift: Int, end: Int)] = []

  /// Of so many places of a window each is looked for among the known runs.
  private static var fewPlaces: Int { 4 }

  /// Of so many tokens one may lie in no window of the drafts, if the document is to be told as covered.
  private static var missingShare: Int { 5 }

  init(_ windows: DraftWindows, runLength: Int?, _ maximumRecorded: UInt8) {
    self.windows = windows
    drafts = windows.drafts
    needed = runLength.map { $0 - windows.length + 1 } ?? .max
    tallies = Slab(uninitialized: windows.count)
    for window in 0..<windows.count { tallies[window] = CensusTaker.Tally() }
    found = CensusTaker.Found(places: .init(classes: windows.count, limit: maximumRecorded))
    var size = 1
    while runLength != nil && size < needed { size *= 2 }
    recentWindows = Slab(zeroed: size)
  }

  /// What was found, with the runs in order: what is left to do for all of them together is little then. No more
  /// than that, for what all threads found is kept together.
  var sorted: CensusTaker.Found {
    var found = found
    found.runs.sort(by: CommonRun.precedes)
    found.sources = Slab(uninitialized: windows.count)
    for window in 0..<windows.count { found.sources[window] = tallies[window].sources }
    return found
  }

  /// Adds the document that lies in `range`.
  ///
  /// - Parameters:
  ///   - matcher: finds the windows. Not one of the scan's own: each document would copy it, and the threads
  ///     would wait for each other's counts of references.
  ///   - number: the document's.
  ///   - source: its source; nil if that has no other document.
  mutating func scan(
    _ range: Range<Int>, _ matcher: WindowMatcher<Column>, number: UInt32, source: UInt32?
  ) {
    let length = windows.length
    let isAlone = source == nil
    var previous = range.lowerBound - 2
    var streak = 0
    var covered = 0
    var coveredEnd = range.lowerBound
    active.removeAll(keepingCapacity: true)
    matcher.forEachMatch(in: range) { position, window in
      // Without branches where it cannot be foreseen what comes: they were half of the time.
      let tally = tallies[Int(window)]
      let isNew = tally.last != number
      tallies[Int(window)] = CensusTaker.Tally(
        last: number, sources: tally.sources &+ (isNew && isAlone ? 1 : 0))
      if let source, isNew { found.holders.append(UInt64(source) << 32 | UInt64(window)) }
      found.places.add(window, document: number, offset: position - range.lowerBound)
      covered += position + length - max(position, coveredEnd)
      coveredEnd = position + length
      streak = position &- previous == 1 ? streak &+ 1 : 1
      if length == 1, matcher.column.startsBlock(position) { streak = 1 }
      previous = position
      recentWindows[position & (recentWindows.count - 1)] = window
      if streak >= needed, !isInKnownRuns(window, at: position) {
        addRuns(from: position - needed + 1, range, matcher, number)
      }
    }
    if (range.count - covered) * Self.missingShare <= range.count, !range.isEmpty {
      found.covered.append((number, covered))
    }
  }

  /// The class of the window at `position`, which is one of the last in a row.
  @inline(__always)
  private func recent(at position: Int) -> UInt32 {
    recentWindows[position & (recentWindows.count - 1)]
  }

  /// Whether the last window, `window` at `position`, stands at few places of the drafts and goes on with a run that
  /// is known at each: then the last ones belong to no other. Most do.
  @inline(__always)
  private func isInKnownRuns(_ window: UInt32, at position: Int) -> Bool {
    let places = windows.places(of: window)
    guard places.count <= min(active.count, Self.fewPlaces) else { return false }
    let start = position - needed + 1
    return places.allSatisfy { index in
      let shift = position - windows.place(index)
      return active.contains { $0.shift == shift && $0.end > start }
    }
  }

  /// Adds the runs that go on over the last windows, which begin at `start`.
  private mutating func addRuns(
    from start: Int, _ range: Range<Int>, _ matcher: WindowMatcher<Column>, _ number: UInt32
  ) {
    var rarest = 0
    var fewest = windows.placeCount(of: recent(at: start))
    for offset in 1..<max(1, needed) {
      let count = windows.placeCount(of: recent(at: start + offset))
      if count < fewest {
        rarest = offset
        fewest = count
      }
    }
    if active.contains(where: { $0.end <= start }) { active.removeAll { $0.end <= start } }
    if fewest <= CensusTaker.maximumPlaces {
      let places = windows.places(of: recent(at: start + rarest))
      addRuns(of: places, at: rarest, from: start, range, matcher, number)
      return
    }
    // What is frequent in all drafts together need not be in each.
    for offset in 0..<needed {
      let places = windows.rarePlaces(of: recent(at: start + offset))
      addRuns(of: places, at: offset, from: start, range, matcher, number)
    }
  }

  /// Adds the runs whose window `offset` stands at one of `places` of the drafts, by their indices, where they
  /// are not known.
  private mutating func addRuns(
    of places: Range<Int>, at offset: Int, from start: Int, _ range: Range<Int>,
    _ matcher: WindowMatcher<Column>, _ number: UInt32
  ) {
    // Few are active, but where hundreds of drafts have one passage.
    let known = active.count > CensusTaker.maximumPlaces ? Set(active.map(\.shift)) : nil
    for index in places where windows.place(index) >= offset {
      let draft = windows.place(index) - offset
      let shift = start - draft
      let isKnown = known?.contains(shift) ?? active.contains { $0.shift == shift }
      if isKnown || !holds(draft, start) { continue }
      let run = extended(draft, start, range, matcher)
      active.append((shift, run.position + run.length))
      found.runs.append(
        CommonRun(
          draft: UInt32(run.draft), document: number,
          offset: UInt32(run.position - range.lowerBound), length: UInt32(run.length)))
    }
  }

  /// Whether the drafts have the last windows at `draft`, in one block.
  private func holds(_ draft: Int, _ start: Int) -> Bool {
    for offset in 0..<needed {
      guard windows.window(at: draft + offset) == recent(at: start + offset),
        offset == 0 || windows.length > 1 || !drafts.startsBlock(draft + offset)
      else { return false }
    }
    return true
  }

  private func extended(
    _ draft: Int, _ position: Int, _ range: Range<Int>, _ matcher: WindowMatcher<Column>
  ) -> (draft: Int, position: Int, length: Int) {
    let column = matcher.column
    var before = 0
    while position - before > range.lowerBound, !column.startsBlock(position - before),
      !drafts.startsBlock(draft - before),
      matcher.haveSame(draft - before - 1, position - before - 1)
    {
      before += 1
    }
    var end = needed + windows.length - 1
    while position + end < range.upperBound, !column.startsBlock(position + end),
      !drafts.startsBlock(draft + end), matcher.haveSame(draft + end, position + end)
    {
      end += 1
    }
    return (draft - before, position - before, before + end)
  }
}
