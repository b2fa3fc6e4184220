import Foundation
import TestSupport
import Testing

@testable import TaohuaCommand

/// `check --annotate`: what is written, whatever it is run with.
@Suite struct AnnotateTests {
  /// A folder with a draft and three reports that have its text.
  private func withDraft(_ body: (URL) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    let reports = folder.appending(path: "archive")
    try manager.createDirectory(at: reports, withIntermediateDirectories: true)
    try manager.copyItem(
      at: TestFiles.documents.appending(path: "report.docx"),
      to: folder.appending(path: "draft.docx"))
    let text = try String(
      contentsOf: TestFiles.documents.appending(path: "report.txt"), encoding: .utf8)
    for number in 1...3 {
      try (text + "\n第\(number)份\n").write(
        to: reports.appending(path: "\(number).txt"), atomically: true, encoding: .utf8)
    }
    try body(folder)
  }

  private static let arguments = [
    "check", "draft.docx", "--against", "archive", "--no-group", "--fail-on", "never",
  ]

  private func annotated(
    _ name: String, in folder: URL, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> Data {
    let run = try CommandRun(
      Self.arguments + ["--annotate", name] + more, in: folder, environment: environment)
    #expect(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
    return try Data(contentsOf: folder.appending(path: name))
  }

  private func part(_ name: String, of file: URL) throws -> String {
    let run = try PythonScript(
      "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
      [file.path, name], input: [])
    return run.output
  }

  @Test func theTextStaysAndTheFindingsAreThere() throws {
    try withDraft { folder in
      _ = try annotated("out.docx", in: folder)
      let texts = try ["draft.docx", "out.docx"].map { name in
        try CommandRun(["tokens", name, "--format", "extracted"], in: folder).output
      }
      #expect(texts[0].count > 1_000)
      #expect(texts[0] == texts[1])
      let comments = try part("word/comments.xml", of: folder.appending(path: "out.docx"))
      #expect(comments.contains("Copied passage (error, TH003)"))
      #expect(comments.contains("archive/1.txt:"))
      #expect(comments.contains("draft.docx: "))
      let document = try part("word/document.xml", of: folder.appending(path: "out.docx"))
      for name in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        #expect(
          document.ranges(of: "<w:\(name) ").count == comments.ranges(of: "w:author=").count)
      }
      #expect(document.contains("w:fill=\"F6CF73\""))
    }
  }

  @Test func theBytesAreThoseOfTheInput() throws {
    try withDraft { folder in
      let first = try annotated("out.docx", in: folder)
      #expect(try annotated("further/down.docx", in: folder, ["--jobs", "1"]) == first)
      // The second time the copy is there already.
      #expect(try annotated("out.docx", in: folder) == first)
      let dated = try annotated("dated.docx", in: folder, ["--date", "2026-03-31"])
      #expect(dated != first)
      #expect(
        try annotated("epoch.docx", in: folder, environment: ["SOURCE_DATE_EPOCH": "1774915200"])
          == dated)
      let chinese = try annotated("zh.docx", in: folder, ["--lang", "zh"])
      #expect(chinese != first)
      #expect(
        try part("word/comments.xml", of: folder.appending(path: "zh.docx")).contains(
          "照搬段落（错误，TH003）"))
    }
  }

  @Test func aCopyOfAnEarlierRunIsNoReport() throws {
    try withDraft { folder in
      try FileManager.default.moveItem(
        at: folder.appending(path: "draft.docx"), to: folder.appending(path: "archive/draft.docx"))
      let arguments = [
        "check", "archive/draft.docx", "--against", "archive", "--fail-on", "never", "--annotate",
        "archive/out.docx",
      ]
      let first = try CommandRun(arguments, in: folder)
      let second = try CommandRun(arguments, in: folder)
      #expect(first.status == 0 && first.output == second.output)
      #expect(second.newFiles.isEmpty)
    }
  }

  @Test func theIndexGivesTheSameCopy() throws {
    try withDraft { folder in
      let first = try annotated("out.docx", in: folder)
      let made = try CommandRun(["index", "build", "archive", "--no-group"], in: folder)
      #expect(made.status == 0)
      let run = try CommandRun(
        ["check", "draft.docx", "--fail-on", "never", "--annotate", "indexed.docx"], in: folder)
      #expect(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
      #expect(try Data(contentsOf: folder.appending(path: "indexed.docx")) == first)
    }
  }

  @Test func leastSeverityLeavesCommentsOutButNoColours() throws {
    try withDraft { folder in
      _ = try annotated("all.docx", in: folder)
      _ = try annotated("few.docx", in: folder, ["--min-severity", "warning"])
      let all = folder.appending(path: "all.docx")
      let few = folder.appending(path: "few.docx")
      #expect(try part("word/comments.xml", of: all).contains("TH001"))
      #expect(try !part("word/comments.xml", of: few).contains("TH001"))
      #expect(try part("word/document.xml", of: few).contains("w:fill=\"F6CF73\""))
    }
  }
}

/// `audit --open`.
@Suite struct AuditOpenTests {
  @Test func theBrowserIsHandedThePageAndNotWaitedFor() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "今年的工作。\n".write(
      to: folder.appending(path: "a.txt"), atomically: true, encoding: .utf8)
    let script = folder.appending(path: "browser")
    let seen = folder.appending(path: "seen")
    // It shows nothing before the command has ended; a command that waited would wait for long.
    let lines = [
      "#!/bin/sh", "n=0",
      "while [ ! -e ended ] && [ $n -lt 200 ]; do sleep 0.1; n=$((n + 1)); done",
      "[ -e ended ] && printf '%s\\n' \"$@\" >part && mv part seen",
    ]
    try lines.map { $0 + "\n" }.joined().write(to: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let run = try CommandRun(
      ["audit", "a.txt", "--open", "-o", "pages"], in: folder,
      environment: ["BROWSER": "no-such-browser:\(script.path) --new %s"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try Data().write(to: folder.appending(path: "ended"))
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: seen.path) { usleep(100_000) }
    #expect(
      try String(contentsOf: seen, encoding: .utf8)
        == "--new\n\(folder.path)/pages/index.html\n")
  }
}
