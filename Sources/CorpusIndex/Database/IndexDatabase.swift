internal import Foundation
internal import GRDB

/// The database of an index: the manifest, which says what is alive, and tables for the user's own tools.
///
/// What an answer depends on is in the manifest and the files that it names, all with checksums; the tables
/// repeat it for reading. A write-ahead log lets readers go on while somebody writes.
struct IndexDatabase {
  private let path: String
  private let queue: DatabaseQueue

  /// - Parameter isReader: whether nothing is written; then a folder without the right to write will do.
  init(path: String, isReader: Bool) throws(IndexError) {
    self.path = path
    do {
      queue = try Self.open(path, isReader: isReader)
    } catch {
      throw Self.failure(error, path)
    }
  }

  private static func open(_ path: String, isReader: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    if isReader {
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
    configuration.journalMode = .wal
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: schema) }
    return queue
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

  private static let schema = """
    CREATE TABLE IF NOT EXISTS state (
      id INTEGER PRIMARY KEY CHECK (id = 1), manifest BLOB NOT NULL, checksum INTEGER NOT NULL,
      generation INTEGER NOT NULL, settings TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS documents (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, part INTEGER, title TEXT,
      hash TEXT NOT NULL, tokens INTEGER NOT NULL, source INTEGER NOT NULL, series TEXT,
      year INTEGER, place TEXT, author TEXT);
    CREATE TABLE IF NOT EXISTS families (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, canonical TEXT NOT NULL,
      template TEXT NOT NULL, tokens INTEGER NOT NULL, documents INTEGER NOT NULL,
      occurrences INTEGER NOT NULL, nested INTEGER NOT NULL, score REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS variants (
      family INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
      documents INTEGER NOT NULL, occurrences INTEGER NOT NULL,
      PRIMARY KEY (family, number)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS places (
      family INTEGER NOT NULL, document INTEGER NOT NULL, "start" INTEGER NOT NULL,
      "end" INTEGER NOT NULL, variant INTEGER NOT NULL, similarity REAL NOT NULL,
      PRIMARY KEY (family, document, "start")) WITHOUT ROWID;
    """

  /// The manifest; nil before the first was written.
  func manifest() throws(IndexError) -> Manifest? {
    let row: (bytes: [UInt8], checksum: UInt64)?
    do {
      row = try queue.read { database in
        let row = try Row.fetchOne(
          database, sql: "SELECT manifest, checksum FROM state WHERE id = 1")
        return row.map {
          (Array($0["manifest"] as Data? ?? Data()), UInt64(bitPattern: $0["checksum"]))
        }
      }
    } catch {
      throw Self.failure(error, path)
    }
    guard let row else { return nil }
    guard checksum(of: row.bytes) == row.checksum, let manifest = Manifest(row.bytes) else {
      throw .damaged(file: path, offset: 0, length: 0)
    }
    return manifest
  }

  /// Writes `manifest`, and with it `tables` if the catalogue is new, in one transaction.
  func write(_ manifest: Manifest, tables: CatalogueTables?) throws(IndexError) {
    let bytes = manifest.encoded
    do {
      try queue.write { database in
        if let tables { try tables.write(to: database) }
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
    // What is written is written: tidying up may fail, on a full disk or because somebody reads.
    try? queue.writeWithoutTransaction { database in
      // The pages of the tables are filled anew.
      if tables != nil { try database.execute(sql: "VACUUM") }
      _ = try database.checkpoint(.truncate)
    }
  }

  /// Compares the tables with each other and the pages with SQLite's rules.
  func verify() throws(IndexError) {
    let answer: [String]
    do {
      answer = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
    } catch {
      throw Self.failure(error, path)
    }
    if answer != ["ok"] {
      throw .database(file: path, message: answer.first ?? "the integrity check says nothing")
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> IndexError {
    guard let error = error as? DatabaseError else {
      return .database(file: path, message: String(describing: error))
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(file: path, offset: 0, length: 0)
    default: return .database(file: path, message: error.message ?? error.description)
    }
  }
}
