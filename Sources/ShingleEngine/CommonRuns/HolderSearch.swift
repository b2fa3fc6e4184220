/// Finds where documents hold the most of passages of the drafts.
package struct HolderSearch: Sendable {
  private let passages: [Range<Int>]
  private let windows: DraftWindows
  /// For each position of the drafts the passage that it is in, + 1.
  private let passageOf: [UInt32]
  private let isCounted: @Sendable (Int, UInt32) -> Bool
  private let workers: Workers

  /// So many places are told of each passage, the first ones.
  package static let maximumPlaces = 16

  /// - Parameters:
  ///   - passages: tokens of the drafts, each in one block, without overlap.
  ///   - drafts: the drafts.
  ///   - length: tokens of the shortest part of a passage that counts.
  ///   - workers: the threads to use.
  ///   - isCounted: whether a document counts for a passage: by index of the passage, then the document.
  package init(
    _ passages: [Range<Int>], of drafts: TokenCorpus, length: Int, workers: Workers,
    isCounted: @escaping @Sendable (Int, UInt32) -> Bool
  ) {
    self.passages = passages
    self.isCounted = isCounted
    self.workers = workers
    windows = DraftWindows(drafts, in: passages, length: length)
    var passageOf = [UInt32](repeating: 0, count: drafts.tokens.count)
    for (index, passage) in passages.enumerated() {
      for position in passage { passageOf[position] = UInt32(index + 1) }
    }
    self.passageOf = passageOf
  }

  /// For each passage the places that hold the longest part of it that any holds, by document and place.
  package func holders(in parts: [DocumentPart]) -> [[CommonRun]] {
    var best = [BestPlaces](repeating: BestPlaces(), count: passages.count)
    for part in parts {
      for found in search(part) {
        for (passage, places) in found.enumerated() { best[passage].add(places) }
      }
    }
    return best.map {
      Array($0.runs.sorted(by: CommonRun.precedes).prefix(Self.maximumPlaces))
    }
  }

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
          // Text with a period would have as many runs as pairs of places.
          for place in windows.rarePlaces(of: window) {
            let passage = Int(passageOf[Int(place)]) - 1
            guard
              let length = length(
                from: Int(place), passages[passage], position, range, matcher),
              isCounted(passage, number)
            else { continue }
            best[passage].add(
              CommonRun(
                draft: place, document: number, offset: UInt32(position - range.lowerBound),
                length: UInt32(length)))
          }
        }
      }
      return best
    }
  }

  /// The tokens that the passage from `place` on and the document from `position` on have in common; nil
  /// where they have those before in common too.
  private func length<Column: TokenColumn>(
    from place: Int, _ passage: Range<Int>, _ position: Int, _ range: Range<Int>,
    _ matcher: WindowMatcher<Column>
  ) -> Int? {
    let column = matcher.column
    if place > passage.lowerBound, position > range.lowerBound, !column.startsBlock(position),
      matcher.haveSame(place - 1, position - 1)
    {
      return nil
    }
    var length = windows.length
    while place + length < passage.upperBound, position + length < range.upperBound,
      !column.startsBlock(position + length),
      matcher.haveSame(place + length, position + length)
    {
      length += 1
    }
    return length
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
