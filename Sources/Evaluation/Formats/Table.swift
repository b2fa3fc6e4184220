/// A file of tab-separated values with a line of names first.
package struct Table: Sendable {
  /// A line of the table.
  package struct Row: Sendable {
    /// The line in the file, from 1.
    package let line: Int
    fileprivate let cells: [String]
    fileprivate let columns: [String: Int]

    /// The cell in `column`.
    ///
    /// - Throws: `FormatError` where the table or the line has none.
    package func text(_ column: String) throws(FormatError) -> String {
      guard let cell = optional(column) else {
        throw FormatError(.line(line), expected: "a column '\(column)'")
      }
      return cell
    }

    /// The cell in `column`; nil where the table or the line has none.
    package func optional(_ column: String) -> String? {
      guard let index = columns[column], index < cells.count else { return nil }
      return cells[index]
    }

    /// The number in `column`, 0 or more.
    ///
    /// - Throws: `FormatError` where there is something else.
    package func number(_ column: String) throws(FormatError) -> Int {
      let cell = try text(column)
      guard let number = Int(cell), number >= 0, number < 1 << 40 else {
        throw FormatError(.line(line), expected: "a number in column '\(column)'", found: cell)
      }
      return number
    }

    /// The span that starts at the number in `offset` and has the length of `length`.
    ///
    /// - Throws: `FormatError` where one is no number.
    package func span(_ offset: String, _ length: String) throws(FormatError) -> Range<Int> {
      let start = try number(offset)
      return start..<start + (try number(length))
    }
  }

  /// The names of the columns.
  package let columns: [String]
  /// The lines after the names, without empty ones and comments.
  package let rows: [Row]

  /// Reads `bytes`: UTF-8, lines ended by LF or CRLF, no quoting.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - isSheet: whether it may have been saved by a spreadsheet program: lines that start with `#`
  ///     are comments, and cells may stand in quotation marks.
  package init(_ bytes: [UInt8], isSheet: Bool = false) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var names: [String: Int]?
    var columns: [String] = []
    var rows: [Row] = []
    let lines = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || (isSheet && Table.isComment(line)) { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        Table.text($0, isQuotable: isSheet)
      }
      if let names {
        rows.append(Row(line: index + 1, cells: cells, columns: names))
      } else {
        columns = cells
        names = Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
      }
    }
    self.columns = columns
    self.rows = rows
  }

  /// Checks that all of `names` are columns.
  ///
  /// - Throws: `FormatError` that names the first that is missing.
  package func require(_ names: [String]) throws(FormatError) {
    for name in names where !columns.contains(name) {
      throw FormatError(
        .line(1), expected: "a column '\(name)'", found: columns.joined(separator: " "))
    }
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "#") || line.starts(with: "\"#".utf8)
  }

  /// A spreadsheet program puts cells with quotation marks into such, and doubles those inside.
  private static func text(_ cell: ArraySlice<UInt8>, isQuotable: Bool) -> String {
    let mark = UInt8(ascii: "\"")
    guard isQuotable, cell.count > 1, cell.first == mark, cell.last == mark else {
      return String(decoding: cell, as: UTF8.self)
    }
    var text: [UInt8] = []
    var isDoubled = false
    for byte in cell.dropFirst().dropLast() {
      isDoubled = byte == mark && !isDoubled
      if !isDoubled { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
