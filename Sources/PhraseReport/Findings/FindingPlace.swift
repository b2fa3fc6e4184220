/// Another place where what was found stands.
package struct FindingPlace: Hashable, Sendable {
  /// The id of the document, and its file.
  package var document: String
  package var path: String
  /// Bytes of the file.
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int

  package init(
    document: String, path: String, start: Int, end: Int, line: Int, column: Int
  ) {
    self.document = document
    self.path = path
    self.start = start
    self.end = end
    self.line = line
    self.column = column
  }
}
