import Foundation
import TestSupport
import Testing

@testable import CorpusIndex

/// An index that another version of the program made.
@Suite struct IndexFormatTests {
  /// Makes the files with `ending` what a program with a later format would have written.
  private func upgrade(_ ending: String, in folder: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }
    try #require(!names.isEmpty)
    for name in names {
      let file = folder.appending(path: name)
      var bytes = Array(try Data(contentsOf: file))
      let size = SectionFileFormat.headerSize
      func put(_ value: UInt64, at offset: Int) {
        for byte in 0..<8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
      }
      put(SectionFileFormat.version + 1, at: 8)
      put(checksum(of: Array(bytes[..<(size - 8)])), at: size - 8)
      try Data(bytes).write(to: file)
    }
  }

  @Test(arguments: [".segment", ".catalogue"])
  func isRefusedWithTheCommandThatRebuilds(_ ending: String) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "archive"), withIntermediateDirectories: false)
    for number in 0..<3 {
      let text = Prose.text(Prose.paragraph(1), Prose.paragraph(10 + number))
      try Data(text.utf8).write(to: folder.appending(path: "archive/\(number).md"))
    }
    try Data(Prose.text(Prose.paragraph(1)).utf8).write(to: folder.appending(path: "draft.md"))
    #expect(try CommandRun(["index", "build", "archive"], in: folder).status == 0)
    #expect(try CommandRun(["check", "draft.md"], in: folder).status == 1)
    try upgrade(ending, in: folder.appending(path: ".taohua/index"))
    for arguments in [["check", "draft.md"], ["index", "verify"]] {
      let run = try CommandRun(arguments, in: folder)
      let message = String(decoding: run.errors, as: UTF8.self)
      #expect(run.status == 2, "\(arguments)")
      #expect(
        message.contains("has the format \(SectionFileFormat.version + 1) of another version"),
        "\(arguments): \(message)")
      #expect(message.contains("taohua index build"), "\(arguments)")
    }
    #expect(try CommandRun(["index", "build", "archive"], in: folder).status == 0)
    #expect(try CommandRun(["check", "draft.md"], in: folder).status == 1)
  }
}
