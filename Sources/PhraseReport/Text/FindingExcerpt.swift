/// The line of a draft that a finding stands in, cut to the terminal, and the finding's part of it.
struct FindingExcerpt {
  /// The text before, in, and after the finding; nothing in them steers a terminal.
  let before: String
  let marked: String
  let after: String

  /// Cuts the line around `range` out of `content`, in at most `columns`.
  ///
  /// A finding that goes on in the next line ends with an ellipsis.
  init(content: [UInt8], range: Range<Int>, columns: Int) {
    let breaks: [UInt8] = [0x0A, 0x0D]
    let start = content[..<range.lowerBound].lastIndex(where: breaks.contains).map { $0 + 1 } ?? 0
    let end = content[range.lowerBound...].firstIndex(where: breaks.contains) ?? content.count
    func text(_ range: Range<Int>) -> String {
      DisplayText.cleanPart(String(decoding: content[range], as: UTF8.self))
    }
    let markedEnd = min(range.upperBound, end)
    let goesOn = range.upperBound > end
    marked = DisplayText.truncated(
      text(range.lowerBound..<markedEnd) + (goesOn ? "…" : ""), to: columns * 3 / 4)
    let rest = columns - DisplayText.width(of: marked)
    before = Self.end(
      of: String(text(start..<range.lowerBound).drop { $0 == " " }), columns: rest / 2)
    var tail = text(markedEnd..<end)
    if tail.last == " " { tail.removeLast() }
    after = DisplayText.truncated(tail, to: max(1, rest - DisplayText.width(of: before)))
  }

  /// The last `columns` of `text`, the first of them an ellipsis where something was cut.
  private static func end(of text: String, columns: Int) -> String {
    if DisplayText.width(of: text) <= columns { return text }
    var result = ""
    var used = 1
    for character in text.reversed() {
      used += DisplayText.width(of: String(character))
      if used > columns { break }
      result.append(character)
    }
    return "…" + String(result.reversed())
  }
}
