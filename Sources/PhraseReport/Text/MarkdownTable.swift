/// A Markdown table that also reads well as plain text: columns padded by display width.
///
/// The last column is not padded; put the longest texts there.
struct MarkdownTable {
  struct Column {
    var title: String
    var alignsRight = false
  }

  var columns: [Column]
  var rows: [[String]] = []

  /// Two columns without titles of their own: names and values.
  static func facts(_ rows: [(String, String)]) -> MarkdownTable {
    MarkdownTable(
      columns: [Column(title: ""), Column(title: "")], rows: rows.map { [$0.0, $0.1] })
  }

  /// The lines of the table, each ended.
  var text: String {
    let widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map(DisplayText.width).max() ?? 0
    }
    let rule = columns.indices.map { column in
      let length = column == columns.count - 1 ? 3 : max(3, widths[column])
      let dashes = String(repeating: "-", count: length - (columns[column].alignsRight ? 1 : 0))
      return columns[column].alignsRight ? dashes + ":" : dashes
    }
    return line(columns.map(\.title), widths) + line(rule, widths)
      + rows.map { line($0, widths) }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      column == cells.count - 1
        ? cells[column]
        : DisplayText.padded(
          cells[column], to: max(3, widths[column]), alignsRight: columns[column].alignsRight)
    }
    return "| " + padded.joined(separator: " | ") + " |\n"
  }
}

/// Text from documents inside Markdown.
enum MarkdownText {
  /// What can start or end markup anywhere in a line.
  private static let special: Set<Character> = ["\\", "`", "*", "[", "]", "<", ">", "|", "~", "$"]

  /// `text` on one line, everything that Markdown or HTML would interpret escaped; what they would
  /// not stays readable.
  static func escaped(_ text: String) -> String {
    let characters = Array(DisplayText.clean(text))
    var result = ""
    for (index, character) in characters.enumerated() {
      if character == "&" {
        result += "&amp;"
        continue
      }
      if special.contains(character) || isSpecial(at: index, in: characters) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// `_` marks emphasis at the edge of a word only, and `#`, `-` and `+` a block at the start only.
  private static func isSpecial(at index: Int, in characters: [Character]) -> Bool {
    switch characters[index] {
    case "_":
      let isInside = index > 0 && index + 1 < characters.count
      return !isInside || !isWord(characters[index - 1]) || !isWord(characters[index + 1])
    case "#", "-", "+": return index == 0
    default: return false
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
