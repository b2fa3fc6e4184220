/// A table in the words of SQL.
package enum TableSQL {
  /// The statement that makes `table`: rows are in the order of the key, and found by it.
  package static func create(_ table: ReportTable) -> String {
    var lines = table.columns.map { column in
      "\(quoted(column.name)) \(name(of: column.type))"
        + (table.key.contains(column.name) ? " NOT NULL" : "")
    }
    lines.append("PRIMARY KEY (\(list(table.key)))")
    lines += table.references.map {
      "FOREIGN KEY (\(list($0.columns))) REFERENCES \(quoted($0.table))"
    }
    let body = lines.map { "\n  \($0)" }.joined(separator: ",")
    return "CREATE TABLE \(quoted(table.name)) (\(body)\n) WITHOUT ROWID"
  }

  /// The statement that adds a row, with a parameter for each column.
  package static func insert(_ table: ReportTable) -> String {
    let values = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quoted(table.name)) VALUES (\(values))"
  }

  /// The statements that make an index of each reference that the key does not begin with.
  package static func indexes(_ table: ReportTable) -> [String] {
    table.references.filter { !table.key.starts(with: $0.columns) }.map { reference in
      let name = ([table.name] + reference.columns).joined(separator: "_")
      return "CREATE INDEX \(quoted(name)) ON \(quoted(table.name)) (\(list(reference.columns)))"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map(quoted).joined(separator: ", ")
  }

  private static func quoted(_ name: String) -> String {
    "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static func name(of type: TableColumnType) -> String {
    switch type {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    }
  }
}
