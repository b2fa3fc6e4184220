/// What stands between a token and the one before it: punctuation, white space, a line break.
///
/// Tokens carry no punctuation, so phrases match across it; but phrases have natural edges, and
/// the punctuation tells where they are.
package struct Separator: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The end of a sentence: 。！？… and their Latin counterparts followed by white space.
  package static let sentenceEnd = Separator(rawValue: 1 << 0)
  /// A mark inside a sentence: ，、；： and their Latin counterparts, dashes, slashes.
  package static let clauseMark = Separator(rawValue: 1 << 1)
  /// An opening quotation mark or bracket: “ ‘ （ 「 『 【 [ (.
  package static let openingMark = Separator(rawValue: 1 << 2)
  /// A closing quotation mark or bracket.
  package static let closingMark = Separator(rawValue: 1 << 3)
  /// An opening book-title mark: 《 〈.
  package static let openingTitle = Separator(rawValue: 1 << 4)
  /// A closing book-title mark: 》 〉.
  package static let closingTitle = Separator(rawValue: 1 << 5)
  /// White space, or any other character that is no token.
  package static let space = Separator(rawValue: 1 << 6)
  /// The token is the first of its block.
  package static let blockStart = Separator(rawValue: 1 << 7)
}
