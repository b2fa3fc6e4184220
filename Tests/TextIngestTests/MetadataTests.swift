import Testing
import TextIngest

@Suite("What a text says of itself")
struct MetadataTests {
  static func file(_ text: String, _ format: TextFormat = .markdown) throws -> IngestedFile {
    try Reader.ingest(Array(text.utf8), format: format)
  }

  static func tokens(_ file: IngestedFile) -> String {
    file.tokens.values.indices.map { file.text(ofToken: $0) }.joined()
  }

  @Test(
    "front matter becomes metadata and is no prose", arguments: [TextFormat.markdown, .plainText])
  func frontMatter(_ format: TextFormat) throws {
    let matter = """
      ---
      # of the draft
      标题: "云川市工作报告"
      Author: 钟渡   # the clerk
      date: 2024-03-05
      keywords: [清淤, 渡口]
      offices:
        - 城东街道
        - 城西街道
      nested:
        deeper: value
      note: |
        two lines
        of text
      empty:
      ---

      正文从这里开始。

      """
    for text in [matter, "\u{FEFF}" + matter, matter.replacing("\n", with: "\r\n")] {
      let file = try Self.file(text, format)
      #expect(
        file.metadata == [
          "title": "云川市工作报告", "author": "钟渡", "date": "2024-03-05", "keywords": "清淤, 渡口",
          "offices": "城东街道, 城西街道", "note": "two lines, of text",
        ])
      #expect(file.documents[0].title == "云川市工作报告")
      #expect(Self.tokens(file) == "正文从这里开始")
    }
  }

  @Test(
    "a rule at the head of a text is no front matter",
    arguments: [
      "---\n\n正文从这里开始，没有别的横线。\n", "---\n正文从这里开始。\n---\n", "---\nkey: value\n正文从这里开始。\n---\n",
      "正文\n---\ntitle: x\n---\n", "--- \ntitle: x\n", "----\ntitle: x\n----\n",
    ], [TextFormat.markdown, .plainText])
  func rule(_ text: String, _ format: TextFormat) throws {
    let file = try Self.file(text, format)
    #expect(file.metadata.isEmpty)
    #expect(file.tokens.count > 0)
  }

  static let writtenDates: [(text: String, date: String?)] = [
    ("2024-01-15", "2024-01-15"), ("2024/1/5", "2024-01-05"), ("2024.3", "2024-03"),
    ("2024", "2024"),
    ("20240115", "2024-01-15"), ("2024年1月15日", "2024-01-15"), ("2024 年 1 月", "2024-01"),
    ("二〇二四年一月十五日", "2024-01-15"), ("二○二三年十二月三十一日", "2023-12-31"), ("２０２４年２月２９日", "2024-02-29"),
    ("15 January 2024", "2024-01-15"), ("Jan 5, 2024", "2024-01-05"),
    ("2023-02-29", nil), ("2024-13-01", nil), ("2024-01-15x", nil), ("15.1.2024", nil), ("", nil),
    ("第十五次", nil), ("99999999", nil),
  ]

  @Test("dates as people write them", arguments: writtenDates)
  func dates(_ example: (text: String, date: String?)) {
    #expect(WrittenDate.parse(example.text)?.text == example.date)
  }

  @Test("years in titles and names")
  func years() {
    #expect(WrittenDate.year(in: "二〇二三年工作报告") == 2023)
    #expect(WrittenDate.year(in: "2024-云川市.txt") == 2024)
    #expect(WrittenDate.year(in: "report_20240115_final.docx") == 2024)
    #expect(WrittenDate.year(in: "１９９８年") == 1998)
    #expect(WrittenDate.year(in: "文号12345第1850号三四五六") == nil)
  }

  @Test("the date below the title, and the one under the text")
  func documentDates() throws {
    let body = String(repeating: "渡口的石阶又露了出来。\n", count: 8)
    func date(_ text: String) throws -> String? {
      try Self.file(text, .plainText).documents[0].date?.text
    }
    #expect(try date("政府工作报告\n（2024年1月15日在云川市第三届人民代表大会上）\n\(body)") == "2024-01-15")
    #expect(try date("政府工作报告\n——二〇二四年一月十五日\n\(body)") == "2024-01-15")
    #expect(try date("政府工作报告\n\(body)云川市人民政府\n2024年2月3日\n") == "2024-02-03")
    #expect(try date("政府工作报告\n\(body)水位在2024年2月3日退去。\n") == nil)
    #expect(try date("政府工作报告\n2024年2月3日，水位退去，渡口的石阶又露了出来，人们上了岸。\n\(body)") == nil)
  }
}
