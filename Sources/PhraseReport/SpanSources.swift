/// Where a span of a draft stands too that is no finding of its own: shared text.
package struct SpanSources: Sendable {
  /// The index of the draft, and the bytes of the span.
  package var document: Int
  package var range: Range<Int>
  /// The ids of all documents that have most of it, the best first.
  package var sources: [String]
  /// Where it stands in the best of them.
  package var places: [FindingPlace]
  /// The same places compared with the draft: for the draft page alone.
  package var closest: [ClosePlace] = []

  package init(document: Int, range: Range<Int>, sources: [String], places: [FindingPlace]) {
    self.document = document
    self.range = range
    self.sources = sources
    self.places = places
  }
}
