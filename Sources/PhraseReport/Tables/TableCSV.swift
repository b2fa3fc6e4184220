/// A table as CSV for spreadsheets and statistics: RFC 4180, UTF-8 with a byte order mark, by which Excel
/// knows it.
package enum TableCSV {
  /// Writes `table` to `sink` in pieces of about half a megabyte.
  /// - Throws: what `sink` throws.
  package static func write(
    _ table: ReportTable, to sink: ([UInt8]) throws -> Void
  ) throws {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    CSVText.append(row: table.columns.map(\.name), to: &bytes)
    try table.forEachRow { cells in
      CSVText.append(row: cells.map(\.csvText), to: &bytes)
      if bytes.count < pieceSize { return }
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try sink(bytes)
  }

  private static let pieceSize = 1 << 19
}

extension TableCell {
  /// Numbers read back as they are; nothing is an empty field.
  fileprivate var csvText: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): number.description
    case .empty: ""
    }
  }
}
