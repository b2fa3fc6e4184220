import TestSupport
import Testing
import TextIngest

/// Files that hold several reports.
@Suite("Compilations")
struct CompilationTests {
  static let body = String(repeating: StructureTests.long + "。\n", count: 8)

  static func titles(
    _ text: String, format: TextFormat = .plainText, at pattern: String? = nil
  ) throws -> [String?] {
    var settings = IngestSettings()
    settings.splitPattern = pattern
    let file = try Reader.ingest(Array(text.utf8), format: format, settings: settings)
    return file.documents.map(\.title)
  }

  @Test("a title that stands again in another year begins another report")
  func years() throws {
    let titles = ["云川市二〇二一年工作总结", "云川市二〇二二年工作总结", "云川市二〇二三年工作总结"]
    let text = titles.map { "\($0)\n\(Self.body)2024年1月5日\n" }.joined()
    #expect(try Self.titles(text) == titles)
    let plain = (2021...2023).map { "Harbour Office Annual Report \($0)" }
    let english = String(
      repeating: "The office mended the mole and counted the boats that came home.\n", count: 8)
    #expect(try Self.titles(plain.map { "\($0)\n\n\(english)\n" }.joined()) == plain)
  }

  @Test("sections that are named alike are no reports")
  func sections() throws {
    let text = (1...4).map { "工作情况之\($0)\n\(Self.body)" }.joined()
    #expect(try Self.titles(text).count == 1)
    let chapters = (1...4).map { "第\($0)章 年度报告\n\(Self.body)" }.joined()
    #expect(try Self.titles(chapters).count == 1)
  }

  @Test("reports that begin at the tops of pages are told apart; sections and annexes are not")
  func pages() throws {
    let text =
      "云川市人大常委会\n2023年工作报告\n\(Self.body)\u{0C}临水区文化和旅游局2023年工作总结\n\(Self.body)"
      + "\u{0C}一、清水绿廊专项报告\n\(Self.body)\u{0C}附件：督办情况报告\n\(Self.body)"
    #expect(try Self.titles(text) == ["云川市人大常委会2023年工作报告", "临水区文化和旅游局2023年工作总结"])
    let one = "云川市人大常委会2023年工作报告\n\(Self.body)\u{0C}各项任务完成情况\n\(Self.body)"
    #expect(try Self.titles(one).count == 1)
  }

  @Test("a page that ends in mid-sentence is followed by no report")
  func brokenPages() throws {
    let text =
      "云川市人大常委会工作报告\n\(Self.body)\(StructureTests.long)\n\u{0C}云川市人大常委会工作报告\n"
      + "的进展情况，\(Self.body)\(StructureTests.long)\n\u{0C}云川市人大常委会工作报告\n的下一步打算，\(Self.body)"
    #expect(try Self.titles(text).count == 1)
  }

  @Test("a regular expression says where reports begin, and nothing of the text is lost")
  func pattern() throws {
    let text = "前言\n这一卷收录三篇。\n甲、城东街道\n城东的事。\n乙、城西街道\n城西的事。\n丙、河口街道\n河口的事。\n"
    #expect(try Self.titles(text).count == 1)
    #expect(
      try Self.titles(text, at: "^[甲乙丙]、") == ["甲、城东街道", "乙、城西街道", "丙、河口街道"])
    #expect(try Self.titles(text, at: "街道$").count == 3)
    #expect(try Self.titles(text, at: "甲、").count == 1)
    var settings = IngestSettings()
    settings.splitPattern = "^[甲乙丙]、"
    let file = try Reader.ingest(Array(text.utf8), format: .plainText, settings: settings)
    let whole = try Reader.ingest(Array(text.utf8), format: .plainText, settings: .whole)
    #expect(file.tokens.count == whole.tokens.count)
    #expect(file.documents.map(\.byteRange.lowerBound).first == 0)
  }

  @Test("in Markdown it is matched with the text of a line, without its marks")
  func patternOfMarkdown() throws {
    let text = "# 甲 城东\n\n城东的事。\n\n# 乙 城西\n\n城西的事。\n"
    #expect(try Self.titles(text, format: .markdown, at: "^[甲乙] ") == ["甲 城东", "乙 城西"])
  }

  @Test("a malformed expression is refused with its place")
  func malformed() {
    for (pattern, column) in [("第.(", 4), ("[甲", 3), ("甲)", 2), ("*甲", 1)] {
      let error = #expect(throws: SplitPattern.Malformed.self) { try SplitPattern.check(pattern) }
      #expect(error?.column == column, "\(pattern)")
    }
  }
}
