import Foundation
import TestSupport
import Testing

/// Reports from before a day, in a folder and in an index.
@Suite struct AsOfTests {
  @Test("an index and a folder give the same bytes", arguments: ["2020-01-01", "2023-06-01"])
  func index(_ date: String) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    var generator = ReportGenerator(seed: 3, isSpaced: false)
    let archive = folder.appending(path: "archive")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    for (number, report) in generator.archive().enumerated() {
      let name = number % 4 == 3 ? "undated.txt" : "\(2016 + number).txt"
      try Data(report.text.utf8).write(to: archive.appending(path: name))
    }
    try Data(generator.draft().text.utf8).write(to: folder.appending(path: "draft.txt"))
    let built = try CommandRun(["index", "build", "archive"], in: folder)
    #expect(built.status == 0)
    let options = ["--format", "json", "--as-of", date]
    let indexed = try CommandRun(["check", "draft.txt"] + options, in: folder)
    let walked = try CommandRun(
      ["check", "draft.txt", "--against", "archive"] + options, in: folder)
    #expect(
      String(decoding: indexed.output, as: UTF8.self).contains("\"asOf\":{\"date\":\"\(date)\""))
    #expect(indexed.output == walked.output)
    #expect(indexed.status == walked.status)
  }
}
