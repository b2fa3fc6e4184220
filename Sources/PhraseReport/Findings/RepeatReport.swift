/// A passage of a draft that stands earlier in it.
package struct RepeatReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  package var text: String
  /// Where it stands first, or its beginning does: bytes, line and column.
  package var first: Range<Int>
  package var firstLine: Int
  package var firstColumn: Int
  /// Its tokens, folded.
  package var tokens: [String]

  package init(
    start: Int, end: Int, line: Int, column: Int, text: String, first: Range<Int>, firstLine: Int,
    firstColumn: Int,
    tokens: [String]
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.text = text
    self.first = first
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.tokens = tokens
  }
}
