internal import GRDB
internal import GRDBSQLite

/// A checksum of all rows of the tables: SQLite finds pages that contradict each other, but no text that
/// became another.
struct TableDigest {
  /// 0 only by chance.
  private(set) var value: UInt64 = 0
  private var pending = ByteWriter()

  /// Reads all tables. O(rows).
  init(of database: Database) throws {
    for (table, order) in CatalogueTables.names { try add(table, orderedBy: order, of: database) }
    fold()
  }

  private mutating func add(
    _ table: String, orderedBy order: String, of database: Database
  ) throws {
    let rows = try database.makeStatement(sql: "SELECT * FROM \(table) ORDER BY \(order)")
    let statement = rows.sqliteStatement
    defer { sqlite3_reset(statement) }
    pending.add(table)
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: .init(rawValue: code)) }
      for column in 0..<sqlite3_column_count(statement) { addValue(column, of: statement) }
      if pending.bytes.count >= 1 << 16 { fold() }
    }
  }

  private mutating func addValue(_ column: Int32, of statement: SQLiteStatement) {
    let type = sqlite3_column_type(statement, column)
    pending.add(Int(type))
    switch type {
    case SQLITE_INTEGER: pending.add(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: pending.add(fixed: sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_NULL: break
    default:
      // The bytes first: asking for them may make the text.
      let bytes = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      pending.add([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
    }
  }

  /// Takes what is pending into the value.
  private mutating func fold() {
    var bytes = ByteWriter()
    bytes.add(fixed: value)
    value = checksum(of: bytes.bytes + pending.bytes)
    pending = ByteWriter()
  }
}
