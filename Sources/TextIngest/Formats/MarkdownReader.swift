/// Finds the blocks of a Markdown text (CommonMark 0.31 and tables) and hides its markup.
///
/// Front matter, fenced code, comments and link definitions are no prose: they have no lines. What
/// follows a comment on its last line is text.
struct MarkdownReader {
  private let text: UTF8Text
  private var layout = TextLayout(lines: [], isMarkup: true)
  /// The fence that closes the code block in work.
  private var fence: (scalar: UInt32, count: Int)?
  /// Where the text begins after the front matter.
  private var frontMatterEnd = 0
  /// Where the last comment that began a line ends.
  private var commentEnd = 0
  /// Whether the next line may go on with the paragraph of the last.
  private var isParagraphOpen = false
  /// The lines of the block in work whose inline markup is not read yet.
  private var blockStart = 0

  init(_ text: UTF8Text) { self.text = text }

  mutating func read() -> TextLayout {
    if let matter = FrontMatter(text) {
      layout.metadata = matter.fields
      frontMatterEnd = matter.end
    }
    for line in LineScanner.scan(text) where line.lineStart >= frontMatterEnd {
      if line.features.contains(.afterEmptyLine) { isParagraphOpen = false }
      if let line = skipComments(line), !skip(line) { addBlock(line) }
    }
    finishBlock()
    layout.hidden.sort { $0.lowerBound < $1.lowerBound }
    layout.directives.sort { $0.range.lowerBound < $1.range.lowerBound }
    return layout
  }
}

// MARK: Blocks

extension MarkdownReader {
  /// Whether `line` is no prose.
  private mutating func skip(_ line: Line) -> Bool {
    if let open = fence {
      let run = run(at: line.start, line.end)
      let isClosing = run.scalar == open.scalar && run.count >= open.count && run.end == line.end
      if isClosing { fence = nil }
      return true
    }
    return openFence(line) || isDefinition(line)
  }

  /// The line after the comments that it begins with; nil where nothing is left of it.
  private mutating func skipComments(_ line: Line) -> Line? {
    if fence != nil { return line }
    var line = line
    while true {
      line.start = skippingBlanks(min(max(line.start, commentEnd), line.end), line.end)
      if line.start == line.end { return nil }
      guard hasPrefix("<!--", line.range) else { return line }
      readComment(at: line.start)
      isParagraphOpen = false
    }
  }

  /// A comment that nothing closes goes on to the end of the text.
  private mutating func readComment(at start: Int) {
    var end = start + 4
    while end < text.count, !hasPrefix("-->", end..<text.count) { end += 1 }
    commentEnd = min(end + 3, text.count)
    if let directive = Directive(
      comment: text.string(start + 4..<max(start + 4, min(end, text.count))),
      range: start..<commentEnd)
    {
      layout.directives.append(directive)
    }
  }

  private mutating func openFence(_ line: Line) -> Bool {
    let run = run(at: line.start, line.end)
    guard run.scalar == 0x60 || run.scalar == 0x7E, run.count >= 3 else { return false }
    fence = (run.scalar, run.count)
    isParagraphOpen = false
    return true
  }

  /// `[label]: target`
  private func isDefinition(_ line: Line) -> Bool {
    guard !isParagraphOpen, text.base[line.start] == 0x5B else { return false }
    return contains("]: ", line.range) && !contains("](", line.range)
  }

  private mutating func addBlock(_ line: Line) {
    let content = contentStart(line)
    let isUnderline = content.isContinuation && isParagraphOpen && isSetextUnderline(line)
    if isUnderline {
      for index in blockStart..<layout.lines.count {
        layout.lines[index].features.insert(.isHeading)
        layout.lines[index].headingLevel = text.base[line.start] == 0x3D ? 1 : 2
      }
      isParagraphOpen = false
    } else if line.features.contains(.isRule), !isTableRow(line), content.isContinuation {
      isParagraphOpen = false
    } else if isTableRow(line) {
      addCells(line)
    } else if content.headingLevel > 0 {
      addHeading(line, from: content.start, level: content.headingLevel)
    } else {
      addText(line, from: content.start, continues: content.isContinuation && isParagraphOpen)
    }
  }

  private mutating func addHeading(_ line: Line, from start: Int, level: Int) {
    var line = line
    line.headingLevel = UInt8(level)
    var end = line.end
    while end > start, text.base[end - 1] == 0x23 { end -= 1 }
    while end > start, text.base[end - 1] == 0x20 { end -= 1 }
    append(line, start..<end, .isHeading)
    isParagraphOpen = false
  }

  private mutating func addText(_ line: Line, from start: Int, continues: Bool) {
    append(line, start..<line.end, continues ? .continues : [])
    isParagraphOpen = true
  }

  /// Each cell of a table is a block of its own; the row of dashes is none.
  private mutating func addCells(_ line: Line) {
    isParagraphOpen = false
    if line.features.contains(.isRule) { return }
    var start = line.start
    var isEscaped = false
    for offset in line.range {
      if text.base[offset] == 0x7C, !isEscaped {
        append(line, start..<offset, .standsAlone)
        start = offset + 1
      }
      isEscaped = text.base[offset] == 0x5C && !isEscaped
    }
    append(line, start..<line.end, .standsAlone)
  }

  private mutating func append(_ line: Line, _ range: Range<Int>, _ features: LineFeatures) {
    if !features.contains(.continues) { finishBlock() }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(text.base[start]) { start += 1 }
    while end > start, isBlank(text.base[end - 1]) { end -= 1 }
    guard start < end else { return }
    var line = line
    line.start = start
    line.end = end
    line.features.insert(features)
    line.features.remove(.isRule)
    layout.lines.append(line)
  }

  private mutating func finishBlock() {
    let ranges = layout.lines[blockStart...].map(\.range)
    if !ranges.isEmpty {
      let inlines = MarkdownInlines.read(text, ranges)
      layout.hidden += inlines.hidden
      layout.directives += inlines.directives
    }
    blockStart = layout.lines.count
  }
}

// MARK: Line openings

extension MarkdownReader {
  private struct Content {
    var start: Int
    /// 0 for no heading.
    var headingLevel = 0
    /// No list item, quote or heading begins here.
    var isContinuation = true
  }

  /// Where the text of `line` begins after the marks of quotes, list items and headings.
  private func contentStart(_ line: Line) -> Content {
    var content = Content(start: line.start)
    while let next = afterMarker(content.start, line.end) {
      let isQuote = text.base[content.start] == 0x3E
      // A quote goes on line by line with a mark at each.
      if !(isQuote && isParagraphOpen) { content.isContinuation = false }
      content.start = next
    }
    let run = run(at: content.start, line.end)
    if run.scalar == 0x23, run.count <= 6, run.end == line.end || isBlank(text.base[run.end]) {
      content.headingLevel = run.count
      content.isContinuation = false
      content.start = skippingBlanks(run.end, line.end)
    }
    return content
  }

  /// The offset after the mark of a quote or list item at `start`.
  private func afterMarker(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    switch text.base[start] {
    case 0x3E: return skippingBlanks(start + 1, end)
    case 0x2D, 0x2B, 0x2A: return afterListMark(start + 1, end)
    case 0x30...0x39:
      var offset = start
      while offset < end, offset < start + 9, text.base[offset] &- 0x30 < 10 { offset += 1 }
      let isMark = offset < end && (text.base[offset] == 0x2E || text.base[offset] == 0x29)
      return isMark ? afterListMark(offset + 1, end) : nil
    default: return nil
    }
  }

  /// The offset after the blank behind a list mark, and after the box of a task.
  private func afterListMark(_ offset: Int, _ end: Int) -> Int? {
    guard offset < end, isBlank(text.base[offset]) else { return nil }
    let start = skippingBlanks(offset, end)
    for box in ["[ ] ", "[x] ", "[X] "] where hasPrefix(box, start..<end) { return start + 4 }
    return start
  }

  private func isSetextUnderline(_ line: Line) -> Bool {
    let run = run(at: line.start, line.end)
    return run.end == line.end && (run.scalar == 0x3D || run.scalar == 0x2D)
  }

  private func isTableRow(_ line: Line) -> Bool {
    text.base[line.start] == 0x7C && line.characters > 1
  }

  private func run(at start: Int, _ end: Int) -> (scalar: UInt32, count: Int, end: Int) {
    guard start < end else { return (0, 0, start) }
    var offset = start
    while offset < end, text.base[offset] == text.base[start] { offset += 1 }
    return (UInt32(text.base[start]), offset - start, offset)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func skippingBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, isBlank(text.base[offset]) { offset += 1 }
    return offset
  }

  private func hasPrefix(_ prefix: StaticString, _ range: Range<Int>) -> Bool {
    let count = prefix.utf8CodeUnitCount
    return range.count >= count
      && (0..<count).allSatisfy { text.base[range.lowerBound + $0] == prefix.utf8Start[$0] }
  }

  private func hasPrefix(_ prefix: String, _ range: Range<Int>) -> Bool {
    UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count)
      .starts(with: prefix.utf8)
  }

  private func contains(_ needle: StaticString, _ range: Range<Int>) -> Bool {
    range.contains { hasPrefix(needle, $0..<range.upperBound) }
  }
}
