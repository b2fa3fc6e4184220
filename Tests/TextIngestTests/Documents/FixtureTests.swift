import Foundation
import TestSupport
import Testing

@testable import TextIngest

/// One report in each format, as other programs wrote it (Tests/Fixtures/make-documents).
@Suite("The same report in every format")
struct FixtureTests {
  static let names = ["docx", "odt", "html", "epub", "pdf", "rtf", "doc", "wps"]

  /// The bytes of the report; that of WPS is a Word document under another name, as WPS writes it.
  static func content(_ name: String) throws -> [UInt8] {
    let file = name == "wps" ? "doc" : name
    return Array(try Data(contentsOf: TestFiles.documents.appending(path: "report.\(file)")))
  }

  /// The report, unless the program that converts it is not installed.
  static func read(_ name: String) throws -> IngestedFile {
    do {
      return try Reader.ingest(
        content(name), format: Reader.format(ofFileName: "report.\(name)"))
    } catch .document(.converterMissing(let converter)) as IngestError {
      try Test.cancel("\(converter.programs[0]) is not installed")
    }
  }

  static func tokens(_ file: IngestedFile) -> [String] {
    file.tokens.values.indices.map { file.text(ofToken: $0) }
  }

  @Test("tokens, blocks and title are the same", arguments: names)
  func same(_ name: String) throws {
    let expected = try Self.read("txt")
    let found = try Self.read(name)
    let (left, right) = (Self.tokens(expected), Self.tokens(found))
    #expect(left.count > 900)
    let common = LongestCommonSubsequence.length(left, right)
    #expect(Double(common) >= 0.995 * Double(max(left.count, right.count)))
    // Paragraphs, headings, list items and cells.
    let (blocks, others) = (expected.documents[0].blockStarts, found.documents[0].blockStarts)
    let shared = Set(blocks).intersection(others).count
    #expect(Double(shared) >= 0.95 * Double(max(blocks.count, others.count)))
    #expect(
      found.documents[0].title?.filter { $0 != " " } == expected.documents[0].title)
  }

  @Test("what stands beside the prose of the Word document is counted")
  func omissions() throws {
    let text = try Reader.text(of: Self.content("docx"), format: .docx)
    #expect(
      Outline.omissions(of: text) == [
        "deleted revisions 1", "headers 1", "hidden text 1", "list labels 2", "page numbers 1",
      ])
  }
}
