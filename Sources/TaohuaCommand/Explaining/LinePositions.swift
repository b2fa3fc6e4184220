/// Lines and columns of rising byte offsets in one text.
struct LinePositions {
  private let content: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ content: [UInt8]) {
    self.content = content
    if content.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
  }

  /// The line and column, from 1, of the character at `target`, which is no less than the last
  /// one. A column counts code points.
  mutating func position(of target: Int) -> (line: Int, column: Int) {
    while offset < target {
      if content[offset] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if offset + 1 >= content.count || content[offset + 1] & 0xc0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }
}
