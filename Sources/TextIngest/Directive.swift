/// A comment of the markup that speaks to the program: `<!-- taohua off: a quotation -->`.
///
/// What it says is for others to understand; reading only finds it, since only the reader of a format
/// knows what a comment is and what is an example in a block of code.
package struct Directive: Hashable, Sendable {
  /// The bytes of the comment; empty, where it stood, if the text was extracted.
  package var range: Range<Int>
  /// What follows the program's name, without the white space around it.
  package var text: String

  /// Nil unless the first word of `comment`, what stands between its marks, is the program's name.
  package init?(comment: String, range: Range<Int>) {
    let words = comment.drop(while: \.isWhitespace)
    guard words.hasPrefix(Self.name) else { return nil }
    var rest = words.dropFirst(Self.name.count)
    guard rest.first?.isWhitespace ?? true else { return nil }
    rest = rest.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    self.range = range
    text = String(rest)
  }

  /// A comment that says `text` to the program.
  package static func comment(_ text: String) -> String { name + " " + text }

  /// The same comment in a text that has so many bytes before this one.
  func moved(by offset: Int) -> Directive {
    var moved = self
    moved.range = range.lowerBound + offset..<range.upperBound + offset
    return moved
  }

  private static let name = "taohua"
}
