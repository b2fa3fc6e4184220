internal import GRDB
internal import GRDBSQLite

/// A database of tables for the user's own tools, written once and whole.
///
/// The same statements and rows give the same bytes: there is no journal, no clock and one transaction. Whoever
/// writes it puts it in its place when it is complete.
package struct TableFile: ~Copyable {
  private let path: String
  private let database: Database

  /// Writes the database at `path`, an empty file, by what `body` does.
  ///
  /// - Throws: ``IndexError/system(file:errno:)`` and ``IndexError/database(file:message:)``, or what `body`
  ///   throws.
  package static func write(
    to path: String, _ body: (borrowing TableFile) throws -> Void
  ) throws {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try body(TableFile(path: path, database: $0)) }
      try queue.close()
    } catch let error as DatabaseError {
      throw IndexDatabase.failure(error, path)
    }
  }

  /// Nobody reads the file before it is complete, and an unfinished one is thrown away: it needs no journal.
  private static var configuration: Configuration {
    var configuration = Configuration()
    // A table that refers to rows below its own is no fault.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA page_size = 4096; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  package func execute(_ sql: String) throws { try database.execute(sql: sql) }

  /// Adds rows by the statement `sql`, whose parameters each row binds.
  package func insert(
    _ sql: String,
    _ body: (_ add: ((borrowing RowBinding) throws -> Void) throws -> Void) throws
      -> Void
  ) throws {
    let row = RowBinding(statement: try database.makeStatement(sql: sql))
    try body { bind in
      try bind(row)
      try row.step()
    }
  }
}

/// The parameters of a row, numbered from 1; what is not bound is null.
package struct RowBinding: ~Copyable {
  private let statement: Statement

  fileprivate init(statement: Statement) { self.statement = statement }

  package func bind(_ parameter: Int, _ number: Int) {
    sqlite3_bind_int64(statement.sqliteStatement, Int32(parameter), Int64(number))
  }

  package func bind(_ parameter: Int, _ number: Double) {
    sqlite3_bind_double(statement.sqliteStatement, Int32(parameter), number)
  }

  package func bind(_ parameter: Int, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // SQLITE_TRANSIENT: SQLite takes a copy.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      _ = bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(
          statement.sqliteStatement, Int32(parameter), characters.baseAddress,
          Int32(characters.count), copies)
      }
    }
  }

  /// Adds the row and forgets its values.
  fileprivate func step() throws {
    let code = sqlite3_step(statement.sqliteStatement)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: .init(rawValue: code)) }
    sqlite3_reset(statement.sqliteStatement)
    sqlite3_clear_bindings(statement.sqliteStatement)
  }
}
