/// The end of a line that might go on with the next, in columns.
struct LineEnd {
  /// Index of the line.
  let line: Int
  /// Columns of the line, less a mark that hangs over the edge.
  let columns: Int
  /// Columns that the line would have had with the first word of the next.
  let reach: Int
  /// Columns of the next line, less a mark that hangs over the edge.
  let nextColumns: Int
  /// The line is not the end of a sentence.
  let isOpen: Bool
  /// The next line begins in a script without spaces between words.
  let isWide: Bool
  /// An empty line or a page break stands between.
  let isParted: Bool
}

/// The ends of lines that may have been broken at a width: no empty line follows, or a page break
/// does, and the next begins no block.
struct LineEnds {
  private(set) var all: [LineEnd] = []
  /// Whether paragraphs are set apart: most lines that end with a sentence stand before an empty
  /// line or an indent.
  private(set) var showsParagraphs = false
  /// Whether it is mostly an indent.
  private(set) var indentsParagraphs = false

  /// Lines broken at less are verse or lists; what is longer was not broken.
  static let widths = 16...260
  /// A long word leaves a line so short.
  private static let shortest = 8

  init(_ lines: [Line], _ text: UTF8Text) {
    // Text in which nearly each line is followed by an empty one says nothing by them.
    let apart = lines.count { $0.features.contains(.afterEmptyLine) }
    let isDoubleSpaced = apart * 10 > lines.count * 9
    let indices = lines.indices.dropFirst().filter { index in
      LineEnds.mayGoOn(lines[index - 1], lines[index], isDoubleSpaced)
    }
    // Most texts were not broken; they are left here.
    guard indices.count(where: { !lines[$0 - 1].endsSentence }) >= WrapEvidence.minimum else {
      return
    }
    for index in indices {
      let isSentenceOpen = !lines[index - 1].endsSentence
      if LineOpening.startsBlock(text, lines[index].range, inSentence: isSentenceOpen) { continue }
      let isParted =
        lines[index].features.contains(.afterPageBreak)
        || lines[index].features.contains(.afterEmptyLine) && !isDoubleSpaced
      add(index - 1, isParted: isParted, lines, text)
    }
    findParagraphs(lines)
  }

  private static func mayGoOn(_ line: Line, _ next: Line, _ isDoubleSpaced: Bool) -> Bool {
    // Both lines keep to one width, so the next is hardly longer.
    guard (shortest...widths.upperBound).contains(line.columns), next.columns <= line.columns + 40,
      next.indent <= line.indent, line.mayJoin, next.mayJoin
    else { return false }
    // An empty line after a sentence ends a paragraph, after half of one it is that of a page.
    return !next.features.contains(.afterEmptyLine) || isDoubleSpaced || !line.endsSentence
      || next.features.contains(.afterPageBreak)
  }

  private mutating func findParagraphs(_ lines: [Line]) {
    var ends = 0
    var empty = 0
    var indented = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.endsSentence {
      ends += 1
      if next.indent > line.indent {
        indented += 1
      } else if next.features.contains(.afterEmptyLine) {
        empty += 1
      }
    }
    showsParagraphs = (empty + indented) * 2 >= ends
    indentsParagraphs = indented * 2 >= ends
  }

  private mutating func add(
    _ index: Int, isParted: Bool, _ lines: [Line], _ text: UTF8Text
  ) {
    let line = lines[index]
    let next = lines[index + 1]
    let unit = FirstWord(next, text)
    let isSpaced = unit.isSpaced && !CharacterCounter.isWide(line.lastScalar)
    all.append(
      LineEnd(
        line: index, columns: line.columns - line.hangingColumns(text),
        reach: line.columns + unit.columns + (isSpaced ? 1 : 0),
        nextColumns: next.columns - next.hangingColumns(text),
        isOpen: !line.endsSentence, isWide: !unit.isSpaced, isParted: isParted))
  }

  mutating func remove(_ isDone: (LineEnd) -> Bool) {
    all.removeAll(where: isDone)
  }

  /// The four widths at which most open ends are full, a few apart from each other.
  func popularWidths(isLoose: Bool) -> [Int] {
    let limit = LineEnds.widths.upperBound + 48
    var votes = [Int](repeating: 0, count: limit + 2)
    for end in all where end.isOpen && !end.isParted {
      let slack = isLoose ? Wrap.slack(end, width: end.columns) : 0
      let low = min(max(end.columns, end.nextColumns) - slack, limit)
      let high = min(end.reach - 1 + slack, limit)
      guard low <= high else { continue }
      votes[max(low, 0)] += 1
      votes[high + 1] -= 1
    }
    for width in 1..<votes.count { votes[width] += votes[width - 1] }
    var widths: [Int] = []
    let ranked = LineEnds.widths.filter { votes[$0] >= WrapEvidence.minimum }
      .sorted { (votes[$0], $1) > (votes[$1], $0) }
    for width in ranked where widths.allSatisfy({ abs($0 - width) > 3 }) {
      widths.append(width)
      if widths.count == 4 { break }
    }
    return widths
  }
}

extension Line {
  /// Bytes of white space before the text.
  var indent: Int { start - lineStart }
}
