/// Tables for spreadsheets: RFC 4180, UTF-8.
enum CSVText {
  /// Rows of cells, each ended by CR LF.
  static func table(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// `text` in quotation marks where it must be; never a formula: what a spreadsheet would compute
  /// is text from a document that nobody has vouched for.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { formulaStarts.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: quoted.contains) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Spreadsheets set for East Asia take the wide signs for the narrow ones.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static let quoted: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
}
