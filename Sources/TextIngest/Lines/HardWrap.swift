/// Recognises text that a program or a typist broke at a fixed width.
struct HardWrap {
  /// The width in columns that lines were broken at.
  let width: Int

  /// Nil unless the file is clearly hard-wrapped: 99 % of the lines keep a width of 40 to 130
  /// columns, and at least 60 % of the line ends with no empty line after them (eight or more)
  /// stand where the next word would have gone over it.
  init?(_ lines: [Line], _ text: UTF8Text) {
    guard lines.count > 8, let width = HardWrap.commonWidth(lines) else { return nil }
    self.width = width
    var ends = 0
    var full = 0
    var open = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where !next.features.contains(.afterEmptyLine) {
      ends += 1
      guard isFull(line, next, text) else { continue }
      full += 1
      if !line.endsSentence { open += 1 }
    }
    guard ends >= 8, full * 10 >= ends * 6, open * 2 >= full else { return nil }
  }

  /// Whether the first word of `next` would not have fitted on `line`. Wide text gets two columns
  /// of grace, since a mark may not begin a line.
  func isFull(_ line: Line, _ next: Line, _ text: UTF8Text) -> Bool {
    let word = HardWrap.firstWordColumns(next, text, limit: width)
    let grace = next.features.contains(.hasHan) ? 3 : 1
    return line.columns + word + grace > width && line.columns <= width
  }

  private static func commonWidth(_ lines: [Line]) -> Int? {
    var histogram = [Int](repeating: 0, count: 132)
    for line in lines { histogram[min(line.columns, 131)] += 1 }
    var allowed = lines.count / 100
    var width = 131
    while width > 0, histogram[width] <= allowed {
      allowed -= histogram[width]
      width -= 1
    }
    return (40...130).contains(width) ? width : nil
  }

  private static func firstWordColumns(_ line: Line, _ text: UTF8Text, limit: Int) -> Int {
    var columns = 0
    var offset = line.start
    while offset < line.end, columns < limit {
      let (scalar, length) = text.decode(offset)
      if CharacterCounter.isWide(scalar) { return max(columns, 2) }
      if scalar == 0x20 || scalar == 0x09 { break }
      columns += 1
      offset += length
    }
    return columns
  }
}
