/// A part of a family's template: `会议{还|仍}通过了{slot}项` is text, choices, text, slot, text.
enum TemplatePiece: Hashable {
  case text(String)
  case slot
  /// The wordings of an alternation, that of the canonical text first; one may be empty.
  case choices([[TemplatePiece]])

  private typealias Scalars = Substring.UnicodeScalarView

  /// The parts of `template`, in order. Braces that are neither are text. O(n).
  static func pieces(of template: String) -> [TemplatePiece] {
    pieces(of: Substring(template).unicodeScalars)
  }

  private static func pieces(of template: Scalars) -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var text = String.UnicodeScalarView()
    var rest = template
    while let first = rest.first {
      guard first == "{", let (piece, end) = piece(at: rest) else {
        text.append(first)
        rest.removeFirst()
        continue
      }
      if !text.isEmpty { pieces.append(.text(String(text))) }
      text.removeAll()
      pieces.append(piece)
      rest = rest[end...]
    }
    return text.isEmpty ? pieces : pieces + [.text(String(text))]
  }

  /// The slot or the choices that `text` begins with, and where they end.
  private static func piece(at text: Scalars) -> (TemplatePiece, Scalars.Index)? {
    if let end = endOfSlot(text) { return (.slot, end) }
    var rest = text.dropFirst()
    var choices = [rest.startIndex..<rest.startIndex]
    while let first = rest.first {
      if first == "}" {
        guard choices.count > 1 else { return nil }
        return (.choices(choices.map { pieces(of: text[$0]) }), rest.dropFirst().startIndex)
      }
      // Choices hold slots, and no other braces.
      let end = first == "{" ? endOfSlot(rest) : rest.dropFirst().startIndex
      guard let end else { return nil }
      if first == "|" {
        choices.append(end..<end)
      } else {
        choices[choices.count - 1] = choices[choices.count - 1].lowerBound..<end
      }
      rest = rest[end...]
    }
    return nil
  }

  private static func endOfSlot(_ text: Scalars) -> Scalars.Index? {
    let slot = "{slot}".unicodeScalars
    return text.starts(with: slot) ? text.dropFirst(slot.count).startIndex : nil
  }
}
