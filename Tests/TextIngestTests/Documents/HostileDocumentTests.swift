import TestSupport
import Testing

@testable import TextIngest

/// Documents that were made to do harm, or came to it: each is an error that says what is wrong.
@Suite("Hostile documents")
struct HostileDocumentTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var format = TextFormat.docx
    var content: @Sendable () -> [UInt8]
    var error: DocumentError
  }

  private static func document(_ xml: String) -> [UInt8] {
    var members = WordFile.members("")
    members["word/document.xml"] = xml
    return ZipBuilder.archive(members)
  }

  private static func zip(_ change: (inout ZipBuilder) -> Void) -> [UInt8] {
    var builder = ZipBuilder()
    builder.add("_rels/.rels", Array(WordFile.members("")["_rels/.rels"]!.utf8))
    change(&builder)
    return builder.finish()
  }

  /// A compound file, as far as it is looked at, with a stream called `name`.
  private static func compound(_ name: String, flags: UInt8 = 0) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    bytes += [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, flags]
    bytes += name.utf8.flatMap { [$0, UInt8(0)] }
    return bytes + [UInt8](repeating: 0, count: 500)
  }

  private static let word = "<w:document \(WordFile.namespaces)>"
  private static let main = "word/document.xml"

  static let examples: [Example] = [
    Example(
      testDescription: "a bomb",
      content: {
        zip { $0.add(main, [UInt8](repeating: 0x20, count: 40 << 20)) }
      }, error: .overLimit(.unpacked(bytes: 32 << 20))),
    Example(
      testDescription: "10,000 nested tables",
      content: {
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 10_000)
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 10_000)
        return document("\(word)<w:body>\(open)\(close)</w:body></w:document>")
      }, error: .overLimit(.depth(1_000, part: main))),
    Example(
      testDescription: "entities",
      content: {
        document(
          "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n\(word)&b;</w:document>")
      }, error: .declaresEntities(part: main, line: 1)),
    Example(
      testDescription: "an external entity",
      content: {
        document("<!DOCTYPE d SYSTEM \"file:///etc/passwd\">\n\(word)&x;</w:document>")
      }, error: .declaresEntities(part: main, line: 1)),
    Example(
      testDescription: "XML that is cut off",
      content: { document("\(word)\n<w:body>\n  <w:p>") },
      error: .malformedXML(part: main, line: 3, column: 8, problem: "no element found")),
    Example(
      testDescription: "an archive that is cut off",
      content: { Array(WordFile.make("<w:p/>").dropLast(40)) }, error: .damagedArchive),
    Example(
      testDescription: "an archive of which half is left",
      content: {
        let whole = WordFile.make(String(repeating: WordFile.paragraph("文"), count: 1_000))
        return Array(whole[..<(whole.count / 2)])
      }, error: .damagedArchive),
    Example(
      testDescription: "a wrong checksum",
      content: { zip { $0.add(main, Array("\(word)</w:document>".utf8), checksum: 1) } },
      error: .damagedPart(main)),
    Example(
      testDescription: "a locked member",
      content: { zip { $0.add(main, Array(word.utf8), flags: 1) } }, error: .encrypted),
    Example(
      testDescription: "no main part", content: { zip { $0.add("word/x.xml", []) } },
      error: .missingPart(main)),
    Example(
      testDescription: "too many members",
      content: { zip { for index in 0...20_000 { $0.add("word/\(index)", []) } } },
      error: .overLimit(.members(20_000))),
    Example(
      testDescription: "an encrypted document", content: { compound("EncryptedPackage") },
      error: .encrypted),
    Example(
      testDescription: "an old document", content: { compound("WordDocument") },
      error: .otherContent(named: .docx, found: .doc)),
    Example(
      testDescription: "an encrypted old document",
      content: { compound("WordDocument", flags: 1) }, error: .encrypted),
    Example(
      testDescription: "a workbook", content: { ZipBuilder.archive(["xl/workbook.xml": "<x/>"]) },
      error: .otherContent(named: .docx, found: .archive)),
    Example(
      testDescription: "an archive of another root", content: { document("<workbook/>") },
      error: .otherContent(named: .docx, found: .archive)),
    Example(
      testDescription: "rich text", content: { Array("{\\rtf1 a}".utf8) },
      error: .otherContent(named: .docx, found: .rtf)),
    Example(
      testDescription: "HTML", content: { Array("\n<!DOCTYPE HTML><p>a".utf8) },
      error: .otherContent(named: .docx, found: .html)),
    Example(
      testDescription: "a PDF", content: { Array("%PDF-1.7".utf8) },
      error: .otherContent(named: .docx, found: .pdf)),
    Example(
      testDescription: "plain text", content: { Array("一份报告".utf8) },
      error: .otherContent(named: .docx, found: nil)),
    Example(
      testDescription: "nothing", content: { [] },
      error: .otherContent(named: .docx, found: nil)),
  ]

  @Test("are clear errors", arguments: examples)
  func areErrors(_ example: Example) {
    #expect(throws: IngestError.document(example.error)) {
      try Reader.text(of: example.content(), format: example.format)
    }
  }

  @Test("names of members are only looked up")
  func names() throws {
    var members = WordFile.members(WordFile.paragraph("文"))
    members["../../../tmp/evil.xml"] = "<x/>"
    members["/etc/passwd"] = "x"
    let text = try Reader.text(of: ZipBuilder.archive(members), format: .docx)
    #expect(Outline.lines(of: text) == ["文"])
  }

  @Test("a token as long as the document takes no quadratic time")
  func longToken() throws {
    let value = String(repeating: "a", count: 8 << 20)
    let text = try Reader.text(
      of: Self.document("\(Self.word)<w:body w:x=\"\(value)\"/></w:document>"), format: .docx)
    #expect(text.content.isEmpty)
  }
}
