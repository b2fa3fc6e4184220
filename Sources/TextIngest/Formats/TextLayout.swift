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
    return lines.map { $0.features.contains(.continues) ? $0.start : nil }
  }
}
