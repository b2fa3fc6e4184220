/// A section of a document: a heading, and what stands under it up to the next heading of its level or a
/// higher one. Sections nest.
package struct DocumentSection: Hashable, Sendable {
  /// The heading as it stands in the text, its numbering included.
  package var title: String
  /// 1 for the highest.
  package var level: Int
  /// In the file: from the first byte of the heading.
  package var byteRange: Range<Int>

  package init(title: String, level: Int, byteRange: Range<Int>) {
    self.title = title
    self.level = level
    self.byteRange = byteRange
  }
}
