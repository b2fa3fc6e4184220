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

  /// What the text says of itself in front matter, by ``MetadataKey``.
  var metadata: [String: String] = [:]
  /// What the text holds and is no prose, counted.
  var omissions: [TextSource.Omission] = []

  /// The layout of `text`, whose lines are told apart by `structure`.
  static func make(_ text: UTF8Text, _ structure: LineStructure) -> TextLayout {
    switch structure {
    case .plainText: plainText(text)
    case .markdown: markdown(text)
    case .marked(let marks): marked(text, marks)
    }
  }

  private static func plainText(_ text: UTF8Text) -> TextLayout {
    var lines = LineScanner.scan(text)
    let matter = FrontMatter(text)
    if let matter { lines.removeAll { $0.lineStart < matter.end } }
    let pages = PageFurniture(lines, text)
    var layout = TextLayout(lines: pages.lines)
    layout.metadata = matter?.fields ?? [:]
    for (name, count) in [
      ("page numbers", pages.pageNumbers), ("running heads", pages.runningHeads),
    ]
    where count > 0 {
      layout.omissions.append(TextSource.Omission(name: name, count: count))
    }
    return layout
  }

  private static func marked(_ text: UTF8Text, _ marks: [LineMark]) -> TextLayout {
    var lines = LineScanner.scan(text)
    var mark = 0
    for index in lines.indices {
      while mark < marks.count, marks[mark].start < lines[index].lineStart { mark += 1 }
      guard mark < marks.count, marks[mark].start == lines[index].lineStart else { continue }
      lines[index].features.formUnion(marks[mark].style.features)
      lines[index].headingLevel = marks[mark].style.headingLevel
    }
    return TextLayout(lines: lines, isMarkup: true)
  }

  /// The text of `range` without markup.
  func visibleText(_ range: Range<Int>, _ text: UTF8Text) -> String {
    var visible = ""
    var start = range.lowerBound
    for hidden in hidden where hidden.upperBound > start && hidden.lowerBound < range.upperBound {
      if hidden.lowerBound > start { visible += text.string(start..<hidden.lowerBound) }
      start = min(max(start, hidden.upperBound), range.upperBound)
    }
    return visible + text.string(start..<range.upperBound)
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
