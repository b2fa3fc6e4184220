/// A table of a report: columns, what identifies a row, and the rows, which are made one by one.
///
/// CSV and SQL are renderings of it. A corpus has a million places: no rendering may hold all rows.
package struct ReportTable: Sendable {
  package struct Column: Hashable, Sendable {
    package var name: String
    package var type: TableColumnType
  }

  /// Columns that name a row of another table, by its key.
  package struct Reference: Hashable, Sendable {
    package var columns: [String]
    package var table: String

    init(_ columns: String..., to table: String) {
      self.columns = columns
      self.table = table
    }
  }

  package let name: String
  package let columns: [Column]
  /// The columns that no two rows have the same values of; they are never empty.
  package let key: [String]
  package let references: [Reference]
  private let rows: @Sendable (_ body: ([TableCell]) throws -> Void) throws -> Void

  /// - Parameter rows: hands out the rows in an order that the report alone decides.
  init<Row>(
    _ name: String, key: [String], references: [Reference] = [], columns: [TableColumn<Row>],
    rows: @escaping @Sendable (_ body: (Row) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.key = key
    self.references = references
    self.columns = columns.map { Column(name: $0.name, type: $0.type) }
    self.rows = { body in try rows { row in try body(columns.map { $0.cell(row) }) } }
  }

  /// A table of few rows.
  init<Row: Sendable>(
    _ name: String, key: [String], references: [Reference] = [], columns: [TableColumn<Row>],
    _ rows: [Row]
  ) {
    self.init(name, key: key, references: references, columns: columns) { body in
      for row in rows { try body(row) }
    }
  }

  /// Calls `body` with the cells of each row, as many as there are columns.
  package func forEachRow(_ body: ([TableCell]) throws -> Void) throws { try rows(body) }
}
