internal import CorpusIndex
package import PhraseReport

/// The tables of a report as one SQLite database.
package enum TableDatabase {
  package static let fileName = "taohua.sqlite"

  /// Writes `tables` to the empty file at `path`.
  ///
  /// - Parameter tables: each after those that it refers to.
  /// - Throws: `IndexError`.
  package static func write(_ tables: [ReportTable], to path: String) throws {
    try TableFile.write(to: path) { file in
      for table in tables {
        try file.execute(TableSQL.create(table))
        try file.insert(TableSQL.insert(table)) { add in
          try table.forEachRow { cells in try add { bind(cells, to: $0) } }
        }
        for index in TableSQL.indexes(table) { try file.execute(index) }
      }
    }
  }

  private static func bind(_ cells: [TableCell], to row: borrowing RowBinding) {
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .text(let text): row.bind(index + 1, text)
      case .integer(let number): row.bind(index + 1, number)
      case .real(let number): row.bind(index + 1, number)
      case .empty: break
      }
    }
  }
}
