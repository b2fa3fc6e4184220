import Foundation
import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("The tables of an audit as files")
struct TableDatabaseTests {
  /// A folder with the tables of `report`.
  private func write(_ report: AuditReport) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "taohua-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tables = AuditTables(report).all
    for table in tables {
      var bytes: [UInt8] = []
      try TableCSV.write(table) { bytes += $0 }
      try Data(bytes).write(to: folder.appending(path: "\(table.name).csv"))
    }
    let database = folder.appending(path: TableDatabase.fileName)
    try Data().write(to: database)
    try TableDatabase.write(tables, to: database.path)
    return folder
  }

  /// Both say the same, keys and references hold, and what can be counted again is right.
  private static let comparison = #"""
    import csv, glob, os, sqlite3, sys
    folder = sys.argv[1]
    base = sqlite3.connect(folder + "/taohua.sqlite")
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    names = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {os.path.basename(path)[:-4] for path in glob.glob(folder + "/*.csv")}
    csv.field_size_limit(1 << 30)
    def written(cell):
        if cell is None: return ""
        if isinstance(cell, str) and cell[:1] in "=+-@\t\r\n＝＋－＠" and cell: return "'" + cell
        return str(cell)
    for name in sorted(names):
        rows = list(csv.reader(open(f"{folder}/{name}.csv", encoding="utf-8-sig", newline="")))
        cursor = base.execute(f'SELECT * FROM "{name}"')
        assert rows[0] == [column[0] for column in cursor.description], name
        types = [row[2] for row in base.execute(f'PRAGMA table_info("{name}")')]
        def read(row):
            return [float(c) if t == "REAL" and c else c for c, t in zip(row, types)]
        def stored(row):
            return [float(c) if t == "REAL" and c is not None else written(c)
                    for c, t in zip(row, types)]
        left = sorted(map(read, rows[1:]), key=str)
        right = sorted(map(stored, cursor.fetchall()), key=str)
        assert left == right, (name, [p for p in zip(left, right) if p[0] != p[1]][:2])
    one = lambda sql: base.execute(sql).fetchone()
    fact = dict(base.execute("SELECT * FROM corpus"))
    assert one("SELECT count(*), sum(tokens), sum(characters) FROM documents") == tuple(
        int(fact[k]) for k in ("documents", "tokens", "characters"))
    classes = "allowed + stock + borrowed + shared + repeated + original"
    for table in "documents", "sentences":
        assert one(f"SELECT count(*) FROM {table} WHERE tokens <> {classes}") == (0,)
    assert one("""SELECT count(*) FROM families f WHERE occurrences <>
        (SELECT count(*) FROM places p WHERE p.family = f.family)""") == (0,)
    assert one("""SELECT count(*) FROM families f WHERE documents <>
        (SELECT count(DISTINCT document) FROM places p WHERE p.family = f.family)""") == (0,)
    sizes = dict(base.execute("SELECT document, tokens FROM documents WHERE tokens > 0"))
    total = sum(sizes.values())
    families = base.execute("SELECT family, occurrences, dp, dp_norm, per_10000_characters FROM families")
    for family, occurrences, dp, norm, rate in families.fetchall():
        counts = dict(base.execute(
            "SELECT document, count(*) FROM places WHERE family = ? GROUP BY 1", (family,)))
        expected = sum(abs(counts.get(d, 0) / occurrences - s / total) for d, s in sizes.items()) / 2
        assert abs(dp - expected) < 1e-9
        assert abs(norm - expected / (1 - min(sizes.values()) / total)) < 1e-9
        assert abs(rate - occurrences * 10000 / int(fact["characters"])) < 1e-9
    print(len(names), one("SELECT count(*) FROM families")[0] > 20, one("SELECT count(*) FROM places")[0])
    """#

  @Test("of the sample corpus: CSV and SQLite say the same, and what the report says")
  func sample() throws {
    let report = SampleCorpusTests.report
    let folder = try write(report)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try PythonScript(Self.comparison, [folder.path], input: [])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output == "10 True \(report.families.reduce(0) { $0 + $1.places.count })\n")
  }

  @Test("the same report gives the same bytes")
  func sameBytes() throws {
    let folders = try (0..<2).map { _ in try write(SampleCorpusTests.report) }
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    let contents = try folders.map {
      try Data(contentsOf: $0.appending(path: TableDatabase.fileName))
    }
    #expect(contents[0] == contents[1] && contents[0].count > 100_000)
  }

  @Test("a report of nothing has tables without rows")
  func empty() throws {
    let report = Audit.run(Corpus.read([], jobs: 1), settings: AuditSettings())
    let folder = try write(report)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = try String(contentsOf: folder.appending(path: "places.csv"), encoding: .utf8)
    #expect(places.split(separator: "\r\n").count == 1)
  }
}
