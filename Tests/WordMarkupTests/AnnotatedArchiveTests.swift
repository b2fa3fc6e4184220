import Foundation
import PhraseReport
import TestSupport
import Testing
import TextIngest

@testable import WordMarkup

@Suite("The archive of an annotated document")
struct AnnotatedArchiveTests {
  /// A mark and a comment on the first `count` bytes of the text.
  private static func annotations(_ count: Int = 6) -> DraftAnnotations {
    DraftAnnotations(
      marks: [DraftMark(range: 0..<count, look: MarkLook(style: .borrowed))],
      comments: [DraftComment(range: 0..<count, title: "甲 <1> & \"2\"", lines: ["乙\u{0}"])])
  }

  private static func annotated(
    _ content: [UInt8], _ count: Int = 6, date: String? = nil
  ) throws -> [UInt8] {
    try WordMarkup.annotate(content, with: annotations(count), date: date).content
  }

  /// The members of an archive: name, method, time, checksum and packed bytes of each.
  private static func members(of content: [UInt8]) throws -> [String: String] {
    let script = """
      import io, json, sys, zipfile, hashlib
      data = sys.stdin.buffer.read()
      members = {}
      with zipfile.ZipFile(io.BytesIO(data)) as archive:
          assert archive.testzip() is None
          for info in archive.infolist():
              head = info.header_offset
              skip = 30 + int.from_bytes(data[head+26:head+28], "little") + int.from_bytes(data[head+28:head+30], "little")
              packed = data[head+skip:head+skip+info.compress_size]
              members[info.filename] = repr((info.compress_type, info.date_time, info.CRC, info.file_size, info.external_attr, hashlib.sha256(packed).hexdigest()))
      print(json.dumps(members))
      """
    let run = try PythonScript(script, [], input: content)
    #expect(run.status == 0, "\(run.output)")
    return try JSONDecoder().decode([String: String].self, from: Data(run.output.utf8))
  }

  @Test("what is not changed is the same to the packed byte")
  func otherMembers() throws {
    let draft = try [UInt8](Data(contentsOf: TestFiles.documents.appending(path: "report.docx")))
    let before = try Self.members(of: draft)
    let after = try Self.members(of: Self.annotated(draft))
    let changed: Set = [
      "[Content_Types].xml", "word/document.xml", "word/comments.xml",
      "word/_rels/document.xml.rels",
    ]
    #expect(Set(after.keys) == Set(before.keys).union(["word/comments.xml"]))
    for (name, member) in before where !changed.contains(name) { #expect(after[name] == member) }
    #expect(before.keys.count - changed.count > 5)
    for name in changed { #expect(after[name] != before[name], "\(name)") }
  }

  @Test("a part of comments is made, typed and related")
  func newComments() throws {
    let result = try Self.annotated(WordFile.make(WordFile.paragraph("一二三")))
    #expect(
      try MarkupPropertyTests.part("[Content_Types].xml", of: result) == """
        <Types><Override PartName="/word/comments.xml" ContentType="application/\
        vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>
        """)
    let relations = try MarkupPropertyTests.part("word/_rels/document.xml.rels", of: result)
    #expect(
      relations.hasSuffix(
        "<Relationship Id=\"rIdTaohua\" Type=\"\(WordFile.type)comments\" Target=\"comments.xml\"/></Relationships>"
      ))
    let comments = try MarkupPropertyTests.part("word/comments.xml", of: result)
    #expect(comments.contains("w:id=\"0\" w:author=\"Taohua\" w:initials"))
    #expect(comments.contains("甲 &lt;1&gt; &amp; &quot;2&quot;"))
    #expect(comments.contains("乙\u{FFFD}"))
    #expect(WordMarkup.isAnnotated(result))
    #expect(!WordMarkup.isAnnotated(WordFile.make(WordFile.paragraph("一二三"))))
    #expect(!WordMarkup.isAnnotated([]))
  }

  @Test("comments that are there stay, and ours are numbered behind them")
  func existingComments() throws {
    let old = "<w:comment w:id=\"4\" w:author=\"王\"><w:p/></w:comment>"
    let content = WordFile.make(
      "<w:p><w:commentRangeStart w:id=\"9\"/>\(WordFile.run("一二三"))<w:commentRangeEnd w:id=\"9\"/><w:r><w:commentReference w:id=\"9\"/></w:r></w:p>",
      parts: ["comments": "<w:comments {ns}>\(old)</w:comments>"])
    let result = try Self.annotated(content)
    let comments = try MarkupPropertyTests.part("word/comments.xml", of: result)
    #expect(comments.contains(old))
    #expect(comments.contains("w:id=\"10\" w:author=\"Taohua\""))
    for name in ["[Content_Types].xml", "word/_rels/document.xml.rels"] {
      #expect(
        try MarkupPropertyTests.part(name, of: result)
          == MarkupPropertyTests.part(name, of: content))
    }
    // Once more: the comments of the first time stay as well.
    let twice = try MarkupPropertyTests.part("word/comments.xml", of: Self.annotated(result))
    #expect(twice.contains("w:id=\"10\"") && twice.contains("w:id=\"11\""))
  }

  @Test("a date is one that was given")
  func dates() throws {
    let content = WordFile.make(WordFile.paragraph("一二三"))
    let dated = try Self.annotated(content, date: "2026-03-31")
    #expect(
      try MarkupPropertyTests.part("word/comments.xml", of: dated)
        .contains("w:date=\"2026-03-31T00:00:00Z\""))
    let plain = try Self.annotated(content)
    #expect(try !MarkupPropertyTests.part("word/comments.xml", of: plain).contains("w:date"))
    #expect(try plain == Self.annotated(content))
  }

  @Test("a comment on a note stands at its mark, and the part of the notes stays")
  func notes() throws {
    let content = WordFile.make(
      "<w:p>\(WordFile.run("一二"))<w:r><w:footnoteReference w:id=\"5\"/></w:r>\(WordFile.run("三四"))</w:p>",
      parts: [
        "footnotes":
          "<w:footnotes {ns}><w:footnote w:id=\"5\">\(WordFile.paragraph("注释"))</w:footnote></w:footnotes>"
      ])
    let text = try WordReader.mapped(content).text
    #expect(String(decoding: text, as: UTF8.self) == "一二三四\n注释\n")
    let note = 13..<19
    let result = try WordMarkup.annotate(
      content,
      with: DraftAnnotations(
        marks: [DraftMark(range: note, look: MarkLook(style: .term))],
        comments: [DraftComment(range: note, title: "a", lines: [])]), date: nil)
    let document = try MarkupPropertyTests.part("word/document.xml", of: result.content)
    #expect(
      document.contains(
        "<w:commentRangeStart w:id=\"0\"/><w:r><w:footnoteReference w:id=\"5\"/></w:r><w:commentRangeEnd w:id=\"0\"/>"
      ))
    #expect(result.unplaced == 0)
    #expect(
      try MarkupPropertyTests.part("word/footnotes.xml", of: result.content)
        == MarkupPropertyTests.part("word/footnotes.xml", of: content))
  }

  @Test("prefixes that mean something else are not used")
  func prefixes() throws {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    var parts = WordFile.members("")
    parts["word/document.xml"] = """
      <document xmlns="\(space)" xmlns:a="\(space)" xmlns:w="urn:other"><body><p><r><rPr><a:b/></rPr>\
      <t a:x="1">一二三</t></r></p></body></document>
      """
    let result = try Self.annotated(ZipBuilder.archive(parts), 3)
    let document = try MarkupPropertyTests.part("word/document.xml", of: result)
    #expect(
      document.contains(
        "<w:commentRangeStart xmlns:w=\"\(space)\" w:id=\"0\"/><r><rPr><a:b/><w:u xmlns:w="))
    #expect(document.contains("<t a:x=\"1\" xml:space=\"preserve\">二三</t>"))
    // Empty lists have room, too.
    #expect(try WordReader.mapped(result).map.lastComment == 0)
  }

  @Test("a document in another encoding is refused in words")
  func encodings() throws {
    var parts = WordFile.members("")
    parts["word/document.xml"] =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><w:document \(WordFile.namespaces)><w:body>\(WordFile.paragraph("abc"))</w:body></w:document>"
    let content = ZipBuilder.archive(parts)
    #expect(throws: WordMarkupError.encoding(part: "word/document.xml")) {
      try Self.annotated(content, 2)
    }
  }

  @Test("members that lie in one another are no reason to write more than there was")
  func overlapping() throws {
    let paragraph = WordFile.paragraph("一二三")
    let content = WordFile.make(
      paragraph, parts: ["settings": String(repeating: "ab", count: 2_000)])
    let script = """
      import sys
      data = bytearray(sys.stdin.buffer.read())
      end = data.rindex(b"PK\\x05\\x06")
      start = int.from_bytes(data[end+16:end+20], "little")
      entries, at = [], start
      while data[at:at+4] == b"PK\\x01\\x02":
          size = 46 + sum(int.from_bytes(data[at+n:at+n+2], "little") for n in (28, 30, 32))
          entries.append(bytes(data[at:at+size]))
          at += size
      big = max(entries, key=lambda entry: int.from_bytes(entry[20:24], "little"))
      entries += [big] * 500
      listing = b"".join(entries)
      tail = bytearray(data[end:])
      for place in (8, 10):
          tail[place:place+2] = len(entries).to_bytes(2, "little")
      tail[12:16] = len(listing).to_bytes(4, "little")
      sys.stdout.write((data[:start] + listing + tail).hex())
      """
    let hex = try PythonScript(script, [], input: content).output
    let bomb = stride(from: 0, to: hex.utf8.count, by: 2).compactMap { index in
      UInt8(hex.dropFirst(index).prefix(2), radix: 16)
    }
    #expect(try WordReader.mapped(bomb).text == Array("一二三\n".utf8))
    #expect(throws: WordMarkupError.unreadable(.document(.damagedArchive))) {
      try Self.annotated(bomb)
    }
  }

  /// What may stand where it should not.
  private static let scraps = [
    "<w:t>x</w:t>", "<w:rPr><w:u/></w:rPr>", "<w:r><w:t>y</w:t></w:r>",
    "<w:p><w:r><w:t>z</w:t></w:r></w:p>", "<w:cr/>", "<w:pPr><w:r/></w:pPr>",
    "<w:footnoteReference/>", "<w:commentReference w:id=\"-5\"/>",
    "<w:commentReference w:id=\"9223372036854775807\"/>", "<w:ins><w:t>q</w:t></w:ins>",
    "<mc:AlternateContent><mc:Fallback><w:t>w</w:t></mc:Fallback></mc:AlternateContent>",
    "<w:r><w:r><w:rPr/><w:t>v</w:t></w:r><w:rPr/></w:r>", "<w:tc><w:r><w:t>u</w:t></w:r></w:tc>",
    "<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>", "<w:footnote w:id=\"1\"/>",
  ]

  @Test("elements in odd places do no harm")
  func oddPlaces() throws {
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for seed in 0..<UInt64(150) {
      let file = RandomWordFile(seed: seed)
      var body = Array(file.body.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let ends = body.indices.filter { body[$0] == UInt8(ascii: ">") }
        let scrap = Self.scraps.randomElement(using: &random)!
        body.insert(contentsOf: scrap.utf8, at: ends.randomElement(using: &random)! + 1)
      }
      let content = WordFile.make(String(decoding: body, as: UTF8.self), parts: file.parts)
      guard let text = try? WordReader.mapped(content).text else { continue }
      let annotations = MarkupPropertyTests.annotations(of: text, &random)
      do throws(WordMarkupError) {
        _ = try WordMarkup.annotate(content, with: annotations, date: nil)
      } catch {
        // It says that the XML is not in order, which is so.
        #expect(error == .changesText)
        refused += 1
      }
    }
    #expect(refused < 6)
  }
}
