/// Puts the lines of pages together to paragraphs.
///
/// A line goes on with the next if it is full: the next's first word would not have fitted before the
/// edge of its column. It does not if the next is indented, of another size, further away than the lines
/// of a paragraph are, or begins as a list item does. Over the end of a page or a column it goes on only if no
/// sentence ends there.
struct PDFParagraphs {
  private let lines: [PDFLine]
  private var margins: PDFMargins
  /// The height of the lines that most of the text stands in.
  private let bodyHeight: Double
  /// The distance from line to line in paragraphs.
  private let pitch: Double

  /// Writes `lines` to `writer`: a block for each paragraph, in which lines go on with each other.
  static func write(_ lines: [PDFLine], to writer: inout BlockWriter) {
    var paragraphs = PDFParagraphs(lines)
    paragraphs.write(to: &writer)
  }

  private init(_ lines: [PDFLine]) {
    self.lines = lines
    margins = PDFMargins(lines)
    bodyHeight = PDFParagraphs.median(lines.map { ($0.height, $0.columns) })
    pitch = PDFParagraphs.median(
      zip(lines, lines.dropFirst()).compactMap { line, next in
        let distance = next.top - line.top
        let isBelow = line.page == next.page && distance > line.height * 0.5
        return isBelow && distance < line.height * 4 ? (distance, 1) : nil
      })
  }

  /// The value in the middle of `values`, each counted as often as its weight says.
  private static func median(_ values: [(value: Double, weight: Int)]) -> Double {
    let sorted = values.sorted { $0.value < $1.value }
    let half = sorted.reduce(0) { $0 + $1.weight } / 2
    var seen = 0
    for (value, weight) in sorted {
      seen += weight
      if seen > half { return value }
    }
    return 0
  }

  private mutating func write(to writer: inout BlockWriter) {
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, joins(end - 1, isContinuing: end - 1 > index) { end += 1 }
      write(index..<end, to: &writer)
      index = end
    }
    writer.endBlock()
  }

  private func write(_ range: Range<Int>, to writer: inout BlockWriter) {
    let style = style(range)
    writer.beginBlock(style)
    var text = lines[range.lowerBound].text
    for index in range {
      let next = index + 1 < range.upperBound ? lines[index + 1].text : ""
      if let (word, rest) = PDFParagraphs.hyphenated(text, next) {
        writer.append(word)
        text = rest
      } else {
        writer.append(text)
        text = next
      }
      if !text.isEmpty { separate(style, lines[index].text, text, &writer) }
    }
  }

  /// A heading is one line, as its markup would have it: titles are lines.
  private func separate(
    _ style: BlockStyle, _ line: String, _ next: String, _ writer: inout BlockWriter
  ) {
    guard style.features.contains(.isHeading) else { return writer.breakLine() }
    let isWide = [line.unicodeScalars.last, next.unicodeScalars.first].contains { scalar in
      scalar.map { CharacterCounter.isWide($0.value) } ?? false
    }
    if !isWide { writer.append(" ") }
  }

  private func style(_ range: Range<Int>) -> BlockStyle {
    let columns = range.reduce(0) { $0 + lines[$1].columns }
    let isHeading = lines[range.lowerBound].height > bodyHeight * 1.2 && columns <= 120
    return isHeading ? .heading(0) : BlockStyle()
  }

  /// A line that ends in the first half of a word, made whole, and what is left of the next.
  private static func hyphenated(_ line: String, _ next: String) -> (String, String)? {
    guard isHyphenated(line, next) else { return nil }
    let word = next.prefix { $0 != " " }
    return (String(line.dropLast() + word), String(next.dropFirst(word.count).drop { $0 == " " }))
  }

  private static func isHyphenated(_ line: String, _ next: String) -> Bool {
    guard let hyphen = line.last, "-\u{2010}\u{AD}".contains(hyphen), let first = next.first,
      first.isLowercase
    else { return false }
    return line.dropLast().last?.isLetter ?? false
  }
}

extension PDFParagraphs {
  /// Whether the line at `index` goes on with the one after it.
  ///
  /// - Parameter isContinuing: whether it goes on with the one before it.
  private mutating func joins(_ index: Int, isContinuing: Bool) -> Bool {
    let line = lines[index]
    let next = lines[index + 1]
    let sizes = (min(line.height, next.height), max(line.height, next.height))
    guard sizes.0 > sizes.1 * 0.75, !line.isContentsEntry, !next.startsBlock else { return false }
    let follows = isBelow(line, next)
    guard follows || isElsewhere(line, next) && !line.endsSentence else { return false }
    if PDFParagraphs.isHyphenated(line.text, next.text) { return true }
    guard isFull(line, next) else { return false }
    return !isIndented(next, after: line, isContinuing: isContinuing)
  }

  /// Whether `next` is the next line of the same column.
  private func isBelow(_ line: PDFLine, _ next: PDFLine) -> Bool {
    let distance = next.top - line.top
    // The next row of a table begins far to the left of a row's last cell.
    let isAligned = next.left > line.left - line.column * 12 && next.left < line.right
    return line.page == next.page && isAligned && distance > line.height * 0.4
      && distance <= max(pitch, line.height) * 1.3
  }

  /// Whether `next` is the first line of the next column or page.
  private func isElsewhere(_ line: PDFLine, _ next: PDFLine) -> Bool {
    if next.page > line.page { return true }
    return next.top < line.top && next.left > line.left + line.column * 10
  }

  /// Whether the first word of `next` would not have fitted on `line`; wide text gets room for marks
  /// that may not begin a line.
  private mutating func isFull(_ line: PDFLine, _ next: PDFLine) -> Bool {
    let edge = margins.column(of: line).right
    let grace = line.hasWideText ? 3.0 : 1.0
    return edge - line.right <= (Double(next.openingColumns) + grace) * line.column
  }

  private mutating func isIndented(
    _ next: PDFLine, after line: PDFLine, isContinuing: Bool
  ) -> Bool {
    let edge = margins.column(of: next).left
    guard next.left > edge + next.column * 1.5 else { return false }
    // Lines of a paragraph that is indented as a whole, or set in the middle.
    let isAligned = abs(next.left - line.left) < line.column
    if isAligned { return !isContinuing && line.endsSentence }
    let isCentered = abs(next.center - line.center) < line.column
    return !(isCentered && !line.endsSentence)
  }
}
