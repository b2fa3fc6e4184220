internal import PhraseMining

/// A comparison for the terminal: each passage as it stands on both sides, the differences marked.
package enum CompareSummary {
  /// Passages that are shown; the others are counted.
  private static let limit = 20

  /// - Parameters:
  ///   - report: what was compared.
  ///   - style: the look of the terminal.
  ///   - width: its columns.
  package static func render(
    _ report: CompareReport, style: TerminalStyle, width: Int
  ) -> [UInt8] {
    var lines = [style.bold(headline(report)), ""]
    for (index, passage) in report.passages.prefix(limit).enumerated() {
      lines += block(passage, number: index + 1, report, style, width) + [""]
    }
    if report.passages.count > limit {
      lines.append(
        "\(report.passages.count - limit) more passages are not shown; --format json has them all.")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func headline(_ report: CompareReport) -> String {
    let left = DisplayText.clean(report.left.id)
    let right = DisplayText.clean(report.right.id)
    if report.passages.isEmpty {
      return "\(left) (\(report.left.tokens) tokens) and \(right) (\(report.right.tokens) tokens) "
        + "share no passage."
    }
    let count = report.passages.count
    return
      "\(count) \(count == 1 ? "passage" : "passages"): \(share(report.left)) tokens of \(left) "
      + "stand in \(right), \(share(report.right)) of its tokens."
  }

  private static func share(_ document: ComparedDocument) -> String {
    "\(document.matchedTokens) of \(document.tokens)"
  }

  private static func block(
    _ passage: ComparedPassage, number: Int, _ report: CompareReport, _ style: TerminalStyle,
    _ width: Int
  ) -> [String] {
    let tokens = "\(passage.matched) tokens, \(passage.kind)"
    let similarity = passage.isExact ? "" : " \(Int((passage.similarity * 100).rounded())) %"
    let head =
      "\(number)  \(tokens)\(similarity)  lines \(passage.leftLine) and \(passage.rightLine)"
    let column = (width - 3) / 2
    let left = MarkedLines(
      report.left.content, passage.left, passage.leftOnly, columns: column, style)
    let right = MarkedLines(
      report.right.content, passage.right, passage.rightOnly, columns: column, style)
    let blank = String(repeating: " ", count: column)
    let rows = (0..<max(left.lines.count, right.lines.count)).map { row in
      (row < left.lines.count ? left.lines[row] : blank) + " │ "
        + (row < right.lines.count ? right.lines[row] : "")
    }
    return [style.dim(head)] + rows
  }
}

/// A span in lines of equal width, what is only there marked with brackets and colour.
private struct MarkedLines {
  private(set) var lines: [String] = []

  init(
    _ content: [UInt8], _ span: Range<Int>, _ only: [Range<Int>], columns: Int,
    _ style: TerminalStyle
  ) {
    var line = ""
    var used = 0
    func flush() {
      lines.append(line + String(repeating: " ", count: max(0, columns - used)))
      line = ""
      used = 0
    }
    for piece in Self.pieces(content, span, only) {
      let shown = piece.isOnly ? "[\(piece.text)]" : piece.text
      for character in shown {
        let width = DisplayText.width(of: String(character))
        if used + width > columns { flush() }
        if used == 0 && character == " " { continue }
        line += piece.isOnly ? style.marked(String(character), as: .borrowed) : String(character)
        used += width
      }
    }
    if used > 0 { flush() }
  }

  private static func pieces(
    _ content: [UInt8], _ span: Range<Int>, _ only: [Range<Int>]
  ) -> [(text: String, isOnly: Bool)] {
    func text(_ range: Range<Int>) -> String {
      DisplayText.cleanPart(String(decoding: content[range], as: UTF8.self))
    }
    var pieces: [(String, Bool)] = []
    var next = span.lowerBound
    for range in only {
      pieces.append((text(next..<max(next, range.lowerBound)), false))
      pieces.append((text(range), true))
      next = range.upperBound
    }
    pieces.append((text(min(next, span.upperBound)..<span.upperBound), false))
    return pieces.filter { !$0.0.isEmpty }
  }
}
