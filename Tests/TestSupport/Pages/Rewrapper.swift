/// Breaks paragraphs into lines as a program with a fixed width does.
package struct Rewrapper {
  /// How paragraphs are told apart.
  package enum Layout: CaseIterable, Sendable {
    /// An empty line stands between them.
    case emptyLines
    /// The first line is indented.
    case indented
    /// Nothing but the shorter last line tells.
    case flush
  }

  /// In columns; a wide character takes two.
  package var width: Int
  package var layout: Layout

  package init(width: Int, layout: Layout) {
    self.width = width
    self.layout = layout
  }

  /// The lines of `paragraphs`, with the empty ones that the layout has.
  package func lines(_ paragraphs: [String]) -> [String] {
    paragraphs.enumerated().flatMap { index, paragraph in
      let indent = layout == .indented ? (Self.isWide(paragraph) ? "　　" : "    ") : ""
      let lines = wrap(indent + paragraph)
      return index > 0 && layout == .emptyLines ? [""] + lines : lines
    }
  }

  /// Fills lines greedily. No mark that closes begins a line and none that opens ends one; words of
  /// spaced text stay whole.
  private func wrap(_ paragraph: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in Self.pieces(paragraph) {
      let end = line + piece
      let kept = String(end.reversed().drop { $0 == " " }.reversed())
      if !line.isEmpty, Self.columns(kept) > width {
        lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
        line = piece
      } else {
        line = end
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static let closing: Set<Character> = Set("，。、；：！？”’）》」』】,.;:!?)ーっゃゅょッャュョ々")
  private static let opening: Set<Character> = Set("“‘（《「『【(")

  /// What may not be parted.
  private static func pieces(_ paragraph: String) -> [String] {
    var pieces: [String] = []
    for character in paragraph {
      let isWord = character.isASCII && character != " "
      let last = pieces.last?.last
      let sticks =
        closing.contains(character) || character == " "
        || last.map { opening.contains($0) || isWord && $0.isASCII && $0 != " " } ?? false
      if sticks, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  package static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  package static func isWide(_ text: String) -> Bool { text.unicodeScalars.contains(where: isWide) }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0xD7A3).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
  }
}
