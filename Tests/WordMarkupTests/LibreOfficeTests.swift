import Foundation
import PhraseReport
import TestSupport
import Testing
import TextIngest

@testable import WordMarkup

/// Another word processor opens what we write.
@Suite("LibreOffice opens annotated documents", .serialized)
struct LibreOfficeTests {
  /// `content` converted to `format`, the ending of what comes out.
  private func converted(_ content: [UInt8], to format: String, in folder: URL) throws -> Data {
    let file = folder.appending(path: "document.docx")
    try Data(content).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--convert-to", format, "--outdir", folder.path, file.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let ending = format.split(separator: ":")[0]
    return try Data(contentsOf: folder.appending(path: "document.\(ending)"))
  }

  private func requireLibreOffice() throws {
    let isThere = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    if !isThere { try Test.cancel("soffice is not installed: scripts/setup --tests") }
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taohua-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("the text is the same, the comments are there, and it prints")
  func report() throws {
    try requireLibreOffice()
    let draft = try [UInt8](Data(contentsOf: TestFiles.documents.appending(path: "report.docx")))
    let text = try WordReader.mapped(draft).text
    var random = SeededGenerator(seed: 7)
    let annotations = MarkupPropertyTests.annotations(of: text, &random)
    let result = try WordMarkup.annotate(draft, with: annotations, date: nil).content
    try withFolder { folder in
      let before = try converted(draft, to: "txt:Text", in: folder)
      let after = try converted(result, to: "txt:Text", in: folder)
      #expect(before.count > 1_000)
      #expect(
        String(decoding: after, as: UTF8.self) == String(decoding: before, as: UTF8.self))
      #expect(try converted(result, to: "pdf", in: folder).starts(with: Array("%PDF-".utf8)))
      let flat = String(decoding: try converted(result, to: "fodt", in: folder), as: UTF8.self)
      let ours = flat.ranges(of: "<dc:creator>Taohua</dc:creator>").count
      #expect(ours == annotations.comments.count)
      for fill in ["#fcdcd2", "#fbe2a4"] {
        #expect(flat.contains("fo:background-color=\"\(fill)\""))
      }
    }
  }
}
