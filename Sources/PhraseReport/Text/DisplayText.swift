/// Text from documents as a terminal can show it: without anything that would steer the terminal,
/// and measured in columns.
package enum DisplayText {
  /// `text` on one line: white space runs become a space; control characters and the marks that
  /// turn the direction of text become U+FFFD.
  package static func clean(_ text: some StringProtocol) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isWhiteSpace(scalar) {
        pendingSpace = true
        continue
      }
      if pendingSpace && !result.isEmpty { result += " " }
      pendingSpace = false
      result.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// `text` with its lines: what would steer a terminal becomes U+FFFD.
  package static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar != "\n" && isUnsafe(scalar) ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// Whether `scalar` has the property White_Space; the standard library's look-up takes most of a list's
  /// time.
  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20: true
    case 0x21...0x7F, 0x2E80...0x2FFF, 0x3001...0xFFFF: false
    default: scalar.properties.isWhitespace
    }
  }

  /// A part of a line: the same, but white space at its ends becomes a space too, so that it does not run
  /// together with what stands beside it.
  package static func cleanPart(_ text: some StringProtocol) -> String {
    let inner = clean(text)
    if inner.isEmpty { return text.isEmpty ? "" : " " }
    let isSpace = (text.first!.isWhitespace, text.last!.isWhitespace)
    return (isSpace.0 ? " " : "") + inner + (isSpace.1 ? " " : "")
  }

  /// Columns that `text` takes: two for a wide East Asian character, none for a combining one.
  package static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// `text` cut to `columns`, the last of them an ellipsis where something was cut.
  package static func truncated(_ text: String, to columns: Int) -> String {
    if width(of: text) <= columns { return text }
    var result = ""
    var used = 1
    for character in text {
      used += width(of: String(character))
      if used > columns { break }
      result.append(character)
    }
    return result + "…"
  }

  /// `text` with spaces up to `columns`, after it or before it.
  package static func padded(_ text: String, to columns: Int, alignsRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(of: text)))
    return alignsRight ? space + text : text + space
  }

  /// `text` in lines of at most `columns`: broken at spaces, and between wide characters.
  package static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in breakablePieces(of: text) {
      if width(of: line) + width(of: trimmed(piece)) > columns && !line.isEmpty {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    return line.isEmpty ? lines : lines + [trimmed(line)]
  }

  /// Words with the space after them, and single wide characters with the mark that follows.
  private static func breakablePieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isOpen = false
    for character in text {
      let isWide = width(of: String(character)) == 2
      let isMark = character.isPunctuation && !openingMarks.contains(character)
      if isOpen || (isMark && pieces.last?.last != " " && !pieces.isEmpty) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      // A path or an address is not broken at its slashes and points.
      let isWord = !isWide && character != " " && (character.isASCII || !isMark)
      isOpen = isWord || openingMarks.contains(character)
    }
    return pieces
  }

  private static let openingMarks: Set<Character> = ["“", "‘", "（", "《", "(", "[", "「"]

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Controls, and what overrides the direction of text: a document must not rewrite the screen.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: isCombining(scalar) ? 0 : 1
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
