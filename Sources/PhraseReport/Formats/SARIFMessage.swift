/// Text inside messages of SARIF, where braces are placeholders and `[text](1)` is a link.
enum SARIFMessage {
  /// `text` on one line, nothing in it a placeholder or a link.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in DisplayText.clean(text) {
      switch character {
      case "{": result += "{{"
      case "}": result += "}}"
      case "(" where result.last == "]": result += " ("
      default: result.append(character)
      }
    }
    return result
  }

  /// A link to the location with the number `id`.
  static func link(_ text: String, to id: Int) -> String {
    let text = escaped(text).reduce(into: "") { result, character in
      if "\\[]".contains(character) { result.append("\\") }
      result.append(character)
    }
    return "[\(text)](\(id))"
  }
}
