import TestSupport
import Testing

@testable import TextIngest

@Suite("OpenDocument texts")
struct OpenDocumentTests {
  private static let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
  static let namespaces =
    ["office", "text", "table", "style", "draw"].map {
      let vocabulary = $0 == "draw" ? "drawing" : $0
      return "xmlns:\($0)=\"\(prefix)\(vocabulary):1.0\""
    }.joined(separator: " ") + " xmlns:svg=\"\(prefix)svg-compatible:1.0\""

  static func file(
    _ body: String, styles: String = "", more: [String: String] = [:]
  ) -> [UInt8] {
    let parts = [
      "mimetype": "application/vnd.oasis.opendocument.text",
      "content.xml": """
      <office:document-content \(namespaces)><office:automatic-styles>\(automatic)\
      </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>\
      </office:document-content>
      """,
      "styles.xml": """
      <office:document-styles \(namespaces)><office:styles>\(common)</office:styles>\(styles)\
      </office:document-styles>
      """,
    ]
    return ZipBuilder.archive(parts.merging(more) { _, new in new })
  }

  private static let automatic = """
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
    <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Gone"/>
    """

  private static let common = """
    <style:style style:name="Title" style:family="paragraph"/>
    <style:style style:name="Gone" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
    """

  static let examples: [WordTests.Example] = [
    .init(
      "blocks, headings, white space",
      "<text:p text:style-name=\"P1\">题</text:p><text:h text:outline-level=\"2\">小节</text:h><text:p>一  <text:span>段</text:span>\n 话<text:s text:c=\"2\"/>完<text:tab/>a<text:line-break/>b<text:soft-page-break/>c</text:p><text:p/>",
      ["#0 题", "#2 小节", "一 段 话  完\ta", "+ bc"]),
    .init(
      "lists and tables",
      "<text:list><text:list-item><text:p>甲</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>乙</text:p><text:p>丙</text:p></table:table-cell><table:covered-table-cell><text:p>盖</text:p></table:covered-table-cell></table:table-row></table:table><text:p>丁</text:p>",
      ["甲", "| 乙", "| 丙", "丁"], ["list labels 1"]),
    .init(
      "notes stand behind the text, text boxes behind their paragraph",
      "<text:p>前<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>x</svg:title></draw:frame>后</text:p><text:p>末</text:p>",
      ["前后", "框", "末", "注"]),
    .init(
      "revisions, comments, ruby, fields",
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>文<office:annotation><text:p>批</text:p></office:annotation><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby><text:page-number>3</text:page-number><text:date>2023</text:date><text:placeholder>x</text:placeholder></text:p>",
      ["文漢2023"],
      ["comments 1", "deleted revisions 1", "page numbers 1", "placeholders 1", "ruby text 1"]),
    .init(
      "hidden text",
      "<text:p>显<text:span text:style-name=\"T1\">隐<text:span>隐</text:span></text:span></text:p><text:p text:style-name=\"P2\">隐</text:p><text:section text:display=\"none\"><text:p>隐</text:p></text:section><text:p><text:hidden-paragraph text:is-hidden=\"true\"/>隐</text:p>",
      ["显"], ["hidden text 4"]),
    .init(
      "pictures and objects",
      "<text:p><draw:frame><draw:object/><draw:image/></draw:frame><draw:frame><draw:image/><draw:image/></draw:frame></text:p>",
      [], ["embedded objects 1", "pictures 1"]),
  ]

  @Test("text and structure are kept, the rest is counted", arguments: examples)
  func reads(_ example: WordTests.Example) throws {
    let text = try Reader.text(of: Self.file(example.body), format: .odt)
    #expect(Outline.lines(of: text) == example.lines)
    #expect(Outline.omissions(of: text) == example.omissions)
  }

  @Test("headers and footers are counted")
  func pages() throws {
    let styles = """
      <office:master-styles><style:master-page><style:header><text:p>页眉</text:p></style:header>\
      <style:header-first><text:p/></style:header-first><style:footer><text:p>第<text:page-number/>\
      页</text:p></style:footer></style:master-page></office:master-styles>
      """
    let text = try Reader.text(of: Self.file("<text:p>文</text:p>", styles: styles), format: .odt)
    #expect(Outline.lines(of: text) == ["文"])
    #expect(Outline.omissions(of: text) == ["footers 1", "headers 1", "page numbers 1"])
  }

  @Test("encrypted texts and workbooks are named")
  func others() {
    let manifest =
      "<m:manifest xmlns:m=\"\(Self.prefix)manifest:1.0\"><m:encryption-data/></m:manifest>"
    let locked = Self.file("", more: ["META-INF/manifest.xml": manifest])
    #expect(throws: IngestError.document(.encrypted)) {
      try Reader.text(of: locked, format: .odt)
    }
    let workbook = Self.file(
      "", more: ["mimetype": "application/vnd.oasis.opendocument.spreadsheet"])
    #expect(throws: IngestError.document(.otherContent(named: .odt, found: .archive))) {
      try Reader.text(of: workbook, format: .odt)
    }
  }
}
