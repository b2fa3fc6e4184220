/// Tables for spreadsheets: RFC 4180, UTF-8.
enum CSVText {
  /// Rows of cells, each ended by CR LF.
  static func table(_ rows: [[String]]) -> String {
    var bytes: [UInt8] = []
    for row in rows { append(row: row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a row of `cells`, ended by CR LF. O(n).
  static func append(row cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  /// Appends `text`, in quotation marks where it must be; never a formula: what a spreadsheet would
  /// compute is text from a document that nobody has vouched for.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let isFormula = text.unicodeScalars.first.map { formulaStarts.contains($0) } ?? false
    let isQuoted = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == quotationMark || byte == 0x0D || byte == 0x0A
    }
    if isQuoted { bytes.append(quotationMark) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    if isQuoted {
      for byte in text.utf8 {
        if byte == quotationMark { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(quotationMark)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  private static let quotationMark = UInt8(ascii: "\"")

  /// Spreadsheets set for East Asia take the wide signs for the narrow ones.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
