/// A line that is not empty, and what line repair, splitting and titles need to know of it.
struct Line: Sendable {
  /// Offset of the line's first byte, white space before the text included.
  var lineStart: Int
  /// The text without the white space around it.
  var start: Int
  var end: Int
  /// Characters of the text that are no white space.
  var characters = 0
  /// Columns from the start of the line, wide characters as two.
  var columns = 0
  /// The last character of the text, closing marks and symbols passed over.
  var lastScalar: UInt32 = 0
  var features: LineFeatures = []
  /// The level of a heading by markup, from 1; 0 where the markup tells none.
  var headingLevel: UInt8 = 0

  var range: Range<Int> { start..<end }
  /// Whether white space stands before the text.
  var isIndented: Bool { start > lineStart }
}

/// Facts about a line's characters.
struct LineFeatures: OptionSet, Sendable {
  let rawValue: UInt16
  /// One or more empty lines stand before it.
  static let afterEmptyLine = LineFeatures(rawValue: 1 << 0)
  /// Han or kana characters.
  static let hasHan = LineFeatures(rawValue: 1 << 1)
  /// A sentence ends before the last character.
  static let hasInnerSentenceEnd = LineFeatures(rawValue: 1 << 2)
  /// A quotation mark or bracket is opened and not closed.
  static let hasUnclosedMark = LineFeatures(rawValue: 1 << 3)
  /// A tab, three spaces or a vertical bar in the text: a row of a table or of a contents list.
  static let hasGap = LineFeatures(rawValue: 1 << 4)
  /// Only rules and dashes: no text.
  static let isRule = LineFeatures(rawValue: 1 << 5)
  /// The last character is a closing quotation mark or bracket.
  static let endsInClosingMark = LineFeatures(rawValue: 1 << 6)
  /// A heading by markup.
  static let isHeading = LineFeatures(rawValue: 1 << 7)
  /// Goes on with the paragraph of the line before by markup.
  static let continues = LineFeatures(rawValue: 1 << 8)
  /// Stands alone by markup: never joined.
  static let standsAlone = LineFeatures(rawValue: 1 << 9)
  /// A form feed, page number or running head stands before it.
  static let afterPageBreak = LineFeatures(rawValue: 1 << 10)
}
