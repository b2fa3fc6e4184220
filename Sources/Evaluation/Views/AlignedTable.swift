internal import PhraseReport

/// Rows of cells, padded to columns: the first to the left, the others to the right.
struct AlignedTable {
  private var rows: [[String]]

  init(_ head: [String]) { rows = [head] }

  mutating func append(_ row: [String]) { rows.append(row) }

  /// The lines of the table, each ended, two spaces between columns.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { DisplayText.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        DisplayText.padded(cell, to: widths[column], alignsRight: column > 0)
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

/// Figures as the literature prints them.
enum Figure {
  /// `number` with four decimals, `0.9777`; `–` where there is none.
  static func text(_ number: Double?) -> String {
    guard let number else { return "–" }
    let scaled = Int((abs(number) * 10_000).rounded())
    let digits = String(scaled % 10_000)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return "\(number < 0 && scaled > 0 ? "-" : "")\(scaled / 10_000).\(zeros)\(digits)"
  }

  /// `1 sentence`, `2 sentences`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A part of a whole: `12/40`.
  static func text(_ part: Int, of whole: Int) -> String { "\(part)/\(whole)" }
}
