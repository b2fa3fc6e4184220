internal import PhraseReport

/// Places of a phrase in context, one a line, aligned on the phrase.
struct Concordance {
  /// A place: where it is, and the text around it.
  struct Line {
    /// `path:line:column`.
    var place: String
    var before: String
    var phrase: String
    var after: String
  }

  /// Columns of text on either side of the phrase.
  private static let context = 24

  private var lines: [Line] = []

  /// Adds the place with the bytes `range` of `content`.
  mutating func add(
    _ id: String, _ range: Range<Int>, of content: [UInt8], line: Int, column: Int
  ) {
    lines.append(
      Line(
        place: "\(id):\(line):\(column)",
        before: Concordance.tail(of: content[..<range.lowerBound]),
        phrase: Concordance.flat(content[range]),
        after: Concordance.head(of: content[range.upperBound...])))
  }

  /// The lines, each ended by a line feed.
  var text: String {
    let width = lines.reduce(0) { max($0, DisplayText.width(of: $1.place)) }
    return lines.map { line in
      let place = DisplayText.padded(line.place, to: width)
      let gap = Concordance.context - DisplayText.width(of: line.before)
      let indent = String(repeating: " ", count: max(0, gap))
      return "  \(place)  \(indent)\(line.before) [\(line.phrase)] \(line.after)\n"
    }.joined()
  }

  /// The last columns of the text that ends with `bytes`.
  private static func tail(of bytes: ArraySlice<UInt8>) -> String {
    // Four bytes a column are enough for any text; the cut may fall into a character.
    let text = flat(whole(bytes.suffix(context * 4)))
    var kept = ""
    var width = 0
    for character in text.reversed() {
      width += DisplayText.width(of: String(character))
      if width > context { break }
      kept = String(character) + kept
    }
    return kept
  }

  /// The first columns of the text that starts with `bytes`.
  private static func head(of bytes: ArraySlice<UInt8>) -> String {
    let text = flat(whole(bytes.prefix(context * 4)))
    var kept = ""
    var width = 0
    for character in text {
      width += DisplayText.width(of: String(character))
      if width > context { break }
      kept.append(character)
    }
    return kept
  }

  /// `bytes` without the parts of characters at its ends.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 & 0xc0 == 0x80 }
    var end = rest.endIndex
    while end > rest.startIndex, rest[end - 1] & 0xc0 == 0x80 { end -= 1 }
    guard end > rest.startIndex else { return rest }
    let lead = rest[end - 1]
    let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    if end - 1 + length != rest.endIndex { rest = rest[..<(end - 1)] }
    return rest
  }

  /// The text on one line, without what would steer the terminal.
  private static func flat(_ bytes: ArraySlice<UInt8>) -> String {
    DisplayText.clean(String(decoding: bytes, as: UTF8.self))
  }
}
