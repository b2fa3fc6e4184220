/// What a document holds that no reader sees: traces of a word processor, or tricks to keep a copy from
/// being found. The tokens are the same with them and without.
package struct TextFlags: Hashable, Sendable {
  /// Zero-width characters: spaces, joiners, marks, tags.
  package var zeroWidth = 0
  /// Controls of the writing direction, in a text without any letter that is written from right to left.
  package var directional = 0
  /// Words that mix letters of Latin, Greek and Cyrillic that look alike.
  package var lookAlikes = 0
  /// Offset of the first of these words, if there is one.
  package var firstLookAlike = 0

  package init() {}

  /// With their names, those that there are.
  package var named: [(name: String, count: Int)] {
    [
      ("zero-width", zeroWidth), ("bidi-control", directional), ("look-alike", lookAlikes),
    ].filter { $0.1 > 0 }
  }
}
