/// Text as queries compare it: case and width do not matter, white space and invisible characters
/// are left out.
struct FoldedText: Hashable, Sendable {
  let text: String

  /// Folds `text`. O(n).
  init(_ text: some StringProtocol) {
    var folded = ""
    for scalar in text.unicodeScalars where !FoldedText.isLeftOut(scalar) {
      let narrow = FoldedText.narrow(scalar)
      // Both small sigmas are one letter.
      folded += narrow == "ς" ? "σ" : narrow.properties.lowercaseMapping
    }
    self.text = folded
  }

  func contains(_ other: FoldedText) -> Bool { text.contains(other.text) }

  /// `text` with its letters and marks in their usual width.
  static func narrowed(_ text: String) -> String {
    var narrowed = ""
    for scalar in text.unicodeScalars { narrowed.unicodeScalars.append(narrow(scalar)) }
    return narrowed
  }

  /// `text` without white space and invisible characters.
  static func visible(_ text: String) -> String {
    var visible = ""
    visible.unicodeScalars += text.unicodeScalars.lazy.filter { !isLeftOut($0) }
    return visible
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// The usual form of a full-width letter or mark, or of half-width kana.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFF61...0xFF9F: kana[Int(scalar.value - 0xFF61)]
    case 0xFFE0...0xFFE6: signs[Int(scalar.value - 0xFFE0)]
    default: scalar
    }
  }

  /// U+FF61 to U+FF9F; the last two combine with the kana before them.
  private static let kana = Array(
    ("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
      + "ハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}").unicodeScalars)

  /// U+FFE0 to U+FFE6.
  private static let signs = Array("¢£¬¯¦¥₩".unicodeScalars)
}
