import Foundation
import Testing

@testable import TaohuaCommand

/// Reports are in place all together or not at all.
@Suite struct ReportWriterTests {
  private struct Broken: Error {}

  @Test func allAreWritten() throws {
    try inFolder { folder in
      try ReportWriter.write([
        report("\(folder)/new/a.json", "a"), report("\(folder)/new/b.md", "b"),
      ])
      #expect(try text("\(folder)/new/a.json") == "a")
      #expect(try text("\(folder)/new/b.md") == "b")
      #expect(try files(folder).count == 2)
    }
  }

  @Test func aFailureLeavesTheOldReportsAsTheyWere() throws {
    try inFolder { folder in
      try Data("old".utf8).write(to: URL(filePath: "\(folder)/a.json"))
      let broken = ReportWriter.Report(path: "\(folder)/b.md") { sink in
        try sink(Array("half".utf8))
        throw Broken()
      }
      #expect(throws: Broken.self) {
        try ReportWriter.write([report("\(folder)/a.json", "new"), broken])
      }
      #expect(try text("\(folder)/a.json") == "old")
      #expect(try files(folder) == ["a.json"])
    }
  }

  @Test func linksAndPermissionsAreKept() throws {
    try inFolder { folder in
      let target = "\(folder)/target.json"
      try Data("old".utf8).write(to: URL(filePath: target))
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link.json", withDestinationPath: "target.json")
      try ReportWriter.write([report("\(folder)/link.json", "new")])
      #expect(try text(target) == "new")
      let attributes = try FileManager.default.attributesOfItem(atPath: target)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try files(folder) == ["link.json", "target.json"])
    }
  }

  @Test func placesAreCheckedBeforehandAndNothingIsMade() throws {
    try inFolder { folder in
      try Data("a file".utf8).write(to: URL(filePath: "\(folder)/file"))
      #expect(throws: CommandFailure.notAFolder(path: "\(folder)/file")) {
        try ReportWriter.check(["\(folder)/file/report.json"])
      }
      #expect(throws: CommandFailure.notAFolder(path: "\(folder)/file")) {
        try ReportWriter.check(["\(folder)/file/deep/report.json"])
      }
      #expect(throws: CommandFailure.notAFile(path: folder)) { try ReportWriter.check([folder]) }
      try ReportWriter.check(["\(folder)/new/deep/report.json", "/dev/null"])
      #expect(try files(folder) == ["file"])
    }
  }

  /// A page that loads one file of the name and text that are given.
  private func page(_ folder: String, _ text: String, part: String) -> ReportWriter.Report {
    let parts = PartFolder(beside: OutputPath("\(folder)/index.html"))
    return ReportWriter.Report(path: "\(folder)/index.html", parts: parts) { sink in
      try parts.write(Array(text.utf8), to: part)
      try sink(Array(text.utf8))
      if text == "broken" { throw Broken() }
    }
  }

  @Test func theFilesOfOlderPagesGoWhenTheNewPageIsInPlace() throws {
    let old = "1-0123456789abcdef.js"
    let new = "1-fedcba9876543210.js"
    try inFolder { folder in
      try ReportWriter.write([page(folder, "old", part: old)])
      #expect(try files(folder) == ["index-data/\(old)", "index.html"])
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/index-data/notes.txt"))
      #expect(throws: Broken.self) {
        try ReportWriter.write([page(folder, "broken", part: new)])
      }
      #expect(try files(folder) == ["index-data/\(old)", "index-data/notes.txt", "index.html"])
      #expect(try text("\(folder)/index.html") == "old")
      try ReportWriter.write([page(folder, "new", part: new)])
      #expect(try files(folder) == ["index-data/\(new)", "index-data/notes.txt", "index.html"])
      #expect(try text("\(folder)/index-data/\(new)") == "new")
    }
  }

  @Test func aPageInOneFileLeavesNoFolder() throws {
    try inFolder { folder in
      try ReportWriter.write([page(folder, "large", part: "1-0123456789abcdef.js")])
      let place = OutputPath("\(folder)/index.html")
      let small = ReportWriter.Report(path: place.path, parts: PartFolder(beside: place)) {
        try $0(Array("small".utf8))
      }
      try ReportWriter.write([small])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["index.html"])
    }
  }

  @Test func whatKilledWritersLeftIsTakenAway() throws {
    try inFolder { folder in
      for name in [".taohua-1a2b.tmp", ".other.tmp", "taohua-x.tmp", "index-data/.taohua-z.tmp"] {
        let file = URL(filePath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("half".utf8).write(to: file)
      }
      let other = try StagedFile(OutputPath("\(folder)/other.json"))
      try ReportWriter.write([page(folder, "page", part: "1-0123456789abcdef.js")])
      // What somebody writes at this moment stays.
      try other.append(Array("whole".utf8))
      try other.finish()
      try other.commit()
      #expect(
        try files(folder) == [
          ".other.tmp", "index-data/1-0123456789abcdef.js", "index.html", "other.json",
          "taohua-x.tmp",
        ])
      #expect(try text("\(folder)/other.json") == "whole")
    }
  }

  @Test func aNameMayBeAsLongAsTheFileSystemAllows() throws {
    try inFolder { folder in
      let name = String(repeating: "n", count: 255)
      try ReportWriter.write([report("\(folder)/\(name)", "text")])
      #expect(try files(folder) == [name])
    }
  }

  private func report(_ path: String, _ text: String) -> ReportWriter.Report {
    ReportWriter.Report(path: path) { try $0(Array(text.utf8)) }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
  }

  /// What stands directly in `folder`, and what stands in its folders, without these.
  private func files(_ folder: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: folder).filter { path in
      let type = try manager.attributesOfItem(atPath: "\(folder)/\(path)")[.type]
      return type as? FileAttributeType != .typeDirectory
    }.sorted()
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}
