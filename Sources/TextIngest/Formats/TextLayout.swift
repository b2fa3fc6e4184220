/// A text with its lines found and its markup told apart: what every format comes down to.
struct TextLayout {
  /// The lines that are not empty and not markup.
  var lines: [Line]
  /// Markup inside lines, in order, which holds no tokens.
  var hidden: [Range<Int>] = []
  /// Comments that speak to the program, in order.
  var directives: [Directive] = []
  /// Whether line breaks mean what the markup says, so that nothing needs repair.
  var isMarkup = false

  /// The layout of plain text.
  static func plainText(_ text: UTF8Text) -> TextLayout {
    TextLayout(lines: PageNumbers.removed(from: LineScanner.scan(text), text))
  }

  /// For each line where its own text begins if it goes on with the line before, else nil.
  func continuations(_ text: UTF8Text) -> [Int?] {
    guard isMarkup else { return LineRepair.continuations(lines, text) }
    return lines.indices.map { index in
      let line = lines[index]
      // The title of a part is known only after the markup was read.
      let isTitle = [line, lines[max(0, index - 1)]].contains {
        $0.features.contains(.standsAlone)
      }
      return line.features.contains(.continues) && !isTitle ? line.start : nil
    }
  }
}
