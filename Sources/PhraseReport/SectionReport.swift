/// A section of a document: its heading and what stands under it, smaller sections included.
package struct SectionReport: Hashable, Sendable {
  /// The heading.
  package var title: String
  /// 1 for the highest.
  package var level: Int
  package var byteRange: Range<Int>
  package var tokens: Int
  package var classes: ClassCounts

  package init(
    title: String, level: Int, byteRange: Range<Int>, tokens: Int, classes: ClassCounts
  ) {
    self.title = title
    self.level = level
    self.byteRange = byteRange
    self.tokens = tokens
    self.classes = classes
  }
}
