internal import Foundation
internal import GRDB
internal import Glibc

/// The database of an index: the manifest, which says what is alive, and tables for the user's own tools.
///
/// What an answer depends on is in the manifest and the files that it names, all with checksums; the tables
/// repeat it for reading. A write-ahead log lets readers go on while somebody writes.
struct IndexDatabase {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens the database at `path`, which is there.
  ///
  /// - Parameter isReader: whether nothing is written; then a folder without the right to write will do.
  init(path: String, isReader: Bool) throws(IndexError) {
    self.path = path
    do {
      queue = try isReader ? Self.reader(path) : Self.writer(path)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Seconds to wait for somebody else's tool that holds the database.
  private static let patience = 10.0

  private static func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // Nobody writes in a folder that cannot be written, so no log is needed.
      return try DatabaseQueue(
        path: "file:\(escaped(path))?immutable=1", configuration: configuration)
    }
  }

  private static func writer(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.journalMode = .wal
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes the database at `path` anew, whatever stands there: it appears when all is written.
  static func create(
    _ path: String, _ manifest: Manifest, tables: CatalogueTables
  ) throws(IndexError) {
    let fresh = path + freshSuffix
    for suffix in ["", "-wal", "-shm"] { unlink(fresh + suffix) }
    do {
      let database = IndexDatabase(path: fresh, queue: try writer(fresh))
      try database.queue.write { database in
        try database.execute(sql: "PRAGMA user_version = \(format)")
        for (_, statement) in schema {
          try database.execute(sql: statement)
        }
      }
      try database.write(manifest, tables: tables)
      try database.queue.close()
    } catch let error as IndexError {
      throw error.named(path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // That the file is not there yet is not what is wrong.
      throw .database(file: path, message: error.message ?? error.description)
    } catch {
      throw failure(error, path)
    }
    // On a full disk the log stays behind, with all that was written.
    guard access(fresh + "-wal", F_OK) != 0 else { throw .system(file: path, errno: ENOSPC) }
    // A log belongs to the database that it was written for.
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    if rename(fresh, path) != 0 { throw .system(file: path, errno: errno) }
  }

  /// What the name of a database ends with before it is complete.
  static let freshSuffix = ".new"

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// `path` as part of a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x30...0x39).contains(byte) || "/._-".utf8.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// Rises whenever the tables or the manifest change their form.
  private static let format = 1

  /// The statements that make the tables, as SQLite keeps them.
  private static let schema: KeyValuePairs = [
    "state": """
    CREATE TABLE state (
      id INTEGER PRIMARY KEY CHECK (id = 1), manifest BLOB NOT NULL, checksum INTEGER NOT NULL,
      generation INTEGER NOT NULL, settings TEXT NOT NULL)
    """,
    "documents": """
    CREATE TABLE documents (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, part INTEGER, title TEXT,
      hash TEXT NOT NULL, tokens INTEGER NOT NULL, source INTEGER NOT NULL, series TEXT,
      year INTEGER, place TEXT, author TEXT)
    """,
    "families": """
    CREATE TABLE families (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, canonical TEXT NOT NULL,
      template TEXT NOT NULL, tokens INTEGER NOT NULL, documents INTEGER NOT NULL,
      occurrences INTEGER NOT NULL, nested INTEGER NOT NULL, score REAL NOT NULL)
    """,
    "variants": """
    CREATE TABLE variants (
      family INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
      documents INTEGER NOT NULL, occurrences INTEGER NOT NULL,
      PRIMARY KEY (family, number)) WITHOUT ROWID
    """,
    "places": """
    CREATE TABLE places (
      family INTEGER NOT NULL, document INTEGER NOT NULL, "start" INTEGER NOT NULL,
      "end" INTEGER NOT NULL, variant INTEGER NOT NULL, similarity REAL NOT NULL,
      PRIMARY KEY (family, document, "start")) WITHOUT ROWID
    """,
  ]

  /// The manifest.
  func manifest() throws(IndexError) -> Manifest {
    guard let manifest = try read({ try State($0)?.manifest }) else {
      throw .damaged(file: path, offset: 0, length: 0)
    }
    return manifest
  }

  /// Calls `body`, if the database has the format that is read here.
  private func read<Result>(
    _ body: (Database) throws -> Result
  ) throws(IndexError) -> Result {
    let found: Int
    do {
      found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      if found == Self.format { return try queue.read(body) }
    } catch {
      throw Self.failure(error, path)
    }
    throw .otherFormat(file: path, found: found, expected: Self.format)
  }

  /// Writes `manifest`, and with it `tables` if the catalogue is new, in one transaction.
  func write(_ manifest: Manifest, tables: CatalogueTables?) throws(IndexError) {
    do {
      try queue.write { database in
        var manifest = manifest
        if let tables {
          try tables.write(to: database)
          manifest.tables = try TableDigest(of: database).value
        }
        let bytes = manifest.encoded
        try database.execute(
          sql: """
            INSERT INTO state (id, manifest, checksum, generation, settings) VALUES (1, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET manifest = excluded.manifest,
              checksum = excluded.checksum, generation = excluded.generation,
              settings = excluded.settings
            """,
          arguments: [
            Data(bytes), Int64(bitPattern: checksum(of: bytes)), manifest.generation,
            manifest.settings,
          ])
      }
    } catch {
      throw Self.failure(error, path)
    }
    // What is written is written: tidying up may fail, on a full disk or because somebody's own tool reads
    // for long. Until then it stands in the log alone, whose end SQLite takes for unwritten where it is
    // damaged: so readers of ours, who are done in a moment, are waited for.
    try? queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 1000")
      defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience * 1_000))") }
      // The pages of the tables are filled anew.
      if tables != nil { try database.execute(sql: "VACUUM") }
      _ = try database.checkpoint(.truncate)
    }
  }

  /// Leaves no byte of what tables held once in the database or its log.
  ///
  /// - Throws: ``IndexError/database(file:message:)`` if somebody reads for too long.
  func erase() throws(IndexError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        _ = try database.checkpoint(.truncate)
      }
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Compares the tables with what was written, and the pages with SQLite's rules.
  func verify() throws(IndexError) {
    let manifest = try manifest()
    let isSound = try read { database in
      guard try String.fetchAll(database, sql: "PRAGMA integrity_check(1)") == ["ok"] else {
        return false
      }
      // That a table is another one by its statement is no fault of its pages, but who writes into it meets it.
      let statements = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table'")
      for (name, statement) in Self.schema {
        let kept = statements.first { String.fromDatabaseValue($0["name"]) == name }
        guard kept.flatMap({ String.fromDatabaseValue($0["sql"]) }) == statement else {
          return false
        }
      }
      let state = try State(database)
      let tables = try TableDigest(of: database).value
      return tables == manifest.tables && state?.generation == manifest.generation
        && state?.settings == manifest.settings
    }
    if !isSound { throw .damaged(file: path, offset: 0, length: 0) }
  }

  static func failure(_ error: any Error, _ path: String) -> IndexError {
    guard let error = error as? DatabaseError else {
      return .database(file: path, message: String(describing: error))
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_SCHEMA, .SQLITE_MISMATCH:
      return .damaged(file: path, offset: 0, length: 0)
    // The tables are not those that were made.
    case .SQLITE_ERROR: return .damaged(file: path, offset: 0, length: 0)
    case .SQLITE_FULL: return .system(file: path, errno: ENOSPC)
    case .SQLITE_IOERR where isDiskFull(path): return .system(file: path, errno: ENOSPC)
    case .SQLITE_CANTOPEN where access(path, R_OK) != 0: return .system(file: path, errno: errno)
    case .SQLITE_READONLY: return .system(file: path, errno: EACCES)
    default: return .database(file: path, message: error.message ?? error.description)
    }
  }

  /// Whether there is no room for another page or two: the log says no more of that than that it failed.
  private static func isDiskFull(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0
      && UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 16
  }
}

/// The one row that says what the index is.
private struct State {
  /// Nil if it is damaged.
  var manifest: Manifest?
  var generation: Int
  var settings: String

  init?(_ database: Database) throws {
    // A cursor lends its row while it lives: the manifest of a large index is read where SQLite has it.
    let rows = try Row.fetchCursor(
      database, sql: "SELECT manifest, checksum, generation, settings FROM state WHERE id = 1")
    defer { withExtendedLifetime(rows) {} }
    guard let row = try rows.next(),
      let expected = Int64.fromDatabaseValue(row["checksum"]),
      let generation = Int.fromDatabaseValue(row["generation"]),
      let settings = String.fromDatabaseValue(row["settings"])
    else { return nil }
    manifest = try row.withUnsafeData(named: "manifest") { data in
      data?.withUnsafeBytes { bytes in
        checksum(of: bytes) == UInt64(bitPattern: expected) ? Manifest(bytes) : nil
      }
    }
    self.generation = generation
    self.settings = settings
  }
}
