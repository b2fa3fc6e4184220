import TestSupport
import Testing

@testable import TextIngest

@Suite("Books")
struct EPUBTests {
  /// A book of `parts`, in the order of their names, and further members.
  static func file(_ parts: [String: String], more: [String: String] = [:]) -> [UInt8] {
    let names = parts.keys.sorted()
    let items = names.map { name in
      let properties = name.hasPrefix("nav") ? " properties=\"nav\"" : ""
      return
        "<item id=\"\(name)\" href=\"text/\(name).xhtml\" media-type=\"application/xhtml+xml\"\(properties)/>"
    }
    var members = [
      "mimetype": "application/epub+zip",
      "META-INF/container.xml":
        "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
      "OEBPS/book.opf": """
      <package><manifest>\(items.joined())</manifest><spine>\
      \(names.map { "<itemref idref=\"\($0)\"/>" }.joined())</spine></package>
      """,
    ]
    for (name, content) in parts {
      members["OEBPS/text/\(name.replacing("%20", with: " ")).xhtml"] = content
    }
    return ZipBuilder.archive(members.merging(more) { _, new in new })
  }

  private static func page(_ body: String) -> String {
    """
    <?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/x.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/>\
    <script src="x"/></head><body>\(body)</body></html>
    """
  }

  @Test("documents come in the order of the spine, without contents and marks of notes")
  func spine() throws {
    let book = Self.file([
      "1": Self.page("<h1>第一章</h1><p>一<a epub:type=\"noteref\" href=\"#n\">1</a>段</p>"),
      "2%20b": Self.page("<p>二&nbsp;&mdash;&unknown;段<br/>行</p>"), "nav": Self.page("<p>目录</p>"),
    ])
    let text = try Reader.text(of: book, format: .epub)
    #expect(Outline.lines(of: text) == ["#1 第一章", "一段", "二\u{A0}—&unknown;段", "+ 行"])
    #expect(
      Outline.omissions(of: text) == ["navigation 1", "note marks 1"])
  }

  @Test("what is no XML is read as HTML")
  func malformed() throws {
    let text = try Reader.text(of: Self.file(["1": "<p>一段<br>二行<p>三段 & 尾"]), format: .epub)
    #expect(Outline.lines(of: text) == ["一段", "+ 二行", "三段 & 尾"])
  }

  @Test("a document that declares entities is refused")
  func entities() {
    let page = "<!DOCTYPE html [<!ENTITY a \"b\">]><html><body>&a;</body></html>"
    #expect(
      throws: IngestError.document(.declaresEntities(part: "OEBPS/text/1.xhtml", line: 1))
    ) {
      try Reader.text(of: Self.file(["1": page]), format: .epub)
    }
  }

  @Test("a chapter that is no text is named, with the place in it")
  func undecodable() {
    let chapter = "<p>一段<br>\u{0}"
    #expect(
      throws: IngestError.document(
        .undecodablePart("OEBPS/text/1.xhtml", encoding: nil, offset: chapter.utf8.count - 1))
    ) {
      try Reader.text(of: Self.file(["1": chapter]), format: .epub)
    }
  }

  @Test("an encrypted book is named; encrypted fonts are none")
  func encryption() throws {
    func encrypted(_ part: String) -> [String: String] {
      ["META-INF/encryption.xml": "<encryption><CipherReference URI=\"\(part)\"/></encryption>"]
    }
    let pages = ["1": Self.page("<p>文</p>")]
    #expect(throws: IngestError.document(.encrypted)) {
      try Reader.text(
        of: Self.file(pages, more: encrypted("OEBPS/text/1.xhtml")), format: .epub)
    }
    let text = try Reader.text(
      of: Self.file(pages, more: encrypted("OEBPS/font.otf")), format: .epub)
    #expect(Outline.lines(of: text) == ["文"])
  }
}
