import TestSupport
import Testing

@testable import TextIngest

@Suite("Word documents")
struct WordTests {
  static func text(_ body: String, parts: [String: String] = [:]) throws -> SourceText {
    try Reader.text(of: WordFile.make(body, parts: parts), format: .docx)
  }

  static func p(_ text: String, _ properties: String = "") -> String {
    WordFile.paragraph(text, properties: properties)
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    WordFile.run(text, properties)
  }

  /// A body, the lines that must come of it, and what must be left out.
  struct Example: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var body: String
    var lines: [String]
    var omissions: [String] = []

    init(_ name: String, _ body: String, _ lines: [String], _ omissions: [String] = []) {
      testDescription = name
      self.body = body
      self.lines = lines
      self.omissions = omissions
    }
  }

  static let characterExamples: [Example] = [
    Example(
      "runs in one word",
      "<w:p>\(r("报"))<w:proofErr w:type=\"x\"/>\(r("告", "<w:b/>"))\(r("wo"))\(r("rd"))</w:p>",
      ["报告word"]),
    Example(
      "spaces count where they are kept",
      "<w:p><w:r><w:t>one </w:t></w:r><w:r><w:t xml:space=\"preserve\">two </w:t></w:r>\(r("three"))</w:p>",
      ["onetwo three"]),
    Example(
      "tabs, hyphens, breaks",
      "<w:p>\(r("a"))<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:br/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r></w:p>",
      ["a\tb\u{2011}cd", "+ e", "+ f"]),
    Example(
      "tab stops are no tabs",
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>\(r("a"))</w:p>",
      ["a"]),
    Example(
      "a page break ends a block",
      "<w:p>\(r("前"))<w:r><w:br w:type=\"page\"/></w:r>\(r("后"))</w:p>", ["前", "后"]),
    Example(
      "symbols",
      "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:sym w:font=\"Odd\" w:char=\"F0A8\"/><w:sym w:font=\"SimSun\" w:char=\"2103\"/></w:r></w:p>",
      ["α□℃"], ["symbols of unknown fonts 1"]),
    Example(
      "links, tags and content controls are passed through",
      "<w:p><w:hyperlink r:id=\"x\">\(r("甲"))</w:hyperlink><w:smartTag>\(r("乙"))</w:smartTag><w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>\(r("丙"))</w:sdtContent></w:sdt></w:p>",
      ["甲乙丙"]),
    Example(
      "ruby gives its base",
      "<w:p><w:r><w:ruby><w:rt>\(r("hàn"))</w:rt><w:rubyBase>\(r("漢"))</w:rubyBase></w:ruby></w:r>\(r("字"))</w:p>",
      ["漢字"], ["ruby text 1"]),
    Example(
      "formulas",
      "<w:p>\(r("得"))<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den></m:f></m:oMath></w:p>",
      ["得1/x"]),
    Example("empty paragraphs are empty lines", p("甲") + "<w:p/><w:p/>" + p("乙"), ["甲", "乙"]),
  ]

  @Test("characters come out right", arguments: characterExamples)
  func characters(_ example: Example) throws { try check(example) }

  static let structureExamples: [Example] = [
    Example(
      "headings have levels",
      p("题", "<w:pStyle w:val=\"T\"/>") + p("一", "<w:pStyle w:val=\"H1\"/>")
        + p("二", "<w:pStyle w:val=\"H2a\"/>") + p("三", "<w:outlineLvl w:val=\"2\"/>")
        + p("文", "<w:pStyle w:val=\"H1\"/><w:outlineLvl w:val=\"9\"/>"),
      ["#0 题", "#1 一", "#2 二", "#3 三", "文"]),
    Example(
      "list labels are counted",
      p("一项", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + p("二项", "<w:pStyle w:val=\"L\"/>")
        + p("文", "<w:pStyle w:val=\"L\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
      ["一项", "二项", "文"], ["list labels 2"]),
    Example(
      "tables cell by cell",
      "<w:tbl><w:tr><w:tc>\(p("甲"))\(p("乙"))</w:tc><w:tc><w:tbl><w:tr><w:tc>\(p("丙"))</w:tc></w:tr></w:tbl>\(p(""))</w:tc></w:tr></w:tbl>\(p("丁"))",
      ["| 甲", "| 乙", "| 丙", "丁"]),
    Example(
      "a text box once, behind its paragraph",
      "<w:p>\(r("前"))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>\(p("框"))</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("框"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(r("后"))</w:p>",
      ["前后", "框"]),
    Example(
      "the fallback where the choice is not known",
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\"><v:other/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
      ["☺"]),
    Example(
      "pictures and objects are counted once",
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><pic:pic/></w:drawing></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent><w:object><v:imagedata/></w:object><w:drawing><c:chart/></w:drawing></w:r></w:p>",
      [], ["embedded objects 2", "pictures 1"]),
  ]

  static let styles = """
    <w:styles {ns}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2a"><w:basedOn w:val="H2"/></w:style>
    <w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
    <w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="PV"><w:basedOn w:val="PW"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="PW"><w:basedOn w:val="PV"/></w:style>
    <w:style w:type="table" w:styleId="TS"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>
    """

  @Test("structure is kept", arguments: structureExamples)
  func structure(_ example: Example) throws { try check(example) }

  static let leftOutExamples: [Example] = [
    Example(
      "revisions",
      "<w:p>\(r("原"))<w:del w:id=\"1\"><w:r><w:delText>删</w:delText></w:r></w:del><w:ins w:id=\"2\">\(r("增"))</w:ins><w:moveFrom w:id=\"3\">\(r("移"))</w:moveFrom></w:p><w:p><w:moveTo w:id=\"3\">\(r("移"))</w:moveTo></w:p>",
      ["原增", "移"], ["deleted revisions 2"]),
    Example(
      "a deleted mark joins paragraphs",
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(r("前半"))</w:p>\(p("后半"))\(p("下段"))",
      ["前半后半", "下段"], ["deleted revisions 1"]),
    Example(
      "a deleted row",
      "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>\(p("旧"))</w:tc></w:tr><w:tr><w:tc>\(p("新"))</w:tc></w:tr></w:tbl>",
      ["| 新"], ["deleted revisions 1"]),
    Example(
      "what properties were",
      "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>在</w:t></w:r></w:p>",
      ["在"]),
    Example(
      "hidden text",
      "<w:p>\(r("显"))\(r("隐", "<w:vanish/>"))\(r("显", "<w:vanish w:val=\"0\"/>"))\(r("隐", "<w:rStyle w:val=\"V\"/>"))</w:p>"
        + p("隐", "<w:pStyle w:val=\"PV\"/>")
        + "<w:p><w:pPr><w:pStyle w:val=\"PV\"/></w:pPr>\(r("显", "<w:rStyle w:val=\"V\"/>"))\(r("显", "<w:vanish w:val=\"false\"/>"))</w:p>"
        + "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>\(r("显"))</w:p>",
      ["显显", "显显", "显"], ["hidden text 3"]),
    Example(
      "fields give their result",
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ \"yyyy\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("code"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("2023"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(r("年"))<w:fldSimple w:instr=\" AUTHOR \">\(r("甲"))</w:fldSimple></w:p>",
      ["2023年甲"], ["field codes 1"]),
    Example(
      "page numbers",
      "<w:p>\(r("第"))<w:fldSimple w:instr=\" PAGE \\* Arabic\">\(r("3"))</w:fldSimple><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>NUMPAGES</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>9</w:t><w:fldChar w:fldCharType=\"end\"/><w:pgNum/></w:r>\(r("页"))</w:p>",
      ["第页"], ["page numbers 3"]),
    Example(
      "comments and note marks",
      "<w:p>\(r("文"))<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>\(r("本"))</w:p>",
      ["文本"], ["comments 1"]),
    Example(
      "placeholders",
      "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(p("单击此处"))</w:sdtContent></w:sdt>\(p("文"))",
      ["文"], ["placeholders 1"]),
    Example("imported parts", "<w:altChunk r:id=\"x\"/>" + p("文"), ["文"], ["embedded objects 1"]),
  ]

  @Test("what is no prose is left out and counted", arguments: leftOutExamples)
  func leftOut(_ example: Example) throws { try check(example) }

  private func check(_ example: Example) throws {
    let text = try Self.text(example.body, parts: ["styles": Self.styles])
    #expect(Outline.lines(of: text) == example.lines)
    #expect(Outline.omissions(of: text) == example.omissions)
  }

  @Test("notes stand behind the text, headers and footers are counted")
  func parts() throws {
    let separator = "<w:footnote w:type=\"separator\" w:id=\"0\">\(Self.p("线"))</w:footnote>"
    let note = "<w:footnote w:id=\"1\">\(Self.p("脚注"))</w:footnote>"
    let page = "<w:p><w:fldSimple w:instr=\"PAGE\">\(Self.r("1"))</w:fldSimple></w:p>"
    let text = try Self.text(
      "<w:p>\(Self.r("正文"))<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>\(Self.p("二段"))",
      parts: [
        "footnotes": "<w:footnotes {ns}>\(separator)\(note)</w:footnotes>",
        "endnotes":
          "<w:endnotes {ns}><w:endnote w:id=\"1\">\(Self.p("尾注"))</w:endnote></w:endnotes>",
        "header1": "<w:hdr {ns}>\(Self.p("页眉"))</w:hdr>", "header2": "<w:hdr {ns}><w:p/></w:hdr>",
        "footer1": "<w:ftr {ns}>\(page)\(Self.p("页脚"))</w:ftr>",
      ])
    #expect(Outline.lines(of: text) == ["正文", "二段", "脚注", "尾注"])
    #expect(Outline.omissions(of: text) == ["footers 1", "headers 1", "page numbers 1"])
  }

  @Test("strict documents, parts elsewhere, and names that climb out of the archive")
  func packages() throws {
    var members = WordFile.members(Self.p("文"), parts: ["styles": Self.styles])
    for (name, content) in members {
      members[name] = content.replacing(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    }
    members["_rels/.rels"] = members["_rels/.rels"]?.replacing(
      "word/document.xml", with: "/../../etc/./Body.xml")
    members["etc/body.xml"] = members.removeValue(forKey: "word/document.xml")
    members["word/x.xml"] = "<x/>"
    let text = try Reader.text(of: ZipBuilder.archive(members), format: .docx)
    #expect(Outline.lines(of: text) == ["文"])
  }
}
