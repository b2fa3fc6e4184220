/// What was left over in a draft.
package struct ResidueReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  package var text: String
  package var reason: ResidueReason
  /// How many of its like there are, where one stands for all; else 1.
  package var count: Int
  /// The id of the document that it comes from.
  package var source: String?

  package init(
    start: Int, end: Int, line: Int, column: Int, text: String, reason: ResidueReason,
    count: Int = 1, source: String?
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.text = text
    self.reason = reason
    self.count = count
    self.source = source
  }
}

/// Why something is taken for residue.
package enum ResidueReason: String, CaseIterable, Sendable {
  /// A place in a copied passage that the rest of the document does not name.
  case placeOfSource = "place-of-source"
  /// The year of the source in a copied passage.
  case yearOfSource = "year-of-source"
  /// A figure in a copied passage that the rest of the document does not have.
  case numberOfSource = "number-of-source"
  /// A blank that was not filled in.
  case blank
  /// The first of many signs in a document that masks throughout.
  case blanks
  /// A name in a document that masks its like.
  case notMasked = "not-masked"
  /// Another name for the document's own place.
  case otherName = "other-name"
  /// A quotation mark that nothing closes.
  case unclosedMark = "unclosed-mark"
  /// Characters that stand before and after a break.
  case doubled

  /// Whether somebody must act before the report goes out.
  package var isGrave: Bool {
    switch self {
    case .placeOfSource, .otherName: true
    case .yearOfSource, .numberOfSource, .blank, .blanks, .notMasked, .unclosedMark, .doubled: false
    }
  }
}

/// Prescribed wording that is not quoted right.
package struct MisquoteReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  /// The right text.
  package var phrase: String
  package var similarity: Float

  package init(
    start: Int, end: Int, line: Int, column: Int, phrase: String, similarity: Float
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.phrase = phrase
    self.similarity = similarity
  }
}
