/// A passage of a draft that stands earlier in it.
package struct RepeatReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  package var text: String
  /// Where it begins to stand first: byte offset and line.
  package var firstStart: Int
  package var firstLine: Int
  /// Its tokens, folded.
  package var tokens: [String]

  package init(
    start: Int, end: Int, line: Int, column: Int, text: String, firstStart: Int, firstLine: Int,
    tokens: [String]
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.text = text
    self.firstStart = firstStart
    self.firstLine = firstLine
    self.tokens = tokens
  }
}
