/// The catalogue as an allow list: wording that an office means to repeat.
package enum PhrasesAllowList {
  /// TOML, one table `[[allow]]` for each family.
  package static func render(_ catalogue: PhraseCatalogue) -> String {
    let entries = catalogue.families.map { family in
      """

      [[allow]]
      id = "\(family.id)"
      phrase = \(QuotedText.quoted(family.canonical))
      reason = "learned from \(CountedNoun.of(family.documents, "document"))"

      """
    }
    return comment(catalogue) + entries.joined()
  }

  /// The first lines: what this was learned from, and what it leaves out.
  private static func comment(_ catalogue: PhraseCatalogue) -> String {
    CommentLines.text(catalogue, purpose: "An allow list")
  }
}

/// The comment that an export begins with; TOML and YAML have the same.
enum CommentLines {
  /// What the export is, what was asked for, and what is missing, each line ended.
  static func text(_ catalogue: PhraseCatalogue, purpose: String) -> String {
    let lines = [
      "\(purpose), made by \(Tool.name) phrases.", catalogue.sentence, catalogue.leftOutSentence,
    ]
    return lines.compactMap(\.self).map { "# \($0)\n" }.joined()
  }
}

/// Text in double quotation marks, as TOML and YAML both read it.
enum QuotedText {
  /// Escapes what either of them, or a terminal that shows the file, would not take for text.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where mustBeEscaped(scalar): result += "\\u" + fourDigits(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Controls, line and paragraph separators, marks of direction, and what YAML calls unprintable.
  static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
