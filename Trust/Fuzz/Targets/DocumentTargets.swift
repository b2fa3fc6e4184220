internal import PhraseReport
internal import TestSupport
internal import WordMarkup

@testable internal import TextIngest

/// The readers of documents: text comes of the bytes, with tokens by D1, or an error that names the place.
enum DocumentTargets {
  private static let encodings: [String?] = [
    nil, nil, "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR",
    "windows-1252", "KOI8-R", "windows-874", "no such",
  ]

  private static func settings(_ source: inout ByteSource) -> IngestSettings {
    var settings = IngestSettings()
    settings.encoding = source.choice(encodings)
    let flags = source.byte()
    settings.foldsScript = flags & 1 > 0
    settings.splitsCompilations = flags & 2 == 0
    if flags & 4 > 0 { settings.slots = [] }
    if flags & 8 > 0 { settings.splitPattern = "^第.*报告$" }
    return settings
  }

  /// Plain text and Markdown with front matter, in every encoding.
  static func text(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let format: TextFormat = source.byte() & 1 > 0 ? .markdown : .plainText
    read(Array(source.rest.dropFirst(2)), format, settings(&source))
  }

  static func html(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let settings = settings(&source)
    read(Array(source.rest), .html, settings)
  }

  /// An archive of any sort: its list of members, and what they are packed with.
  static func archive(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let format = source.choice([TextFormat.docx, .odt, .epub])
    read(Array(source.rest), format, IngestSettings())
    if format == .docx { annotate(Array(source.rest)) }
  }

  private static let parts: [(format: TextFormat, name: String)] = [
    (.docx, "word/document.xml"), (.docx, "word/styles.xml"), (.docx, "word/comments.xml"),
    (.docx, "word/_rels/document.xml.rels"), (.docx, "_rels/.rels"),
    (.docx, "word/footnotes.xml"), (.docx, "word/header1.xml"),
    (.odt, "content.xml"), (.odt, "styles.xml"), (.odt, "META-INF/manifest.xml"),
    (.epub, "OEBPS/content.opf"), (.epub, "OEBPS/a.xhtml"), (.epub, "META-INF/container.xml"),
  ]

  /// The markup of one part of a sound archive.
  static func markup(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let (format, name) = source.choice(parts)
    var archive = ZipBuilder()
    for (member, content) in members(of: format).sorted(by: { $0.key < $1.key }) {
      archive.add(member, member == name ? Array(source.rest) : Array(content.utf8))
    }
    let content = archive.finish()
    read(content, format, IngestSettings())
    if format == .docx { annotate(content) }
  }

  private static func members(of format: TextFormat) -> [String: String] {
    switch format {
    case .docx:
      WordFile.members(
        WordFile.paragraph("一份报告。", properties: "<w:pStyle w:val=\"1\"/>"),
        parts: [
          "styles": "<w:styles {ns}/>", "comments": "<w:comments {ns}/>",
          "footnotes": "<w:footnotes {ns}/>", "header1": "<w:hdr {ns}/>",
        ])
    case .odt:
      [
        "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>",
        "styles.xml": "<a/>", "META-INF/manifest.xml": "<a/>",
      ]
    default:
      [
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile \
        full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """,
        "OEBPS/content.opf": """
        <package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" \
        media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>
        """,
        "OEBPS/a.xhtml": "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>一份报告。</p></html>",
      ]
    }
  }

  private static func read(
    _ content: [UInt8], _ format: TextFormat, _ settings: IngestSettings
  ) {
    do throws(IngestError) {
      let text = try Reader.text(of: content, format: format, settings: settings)
      promise(
        (try? UTF8Span(validating: text.content.span)) != nil, "the text is not UTF-8")
      let file = Reader.ingest(text, settings: settings)
      if let fault = TokenTwin.fault(in: file, settings) { broken(fault) }
      promise(file.documents.count > 0, "no document")
    } catch {
      switch error {
      case .unreadable, .notAFile, .changedWhileRead: broken("\(error)")
      case .undecodable(_, let offset), .undetected(let offset), .binary(let offset):
        promise(offset <= content.count, "the error is behind the end: \(error)")
      default: break
      }
    }
  }

  /// Marks and a comment on all of the text: the document with them has the same text.
  private static func annotate(_ content: [UInt8]) {
    guard let text = try? WordReader.mapped(content).text, !text.isEmpty else { return }
    let edges = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    let marks = stride(from: 0, to: edges.count - 1, by: 2).map { index in
      DraftMark(range: edges[index]..<edges[index + 1], look: MarkLook(style: .borrowed))
    }
    let comment = DraftComment(range: 0..<text.count, title: "T<1>", lines: ["a & b", "\u{1}"])
    do throws(WordMarkupError) {
      _ = try WordMarkup.annotate(
        content, with: DraftAnnotations(marks: marks, comments: [comment]), date: "2026-01-31")
    } catch .changesText {
      broken("the annotated document has another text")
    } catch {}
  }
}
