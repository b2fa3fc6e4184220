/// The catalogue as a rule of the prose linter Vale: each phrase is a suggestion.
package enum PhrasesVale {
  /// What stands for a slot: digits and numerals of either width, with their separators.
  private static let slot = "[0-9０-９〇一二三四五六七八九十百千万.,%％]+"

  /// YAML of the extension point `existence`.
  ///
  /// The patterns are alternatives, tried in order, so that a phrase stands before those that it
  /// begins with.
  package static func render(_ catalogue: PhraseCatalogue) -> String {
    let patterns = catalogue.families.map { pattern(of: $0.template) }
    let ordered = patterns.enumerated()
      .sorted { ($1.element.utf8.count, $0.offset) < ($0.element.utf8.count, $1.offset) }
    let tokens = ordered.map { "  - \(scalar($0.element))\n" }.joined()
    return CommentLines.text(catalogue, purpose: "A rule for Vale") + """
      extends: existence
      message: "'%s' is a stock phrase."
      level: suggestion
      nonword: true
      tokens:\(tokens.isEmpty ? " []\n" : "\n" + tokens)
      """
  }

  /// The canonical text of `template` as a regular expression.
  ///
  /// A template leaves white space beside slots out where its script has none; texts may have some.
  static func pattern(of template: String) -> String {
    let pieces = canonical(TemplatePiece.pieces(of: template))
    var result = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .slot:
        result += (result.isEmpty || result.hasSuffix(blank) ? "" : "\\s*") + slot
      case .text(let text):
        let text = escaped(text)
        let followsSlot = index > 0 && pieces[index - 1] == .slot
        result += (followsSlot && !text.hasPrefix(blank) ? "\\s*" : "") + text
      case .choices: break
      }
    }
    return result
  }

  /// `pieces` without choices: the first of each is the canonical one; the others together would
  /// make phrases that nobody wrote.
  private static func canonical(_ pieces: [TemplatePiece]) -> [TemplatePiece] {
    pieces.flatMap { piece in
      if case .choices(let choices) = piece { choices.first ?? [] } else { [piece] }
    }
  }

  private static let blank = "\\s+"

  /// `text` as a pattern that matches it alone; white space of any length matches white space.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isBlank = false
    for scalar in text.unicodeScalars {
      let wasBlank = isBlank
      isBlank = scalar.properties.isWhitespace
      if isBlank {
        result += wasBlank ? "" : blank
      } else {
        if special.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let special = Set("\\.+*?()|[]{}^$#".unicodeScalars)

  /// `pattern` as a YAML string: between single quotation marks, where nothing is escaped but
  /// themselves, unless that cannot hold it.
  private static func scalar(_ pattern: String) -> String {
    if pattern.unicodeScalars.contains(where: QuotedText.mustBeEscaped) {
      return QuotedText.quoted(pattern)
    }
    return "'"
      + pattern.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
