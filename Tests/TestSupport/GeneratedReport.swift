/// A report that was made for a test: it is known which of its text is formula and which was copied.
package struct GeneratedReport: Hashable, Sendable {
  /// A stretch of one sort.
  package struct Piece: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case original
      /// Index of the phrase or passage of the ``ReportGenerator``.
      case phrase(Int)
      case passage(Int)
    }

    package var kind: Kind
    /// Characters, or words of spaced text: its tokens.
    package var units: [String]

    package init(_ kind: Kind, _ units: [String]) {
      self.kind = kind
      self.units = units
    }
  }

  package var isSpaced: Bool
  package var paragraphs: [[Piece]]

  package init(isSpaced: Bool, paragraphs: [[Piece]]) {
    self.isSpaced = isSpaced
    self.paragraphs = paragraphs
  }

  /// What stands between two units.
  package var separator: String { isSpaced ? " " : "" }

  /// A paragraph a line, a full stop at the end of each.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The paragraphs as text.
  package var lines: [String] {
    paragraphs.map { paragraph in
      paragraph.flatMap(\.units).joined(separator: separator) + (isSpaced ? "." : "。")
    }
  }

  /// The text with lines broken after so many units, as a program that wraps hard does.
  package func wrapped(units width: Int) -> String {
    paragraphs.map { paragraph in
      let units = paragraph.flatMap(\.units)
      let rows = stride(from: 0, to: units.count, by: width).map {
        units[$0..<min($0 + width, units.count)].joined(separator: separator)
      }
      return rows.joined(separator: "\n") + (isSpaced ? ".\n\n" : "。\n\n")
    }.joined()
  }
}
