/// What is said of a stretch of a draft, in the margin.
package struct DraftComment: Hashable, Sendable {
  package var range: Range<Int>
  /// What it is.
  package var title: String
  /// The counts, the sources, what to do: a paragraph each.
  package var lines: [String]

  package init(range: Range<Int>, title: String, lines: [String]) {
    self.range = range
    self.title = title
    self.lines = lines
  }
}
