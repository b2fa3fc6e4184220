import PhraseReport
import ShingleEngine
import Testing
import TextIngest

@testable import Taohua

@Suite("Tables of metadata")
struct MetadataTableTests {
  static func corpus(_ files: [(name: String, text: String)]) -> Corpus {
    Corpus.read(
      files.map { name, text in
        var input = InputPath(path: "/archive/" + name, name: name, isNamed: true)
        input.content = Array(text.utf8)
        return input
      }, jobs: 1)
  }

  @Test("what a table says goes before front matter, titles and names")
  func precedence() throws {
    var corpus = Self.corpus([
      (
        "2021.md",
        "---\nauthor: 钟渡\noffice: 水务\nplace: 苇河市\nyear: 2020\n---\n\n# 云川市2022年工作报告\n\n正文。\n"
      ),
      ("临水区/2023年工作总结.txt", "工作总结\n\n正文。\n"),
    ])
    let byRule = DocumentFacts.of(corpus, workers: .init(count: 1))
    #expect(byRule[0].author == "钟渡" && byRule[0].place == "苇河市" && byRule[0].year == 2020)
    #expect(byRule[0].others == ["office": "水务"])
    #expect(byRule[1].place == "临水区" && byRule[1].year == 2023)
    let table = try MetadataTable(
      Array("path,地区,year,日期,Office,title,series\n2021.md,云川市,2024,2024/3/5,,给定的标题,年报\n".utf8))
    #expect(corpus.take(table, folder: ".", workingFolder: "/") == [0])
    let facts = DocumentFacts.of(corpus, workers: .init(count: 1))
    #expect(facts[0].place == "云川市" && facts[0].year == 2024 && facts[0].author == "钟渡")
    #expect(facts[0].date?.text == "2024-03-05" && facts[0].series == "年报")
    // An empty cell says nothing.
    #expect(facts[0].others == ["office": "水务"])
    #expect(corpus.documents[0].title == "给定的标题")
    #expect(corpus.givenKeys.contains("office"))
  }

  @Test("rows name documents by id, by path, from the table's folder, and parts of a compilation")
  func names() throws {
    let body = String(repeating: "渡口的石阶又露了出来，船家把缆绳系回老地方。\n", count: 16)
    let text = (2021...2023).map { "云川市\($0)年工作总结\n\(body)" }.joined()
    var corpus = Self.corpus([("a.txt", text), ("b.txt", "正文。\n"), ("c.txt", "正文。\n")])
    #expect(corpus.documents.count == 5)
    let table = try MetadataTable(
      Array(
        "id,place,title\r\na.txt,苇河市,卷\r\na.txt#2,云川市,第二篇\r\n./b.txt,临水区,\r\n../c.txt,河口县,\r\nd.txt,x,\r\n"
          .utf8))
    let used = corpus.take(table, folder: "/archive/tables", workingFolder: "/archive")
    #expect(used == [0, 1, 2, 3])
    let given = corpus.documents.map { $0.given["place"] }
    #expect(given == ["苇河市", "云川市", "苇河市", "临水区", "河口县"])
    #expect(corpus.documents.map(\.title)[0...1] == ["云川市2021年工作总结", "第二篇"])
  }

  static let malformed: [(text: String, place: String, problem: MetadataTable.Problem)] = [
    ("", "1:1", .noNameColumn(found: [])),
    ("name,year\n", "1:1", .noNameColumn(found: ["name", "year"])),
    ("id,year,年份\n", "1:9", .repeatedColumn("年份")),
    ("id,year\na,2024,x\n", "2:8", .fieldCount(3, columns: 2)),
    ("id,year\na\n", "2:1", .fieldCount(1, columns: 2)),
    ("id,year\n,2024\n", "2:1", .noName),
    ("id,year\na,2024\n\"a\",2023\n", "3:1", .repeatedName("a", line: 2)),
    ("id,year\n甲乙,两千\n", "2:4", .noYear("两千")),
    ("id,date\na,2024-02-30\n", "2:3", .noDate("2024-02-30")),
    ("id,x\na,b\"c\n", "2:4", .strayQuote),
    ("id,x\na,\"b\"c\n", "2:6", .textAfterQuote),
    ("id,x\n\"a\nb\",\"c\n", "3:4", .openQuote),
  ]

  @Test("a malformed row is refused with its place", arguments: malformed)
  func places(_ example: (text: String, place: String, problem: MetadataTable.Problem)) {
    let error = #expect(throws: MetadataTable.Malformed.self) {
      try MetadataTable(Array(example.text.utf8))
    }
    #expect(error.map { "\($0.line):\($0.column)" } == example.place)
    #expect(error?.problem == example.problem)
  }

  @Test("bytes that are no UTF-8 are refused with their line")
  func notUTF8() {
    let error = #expect(throws: MetadataTable.Malformed.self) {
      try MetadataTable(Array("id,x\na,b\n".utf8) + [0xB1, 0xE0, 0x0A])
    }
    #expect(error == .init(line: 3, column: 1, problem: .notUTF8))
  }

  @Test("quotation marks, commas, line ends and a byte order mark, as RFC 4180 has them")
  func quoting() throws {
    let table = try MetadataTable(
      Array("\u{FEFF}id,\"note\"\r\n\"a,b\",\"he said \"\"no\"\"\r\ntwice\"\r\n\r\nc,\n".utf8))
    #expect(table.rows.map(\.name) == ["a,b", "c"])
    #expect(table.rows[0].fields == ["note": "he said \"no\"\r\ntwice"])
    #expect(table.rows.map(\.line) == [2, 5])
  }

  @Test("any key can be counted by")
  func countedBy() throws {
    let formula = "各部门要把这项工作放在突出位置，统筹安排人手和经费，按月检查进度。\n"
    let texts = (0..<6).map { index in
      (
        "\(index).txt",
        "第\(index)件事。\n" + formula + String(repeating: "独有\(index)。\n", count: index)
      )
    }
    var corpus = Self.corpus(texts)
    let rows = (0..<6).map { "\($0).txt,\($0 % 2 == 0 ? "水务" : "文旅")" }.joined(separator: "\n")
    let table = try MetadataTable(Array("id,处室\n\(rows)".utf8))
    _ = corpus.take(table, folder: ".", workingFolder: "/")
    var settings = AuditSettings()
    settings.countBy = CountingKey(rawValue: "处室")
    settings.minimumDocuments = 2
    settings.groupsNearDuplicates = false
    let report = Audit.run(corpus, settings: settings)
    #expect(report.corpus.sources == 2)
    #expect(report.documents.map { $0.metadata["处室"] } == ["水务", "文旅", "水务", "文旅", "水务", "文旅"])
  }
}
