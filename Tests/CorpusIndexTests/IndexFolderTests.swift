import CorpusIndex
import Foundation
import Testing

/// What is committed is what the next reader sees.
@Suite struct IndexFolderTests {
  @Test func isReadAsCommitted() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = IndexFolder(path)
    #expect(throws: IndexError.missing(folder: path)) { _ = try folder.snapshot() }
    try folder.create()
    let lock = try WriterLock(folder: path, waitingUpTo: 0) { _ in }
    var manifest = Manifest(roots: ["archive", "/else where"], base: "../..", settings: "k-6")
    manifest.generation = 7
    manifest.skipped = [.init(path: "a.bin", reason: "is no document", isFailure: false)]
    try folder.commit(
      manifest, tables: .init(documents: [], families: []), replacing: nil, lock)
    let first = try folder.snapshot().manifest
    manifest.tables = first.tables
    #expect(first == manifest)
    #expect(!first.isCurrent)
    try folder.verify()

    var later = first
    later.generation += 1
    later.skipped = []
    try folder.commit(later, tables: nil, replacing: first, lock)
    #expect(try folder.snapshot().manifest == later)
    try folder.verify()
  }

  @Test func leftoversOfKilledWritersAreSweptAway() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = IndexFolder(path)
    try folder.create()
    let lock = try WriterLock(folder: path, waitingUpTo: 0) { _ in }
    let own = ["1-0.segment", "1-0.segment.tmp", "2-0.catalogue", "index.sqlite.new-wal"]
    for name in own + ["notes.txt"] {
      try Data("x".utf8).write(to: URL(filePath: folder.path(of: name)))
    }
    try folder.commit(
      Manifest(roots: [], base: "/", settings: ""), tables: nil, replacing: nil, lock)
    let left = Set(try FileManager.default.contentsOfDirectory(atPath: path))
    #expect(left.isDisjoint(with: own))
    // What is not ours stays.
    #expect(left.contains("notes.txt"))
  }

  /// SQLite finds no fault in a statement that says something else than the tables were made by.
  @Test func aTableOfAnotherStatementIsFound() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = IndexFolder(path)
    try folder.create()
    let lock = try WriterLock(folder: path, waitingUpTo: 0) { _ in }
    try folder.commit(
      Manifest(roots: [], base: "/", settings: ""), tables: nil, replacing: nil, lock)
    try folder.verify()
    let file = URL(filePath: folder.path(of: "index.sqlite"))
    let sound = try Data(contentsOf: file)
    for table in ["state (", "documents (", "families (", "variants (", "places ("] {
      var data = sound
      // A column that is no key, of another type, and its affinity the same: nothing else tells.
      let statement = try #require(data.range(of: Data("CREATE TABLE \(table)".utf8)))
      let type = try #require(
        data.range(of: Data("INTEGER NOT".utf8), in: statement.upperBound..<data.endIndex))
      data.replaceSubrange(type, with: Data("INTEGEX NOT".utf8))
      try data.write(to: file)
      #expect(
        throws: IndexError.damaged(file: file.path(percentEncoded: false), offset: 0, length: 0),
        "\(table)"
      ) { try folder.verify() }
    }
  }
}
