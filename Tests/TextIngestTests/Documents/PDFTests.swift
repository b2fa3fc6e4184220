import Testing

@testable import TextIngest

/// Paragraphs from where lines lie: pages are drawn here as a converter would report them.
@Suite("PDF")
struct PDFTests {
  /// A line of 10-point characters at `left`, with its right edge where the text ends.
  static func line(
    _ text: String, left: Double = 80, top: Double, page: Int = 0, height: Double = 12
  ) -> PDFLine {
    var line = PDFLine(
      page: page, left: left, top: top, right: 0, bottom: top + height, text: text)
    line.right = left + Double(line.columns) * 5 * height / 12
    return line
  }

  /// Lines one below the other; a leading full-width space is an indentation.
  static func page(
    _ texts: [String], number: Int = 0, left: Double = 80, top: Double = 100, pitch: Double = 20
  ) -> [PDFLine] {
    texts.enumerated().map { index, text in
      let indent = text.prefix { $0 == "　" }.count
      return line(
        String(text.dropFirst(indent)), left: left + Double(indent) * 10,
        top: top + Double(index) * pitch, page: number)
    }
  }

  static func blocks(_ lines: [PDFLine]) -> [String] {
    var writer = BlockWriter()
    PDFParagraphs.write(PDFColumns.ordered(lines), to: &writer)
    return Outline.lines(of: writer.finish(format: .pdf))
  }

  static let full = "全市上下齐心协力各项工作都取得了新的明显成效"  // 22 characters
  static let other = "各级各部门要把这项工作放在更加突出的位置来抓"

  @Test("lines of a paragraph go on with each other, until one is not full")
  func paragraphs() {
    let lines = Self.page([
      "　　" + Self.full, Self.other + "好。", Self.other + "实，", "抓出成效。", "　　" + Self.full, "完毕。",
    ])
    #expect(
      Self.blocks(lines) == [
        Self.full, "+ " + Self.other + "好。", "+ " + Self.other + "实，", "+ 抓出成效。", Self.full,
        "+ 完毕。",
      ])
  }

  @Test("an indented line begins a paragraph, though the one before is full")
  func indentation() {
    let lines = Self.page([
      "　　" + Self.full, Self.other + "好。", "　　" + Self.full, Self.other + "实。",
    ])
    #expect(Self.blocks(lines).filter { $0.hasPrefix("+") }.count == 2)
  }

  @Test("so do a list item, and a line further away")
  func otherOpenings() {
    let items = Self.page([Self.full + "一二", "（一）" + Self.other, Self.full + "三四"])
    #expect(Self.blocks(items).filter { $0.hasPrefix("+") }.count == 1)
    var spaced = Self.page([Self.full, Self.other, Self.full, Self.other])
    for index in 2..<4 { (spaced[index].top, spaced[index].bottom) = (spaced[index].top + 12, 0) }
    for index in 2..<4 { spaced[index].bottom = spaced[index].top + 12 }
    #expect(Self.blocks(spaced).map { $0.hasPrefix("+") } == [false, true, false, true])
  }

  @Test("a heading is larger, and one line")
  func heading() {
    let heading = [
      Self.line("关于进一步做好全市各项工作", top: 40, height: 20),
      Self.line("的实施意见", top: 66, height: 20),
    ]
    let blocks = Self.blocks(heading + Self.page([Self.full, Self.other, "完。"]))
    #expect(blocks == ["#0 关于进一步做好全市各项工作的实施意见", Self.full, "+ " + Self.other, "+ 完。"])
  }

  @Test("hyphens at the end of lines are taken out, those of words are kept")
  func hyphens() {
    let lines = Self.page([
      "The harbour authority has published the infor-",
      "mation that was asked for by the co-operative",
      "and the well-known boat builders of the north-", "East shore.",
    ])
    #expect(
      Self.blocks(lines) == [
        "The harbour authority has published the information",
        "+ that was asked for by the co-operative",
        "+ and the well-known boat builders of the north-", "+ East shore.",
      ])
  }

  @Test("over the end of a page a paragraph goes on unless a sentence ends there")
  func pages() {
    let first = Self.page(["　　" + Self.full, Self.other], number: 0)
    let second = Self.page([Self.full + "。", "　　" + Self.full, Self.other + "。"], number: 1)
    let third = Self.page([Self.full, "完。"], number: 2)
    #expect(
      Self.blocks(first + second + third).map { $0.hasPrefix("+") }
        == [false, true, true, false, true, false, true])
  }

  @Test("columns of prose are read one after another, under and over what spans them")
  func columns() {
    let left = Self.page((0..<8).map { "左\($0)" + "东南西北中发白东南西北中发白" })
    let right = Self.page((0..<8).map { "右\($0)" + "东南西北中发白东南西北中发白" }, left: 280)
    let title = Self.line("这一行从左边一直写到右边跨过了两栏之间的空白处", top: 60)
    let mixed = zip(left, right).flatMap { [$0, $1] }
    let texts = PDFColumns.ordered([title] + mixed).map(\.text)
    #expect(texts == [title.text] + left.map(\.text) + right.map(\.text))
  }

  @Test("cells of a table are no columns")
  func table() {
    let rows = (0..<10).flatMap { row in
      [
        Self.line("项\(row)", top: 100 + Double(row) * 20),
        Self.line("数目\(row)", left: 200, top: 100 + Double(row) * 20),
        Self.line("一段比较长的备注", left: 320, top: 100 + Double(row) * 20),
      ]
    }
    #expect(PDFColumns.ordered(rows).map(\.text) == rows.map(\.text))
    #expect(Self.blocks(rows).allSatisfy { !$0.hasPrefix("+") })
  }

  @Test("entries of a table of contents stand alone")
  func contents() {
    let lines = Self.page([
      "第一章 总则........................................1",
      "第二章 附则........................................2",
    ])
    #expect(Self.blocks(lines).allSatisfy { !$0.hasPrefix("+") })
  }

  /// What is left of pages with `heads` and `feet`, and what was left out.
  private static func running(_ heads: [String], _ feet: [String]) -> ([String], [String]) {
    var lines: [PDFLine] = []
    for number in heads.indices {
      lines.append(line(heads[number], top: 30, page: number))
      let words = ["子", "丑", "寅", "卯", "辰", "巳"][number]
      lines += page(["\(words)正文甲", "正文乙\(words)", "丙\(words)", "2023"], number: number)
      lines.append(line(feet[number], top: 800, page: number))
    }
    var writer = BlockWriter()
    let left = PDFRunningLines.removed(from: lines, pages: heads.count, &writer)
    return (
      left.map(\.text).filter { !$0.contains("正文") && !$0.contains("丙") },
      Outline.omissions(of: writer.finish(format: .pdf))
    )
  }

  @Test("running heads and page numbers are those that repeat, or count the pages")
  func runningLines() {
    let heads = ["工作报告", "内部", "工作报告", "内部", "工作报告", "内部"]
    let numbers = (3...8).map { "— \($0) —" }
    let (left, omissions) = Self.running(heads, numbers)
    // A figure that stands at one height on every page is none that counts them.
    #expect(left == [String](repeating: "2023", count: 6))
    #expect(omissions == ["page numbers 6", "running heads 6"])
  }

  @Test("what stands at one height on two of many pages is text")
  func chance() {
    let heads = ["东", "西", "东", "南", "北", "中"]
    let (left, omissions) = Self.running(heads, ["7", "3", "9", "12", "8", "40"])
    #expect(left.filter { $0 != "2023" }.count == 12)
    #expect(omissions.isEmpty)
  }

  @Test("what pdftotext says is understood")
  func output() {
    let errors =
      "Syntax Error: Missing language pack for 'Adobe-GB1' mapping\nSyntax Error (12): bad\n"
    #expect(PDFOutput.missingData(errors) == "Adobe-GB1")
    #expect(PDFOutput.complaint("x\nSyntax Error (12): Illegal entry\n") == "Illegal entry")
    #expect(PDFOutput.complaint("") == nil)
    #expect(
      PDFOutput.xml([0x61, 0x01, 0xFF, 0xEF, 0xBF, 0xBF]) == Array("a \u{FFFD}\u{FFFD}".utf8))
    #expect(PDFOutput.hasUnmappedCharacters(Array("\u{E001}文字".utf8)))
    #expect(!PDFOutput.hasUnmappedCharacters(Array("文字".utf8)))
  }
}
