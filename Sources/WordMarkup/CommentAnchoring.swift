internal import PhraseReport
internal import TextIngest

/// Where in the XML comments begin and end.
///
/// A comment stands at its text: between runs, which are parted for it where need be. Text that lies deep
/// in something (a content control, a text box, a note) has its comment at the whole of that, as Word does
/// not take comments everywhere. One that goes from one cell of a table into another ends with the first.
struct CommentAnchoring {
  /// A comment with its number and place.
  struct Placed {
    var comment: DraftComment
    var number: Int
    var start: Point
    var end: Point
  }

  /// A place where a comment can begin or end.
  enum Point: Hashable {
    /// Where a run can be parted.
    case inRun(RunGap)
    /// Before or behind runs and what holds them.
    case outside(offset: Int)
  }

  private(set) var placed: [Placed] = []
  private let source: WordSource

  init(_ source: WordSource, _ comments: [DraftComment]) {
    self.source = source
    for comment in comments {
      let number = source.comments.firstNumber + placed.count
      guard let (start, end) = points(of: comment.range) else { continue }
      placed.append(Placed(comment: comment, number: number, start: start, end: end))
    }
  }

  /// What stands where comments begin (`begin`) and end at one place: the ends first.
  func markers(begin: [Int], end: [Int]) -> String {
    let names = source.names
    let ends = end.map { number in
      names.element("commentRangeEnd", "w:id=\"\(number)\"")
        + names.element(
          "r", "", WordNames.plain.element("commentReference", "w:id=\"\(number)\""))
    }
    let begins = begin.map { names.element("commentRangeStart", "w:id=\"\($0)\"") }
    return (ends + begins).joined()
  }

  /// Puts in what stands outside of runs.
  func write(to edits: inout XMLEdits) {
    for comment in placed {
      if case .outside(let offset) = comment.end {
        edits.insert(markers(begin: [], end: [comment.number]), at: offset)
      }
    }
    for comment in placed {
      if case .outside(let offset) = comment.start {
        edits.insert(markers(begin: [comment.number], end: []), at: offset)
      }
    }
  }

  /// Where a comment on the bytes `range` of the text begins and ends; nil where nothing can hold it.
  private func points(of range: Range<Int>) -> (Point, Point)? {
    let map = source.map
    let first = map.stretches.firstIndex(endingAfter: range.lowerBound)
    let within = map.stretches[first...].prefix { $0.text.lowerBound < range.upperBound }
    var spots = within.compactMap { spot(of: $0, in: range) }
    if let inRuns = Optional(spots.filter(\.isInRun)), !inRuns.isEmpty { spots = inRuns }
    if spots.isEmpty, let near = nearest(to: first) { spots = [near] }
    guard let cell = spots.first?.cell else { return nil }
    spots.removeAll { $0.cell != cell }
    guard let start = spots.min(by: { offset(of: $0.start) < offset(of: $1.start) })?.start,
      let end = spots.max(by: { offset(of: $0.end) < offset(of: $1.end) })?.end
    else { return nil }
    return (start, end)
  }

  /// A stretch of text as a comment can hold it.
  private struct Spot {
    var start: Point
    var end: Point
    var cell: Int
    /// Whether it is in the main text itself.
    var isInRun: Bool
  }

  private func spot(of stretch: WordMap.Stretch, in range: Range<Int>) -> Spot? {
    guard let index = stretch.anchor else { return nil }
    let anchor = source.map.anchors[index]
    guard let element = stretch.element else {
      return Spot(
        start: .outside(offset: anchor.range.lowerBound),
        end: .outside(offset: anchor.range.upperBound), cell: anchor.cell, isInRun: false)
    }
    let run = source.map.runs[source.map.texts[element].run]
    guard run.startTag.lowerBound == anchor.range.lowerBound else {
      return Spot(
        start: .outside(offset: anchor.range.lowerBound),
        end: .outside(offset: anchor.range.upperBound), cell: anchor.cell, isInRun: true)
    }
    let bytes = stretch.bytes(of: range)
    return Spot(
      start: point(source.gap(element, at: bytes.lowerBound)),
      end: point(source.gap(element, at: bytes.upperBound)), cell: anchor.cell, isInRun: true)
  }

  /// The edges of runs are outside of them.
  private func point(_ gap: RunGap) -> Point {
    switch gap {
    case .start, .end: .outside(offset: source.offset(of: gap))
    case .between, .inside: .inRun(gap)
    }
  }

  private func offset(of point: Point) -> Int {
    switch point {
    case .inRun(let gap): source.offset(of: gap)
    case .outside(let offset): offset
    }
  }

  /// The stretch that a comment can stand at, before `index` or else behind it.
  private func nearest(to index: Int) -> Spot? {
    let stretches = source.map.stretches
    let whole = 0..<Int.max
    return stretches[..<index].reversed().lazy.compactMap { spot(of: $0, in: whole) }.first
      ?? stretches[index...].lazy.compactMap { spot(of: $0, in: whole) }.first
  }
}

extension WordMap.Stretch {
  /// The bytes of the part that give what of it lies in `range` of the text. A reference is one thing.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard bytes.count == text.count else { return bytes }
    let part = range.clamped(to: text)
    let offset = bytes.lowerBound - text.lowerBound
    return part.lowerBound + offset..<part.upperBound + offset
  }
}

extension [WordMap.Stretch] {
  /// The index of the first one that ends behind `offset` of the text.
  func firstIndex(endingAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].text.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
