internal import PhraseReport
internal import TextIngest

/// Gives stretches of text their looks: parts runs where a look or a comment begins or ends, and adds the
/// properties of the look to those that the run has.
struct RunMarkup {
  /// A stretch of a run with one look.
  private struct Segment {
    var look: MarkLook
    /// Which mark it is of.
    var mark: Int
    /// Its text elements, and its bytes in them.
    var first: (text: Int, offset: Int)
    var last: (text: Int, offset: Int)
  }

  /// The comments that begin and end at a place.
  private struct Markers {
    var begin: [Int] = []
    var end: [Int] = []
  }

  private let source: WordSource
  private let anchoring: CommentAnchoring
  private var segments: [Int: [Segment]] = [:]
  private var markers: [RunGap: Markers] = [:]
  /// The places inside of each run where a comment begins or ends.
  private var markedGaps: [Int: [RunGap]] = [:]

  init(_ source: WordSource, _ anchoring: CommentAnchoring) {
    self.source = source
    self.anchoring = anchoring
    for comment in anchoring.placed {
      if case .inRun(let gap) = comment.end {
        markers[gap, default: Markers()].end.append(comment.number)
      }
      if case .inRun(let gap) = comment.start {
        markers[gap, default: Markers()].begin.append(comment.number)
      }
    }
    for gap in markers.keys { markedGaps[gap.run, default: []].append(gap) }
  }

  /// Takes in `marks`, which rise.
  mutating func add(_ marks: [DraftMark]) {
    let stretches = source.map.stretches
    for (number, mark) in marks.enumerated() {
      var index = stretches.firstIndex(endingAfter: mark.range.lowerBound)
      while index < stretches.count, stretches[index].text.lowerBound < mark.range.upperBound {
        if let element = stretches[index].element {
          add(stretches[index].bytes(of: mark.range), of: element, mark.look, number)
        }
        index += 1
      }
    }
  }

  private mutating func add(_ bytes: Range<Int>, of text: Int, _ look: MarkLook, _ number: Int) {
    let run = source.map.texts[text].run
    var own = segments[run, default: []]
    if let last = own.indices.last, own[last].mark == number {
      own[last].last = (text, bytes.upperBound)
    } else {
      own.append(
        Segment(
          look: look, mark: number, first: (text, bytes.lowerBound),
          last: (text, bytes.upperBound)))
    }
    segments[run] = own
  }

  /// Puts the changes of all runs into `edits`.
  func write(to edits: inout XMLEdits) {
    for run in Set(segments.keys).union(markedGaps.keys).sorted() { write(run, to: &edits) }
  }

  private func write(_ run: Int, to edits: inout XMLEdits) {
    let looks = (segments[run] ?? []).map { segment in
      (
        look: segment.look, start: source.gap(segment.first.text, at: segment.first.offset),
        end: source.gap(segment.last.text, at: segment.last.offset)
      )
    }
    let gaps = Set(looks.flatMap { [$0.start, $0.end] } + (markedGaps[run] ?? []))
      .subtracting([.start(run: run), .end(run: run)])
      .sorted { source.offset(of: $0) < source.offset(of: $1) }
    let bounds = [.start(run: run)] + gaps + [.end(run: run)]
    var next = 0
    let pieces = zip(bounds, bounds.dropFirst()).map { start, end -> MarkLook? in
      let offset = source.offset(of: start)
      while next < looks.count, source.offset(of: looks[next].end) <= offset { next += 1 }
      guard next < looks.count, source.offset(of: looks[next].start) <= offset else { return nil }
      return looks[next].look
    }
    let names = RunProperties(source, run)
    if let look = pieces[0] { names.write(look, to: &edits) }
    for (gap, look) in zip(gaps, pieces.dropFirst()) {
      part(run, at: gap, names.bytes(with: look), &edits)
    }
    keepSpaces(in: gaps, &edits)
  }
}

// MARK: Parting

extension RunMarkup {
  /// Ends the run at `gap` and begins one like it with other properties.
  private func part(
    _ run: Int, at gap: RunGap, _ properties: [UInt8], _ edits: inout XMLEdits
  ) {
    let content = source.main.content
    let tag = source.map.runs[run].startTag
    let own = markers[gap] ?? Markers()
    var bytes = closing(tag.lowerBound)
    bytes += anchoring.markers(begin: own.begin, end: own.end).utf8
    bytes += content[tag] + properties
    if case .inside(_, let text, let offset) = gap {
      bytes = reopened(text, at: offset, between: bytes, keepsSpaces: true)
    }
    edits.insert(bytes, at: source.offset(of: gap))
  }

  /// The end tag of the element that begins at `start`.
  private func closing(_ start: Int) -> [UInt8] {
    Array("</".utf8) + source.main.elementName(at: start) + Array(">".utf8)
  }

  /// What ends the text element `index` at `offset`, `inner`, and what begins one like it.
  private func reopened(
    _ index: Int, at offset: Int, between inner: [UInt8], keepsSpaces: Bool
  ) -> [UInt8] {
    let text = source.map.texts[index]
    let isVerbatim = source.isVerbatim(index, at: offset)
    var bytes = Array((isVerbatim ? "]]>" : "").utf8)
    bytes += closing(text.startTag.lowerBound) + inner
    if keepsSpaces {
      bytes += source.tagKeepingSpaces(index)
    } else {
      bytes += source.main.content[text.startTag]
    }
    return bytes + Array((isVerbatim ? "<![CDATA[" : "").utf8)
  }

  /// White space beside a cut counts from now on; that at the ends of the whole must not.
  private func keepSpaces(in gaps: [RunGap], _ edits: inout XMLEdits) {
    let parted = Set(
      gaps.compactMap { gap -> Int? in
        if case .inside(_, let text, _) = gap { text } else { nil }
      })
    for index in parted.sorted() where source.map.texts[index].space != "preserve" {
      let text = source.map.texts[index]
      if text.space == nil, text.content.lowerBound == text.startTag.upperBound {
        edits.insert(" xml:space=\"preserve\"", at: text.startTag.upperBound - 1)
      } else {
        let offset = text.content.lowerBound
        edits.insert(reopened(index, at: offset, between: [], keepsSpaces: true), at: offset)
      }
      if text.content.upperBound < text.endTag.lowerBound {
        let offset = text.content.upperBound
        edits.insert(reopened(index, at: offset, between: [], keepsSpaces: false), at: offset)
      }
    }
  }
}

extension WordSource {
  /// Whether `offset` of the text element `index` lies in a CDATA section.
  fileprivate func isVerbatim(_ index: Int, at offset: Int) -> Bool {
    let opening = Array("<![CDATA[".utf8)
    let closing = Array("]]>".utf8)
    var isVerbatim = false
    var place = map.texts[index].startTag.upperBound
    while place < offset {
      let rest = main.content[place..<offset]
      if rest.starts(with: isVerbatim ? closing : opening) {
        place += isVerbatim ? closing.count : opening.count
        isVerbatim.toggle()
      } else {
        place += 1
      }
    }
    return isVerbatim
  }

  /// The start tag of a text element like `index` that keeps its white space.
  fileprivate func tagKeepingSpaces(_ index: Int) -> [UInt8] {
    let text = map.texts[index]
    let tag = main.content[text.startTag]
    if text.space == "preserve" { return Array(tag) }
    let space = Array(" xml:space=\"preserve\">".utf8)
    if text.space == nil { return tag.dropLast() + space }
    return Array("<".utf8) + main.elementName(at: text.startTag.lowerBound) + space
  }
}
