/// Finds where documents hold the most of passages of the drafts, about an anchor in each: a window that few
/// documents hold, so that few places are looked at.
package struct HolderSearch: Sendable {
  private let passages: [Range<Int>]
  private let windows: DraftWindows
  /// The passages of each anchor, by where it begins.
  private let passagesOf: [UInt32: [Int]]
  private let isCounted: @Sendable (Int, UInt32) -> Bool
  private let workers: Workers

  /// So many places are told of each passage, the first ones.
  package static let maximumPlaces = 16

  /// - Parameters:
  ///   - passages: tokens of the drafts, each in one block.
  ///   - anchors: where the anchor of each passage begins; what of it lies outside the passage is added to it.
  ///   - drafts: the drafts.
  ///   - length: tokens of an anchor.
  ///   - workers: the threads to use.
  ///   - isCounted: whether a document counts for a passage: by index of the passage, then the document.
  package init(
    _ passages: [Range<Int>], anchors: [Int], of drafts: TokenCorpus, length: Int, workers: Workers,
    isCounted: @escaping @Sendable (Int, UInt32) -> Bool
  ) {
    self.isCounted = isCounted
    self.workers = workers
    let whole = zip(passages, anchors).map { passage, anchor in
      min(passage.lowerBound, anchor)..<max(passage.upperBound, anchor + length)
    }
    self.passages = whole
    windows = DraftWindows(
      drafts, in: Set(anchors).sorted().map { $0..<$0 + length }, length: length,
      span: (whole.map(\.lowerBound).min() ?? 0)..<(whole.map(\.upperBound).max() ?? 0))
    passagesOf = Dictionary(grouping: passages.indices) { UInt32(anchors[$0]) }
  }

  /// For each passage the places that hold the longest part about its anchor that any holds, by document and
  /// place.
  ///
  /// - Parameters:
  ///   - parts: the documents.
  ///   - places: what a census of the same documents says of where they hold windows. If it says it of
  ///     all anchors, the documents are not read once more.
  package func holders(in parts: [DocumentPart], places: WindowPlaces? = nil) -> [[CommonRun]] {
    var best = [BestPlaces](repeating: BestPlaces(), count: passages.count)
    let known = places?.places(
      ofWindowsAt: (0..<windows.count).map { windows.firstPlace(of: $0) }, workers: workers)
    for part in parts {
      for found in known.map({ [search(part, $0)] }) ?? search(part) {
        for (passage, places) in found.enumerated() { best[passage].add(places) }
      }
    }
    return best.map {
      Array($0.runs.sorted(by: CommonRun.precedes).prefix(Self.maximumPlaces))
    }
  }

  /// Looks all documents of `part` through.
  private func search(_ part: DocumentPart) -> [[BestPlaces]] {
    switch part.tokens {
    case .corpus(let corpus): search(part, corpus.column)
    case .narrow(let column): search(part, column)
    case .wide(let column): search(part, column)
    }
  }

  private func search<Column: TokenColumn>(
    _ part: DocumentPart, _ column: Column
  ) -> [[BestPlaces]] {
    let matcher = WindowMatcher(windows, column)
    let chunks = part.chunks(workers.count * 4)
    return workers.map(chunks.count) { chunk in
      var best = [BestPlaces](repeating: BestPlaces(), count: passages.count)
      for (number, range) in chunks[chunk] {
        matcher.forEachMatch(in: range) { position, window in
          add(window, at: position, range, number, matcher, to: &best)
        }
      }
      return best
    }
  }

  /// Looks the documents of `part` up at `places` alone, which are all that there are.
  private func search(_ part: DocumentPart, _ places: [KnownPlace]) -> [BestPlaces] {
    switch part.tokens {
    case .corpus(let corpus): search(part, corpus.column, places)
    case .narrow(let column): search(part, column, places)
    case .wide(let column): search(part, column, places)
    }
  }

  private typealias KnownPlace = (index: Int, place: WindowPlaces.Place)

  private func search<Column: TokenColumn>(
    _ part: DocumentPart, _ column: Column, _ places: [KnownPlace]
  ) -> [BestPlaces] {
    let matcher = WindowMatcher(windows, column)
    var best = [BestPlaces](repeating: BestPlaces(), count: passages.count)
    for (window, place) in places {
      guard let range = part.range(ofDocument: Int(place.document)) else { continue }
      add(
        UInt32(window), at: range.lowerBound + Int(place.offset), range, place.document, matcher,
        to: &best)
    }
    return best
  }

  /// Adds what the document in `range` holds about the anchor `window` that stands at `position`.
  @inline(__always)
  private func add<Column: TokenColumn>(
    _ window: UInt32, at position: Int, _ range: Range<Int>, _ number: UInt32,
    _ matcher: WindowMatcher<Column>, to best: inout [BestPlaces]
  ) {
    // Text with a period would have as many runs as pairs of places.
    for index in windows.rarePlaces(of: window) {
      let place = windows.place(index)
      for passage in passagesOf[UInt32(place)]! where isCounted(passage, number) {
        best[passage].add(
          held(about: place, of: passages[passage], position, range, number, matcher))
      }
    }
  }

  /// The part of `passage` about the anchor at `place` that the document in `range` has about `position`.
  private func held<Column: TokenColumn>(
    about place: Int, of passage: Range<Int>, _ position: Int, _ range: Range<Int>,
    _ number: UInt32, _ matcher: WindowMatcher<Column>
  ) -> CommonRun {
    let column = matcher.column
    var before = 0
    while place - before > passage.lowerBound, position - before > range.lowerBound,
      !column.startsBlock(position - before),
      matcher.haveSame(place - before - 1, position - before - 1)
    {
      before += 1
    }
    var end = windows.length
    while place + end < passage.upperBound, position + end < range.upperBound,
      !column.startsBlock(position + end), matcher.haveSame(place + end, position + end)
    {
      end += 1
    }
    return CommonRun(
      draft: UInt32(place - before), document: number,
      offset: UInt32(position - before - range.lowerBound), length: UInt32(before + end))
  }

  /// The first places of the longest part of a passage.
  private struct BestPlaces: Sendable {
    private var length: UInt32 = 0
    private(set) var runs: [CommonRun] = []

    mutating func add(_ run: CommonRun) {
      if run.length < length || (run.length == length && runs.count == maximumPlaces) { return }
      if run.length > length {
        length = run.length
        runs = []
      }
      runs.append(run)
    }

    /// Adds what another found; those beyond the limit too, for they may come before.
    mutating func add(_ other: BestPlaces) {
      if other.length > length {
        self = other
      } else if other.length == length {
        runs += other.runs
      }
    }
  }
}
