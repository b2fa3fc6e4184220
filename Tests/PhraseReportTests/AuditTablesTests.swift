import PhraseReport
import TestSupport
import Testing

@testable import PhraseReport

@Suite("The tables of an audit")
struct AuditTablesTests {
  /// The sample with what only some audits have.
  private static let report = {
    var report = SampleReport.audit
    report.documents[0].metadata = ["department": "办公室", "note": "a \"b\", c"]
    report.documents[1].metadata = ["note": "=1+1"]
    report.documents[2].title = "@home"
    report.corpus.frame = FrameReport(
      documents: 2, minimumDocuments: 2,
      years: [
        FrameYear(year: 2021, documents: 1, tokens: 95, counted: 0, frame: 0, isPartial: true),
        FrameYear(year: 2022, documents: 3, tokens: 238, counted: 61, frame: 2, isPartial: false),
      ], undated: 0)
    return report
  }()

  private func csv(_ table: ReportTable) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try TableCSV.write(table) { bytes += $0 }
    return bytes
  }

  @Test(arguments: AuditTables.names)
  func looksAsRecorded(name: String) throws {
    let table = try #require(AuditTables(Self.report).all.first { $0.name == name })
    try Golden.expect(csv(table), isLike: "tables.\(name).csv")
  }

  @Test func theNamesAreKnownBeforehand() {
    #expect(AuditTables(Self.report).all.map(\.name) == AuditTables.names)
  }

  @Test func theStatementsAreAsRecorded() throws {
    let statements = AuditTables(Self.report).all.flatMap { table in
      [TableSQL.create(table), TableSQL.insert(table)] + TableSQL.indexes(table)
    }
    try Golden.expect(
      Array(statements.map { "\($0);\n" }.joined().utf8), isLike: "tables.sql")
  }

  @Test("a table refers to keys of tables before it, and to its own columns")
  func referencesHold() throws {
    let tables = AuditTables(Self.report).all
    for (index, table) in tables.enumerated() {
      let names = table.columns.map(\.name)
      #expect(Set(names).count == names.count && Set(table.key).isSubset(of: names))
      for reference in table.references {
        let other = try #require(tables[...index].first { $0.name == reference.table })
        #expect(other.key.count == reference.columns.count)
        #expect(Set(reference.columns).isSubset(of: names))
      }
    }
  }

  @Test("Python's reader sees every cell, and no cell is a formula")
  func readBack() throws {
    let script = """
      import csv, io, sys
      text = sys.stdin.buffer.read()
      assert text.startswith(b"\\xef\\xbb\\xbf")
      rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
      assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell), rows
      print(rows[0]["meta_note"], rows[0]["meta_department"], rows[1]["meta_note"], rows[2]["title"],
            [row["tokens"] for row in rows])
      """
    let run = try PythonScript(
      script, [], input: csv(AuditTables(Self.report).documents))
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output == "a \"b\", c 办公室 '=1+1 '@home ['68', '48', '95', '122']\n")
  }

  @Test("a report without texts has tables without texts")
  func withoutTexts() throws {
    var report = Self.report
    report.dropTexts()
    for table in AuditTables(report).all {
      let texts = table.columns.indices.filter {
        ["text", "left_text", "title"].contains(table.columns[$0].name)
      }
      try table.forEachRow { row in
        // Variants are numbered.
        #expect(texts.allSatisfy { row[$0] == .empty } || table.name == "variants")
      }
    }
    #expect(!String(decoding: try csv(AuditTables(report).places), as: UTF8.self).contains("稳中求进"))
  }

  @Test("keys of metadata beyond the limit are counted, the rarest ones")
  func manyKeys() {
    var report = SampleReport.audit
    for key in 0..<250 { report.documents[0].metadata["k\(key)"] = "v" }
    report.documents[1].metadata = ["k249": "v"]
    let tables = AuditTables(report)
    #expect(tables.keysLeftOut == 50)
    let columns = tables.documents.columns.filter { $0.name.hasPrefix("meta_") }
    #expect(columns.count == 200 && columns.contains { $0.name == "meta_k249" })
  }

  @Test("keys that differ in what no name may hold have columns of their own")
  func hostileKeys() {
    var report = SampleReport.audit
    report.documents[0].metadata = ["a\u{0}b": "1", "a\u{1}b": "2", "\"": "3"]
    let names = AuditTables(report).documents.columns.map(\.name).filter { $0.hasPrefix("meta_") }
    #expect(Set(names).count == 3)
    #expect(!names.contains { $0.contains("\u{0}") })
    #expect(TableSQL.create(AuditTables(report).documents).contains("\"meta_\"\"\" TEXT"))
  }
}
