/// The lines of a text, as places count them: LF, CRLF and CR end one.
struct TextLines {
  private let content: [UInt8]
  /// Where each line begins.
  private var starts = [0]

  /// - Parameter content: UTF-8.
  init(_ content: [UInt8]) {
    self.content = content
    for (index, byte) in content.enumerated() {
      let isReturn =
        byte == 0x0D && !(index + 1 < content.count && content[index + 1] == 0x0A)
      if byte == 0x0A || isReturn { starts.append(index + 1) }
    }
    // What ends with an end of line has no line after it.
    if starts.last == content.count { starts.removeLast() }
  }

  var count: Int { starts.count }

  /// The bytes of line `line`, from 1, with its end; nil if there is none.
  func bytes(of line: Int) -> Range<Int>? {
    guard (1...max(1, count)).contains(line), line <= count else { return nil }
    return starts[line - 1]..<(line < count ? starts[line] : content.count)
  }

  /// Where code point `column`, from 1, of the line with these bytes begins; the line's end if it is shorter.
  func offset(of column: Int, in bytes: Range<Int>) -> Int {
    let hasMark = bytes.lowerBound == 0 && content.starts(with: [0xEF, 0xBB, 0xBF])
    let first = bytes.lowerBound + (hasMark ? 3 : 0)
    let leads = (first..<bytes.upperBound).lazy.filter { content[$0] & 0xC0 != 0x80 }
    return leads.dropFirst(column - 1).first ?? bytes.upperBound
  }
}
