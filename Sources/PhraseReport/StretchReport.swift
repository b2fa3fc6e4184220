/// A run of tokens of one block that was not found elsewhere.
package struct StretchReport: Hashable, Sendable {
  /// So many of a document are kept, the longest ones: nobody reads more.
  package static let limit = 100

  package var start: Int
  package var end: Int
  package var tokens: Int

  package init(start: Int, end: Int, tokens: Int) {
    self.start = start
    self.end = end
    self.tokens = tokens
  }
}
