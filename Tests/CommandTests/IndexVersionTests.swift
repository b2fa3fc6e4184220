import CorpusIndex
import Foundation
import TestSupport
import Testing

/// An index of another version is refused by every command, with the one that makes it anew.
@Suite struct IndexVersionTests {
  private static let commands = [
    ["check", "draft.txt"], ["index", "add", "archive"], ["index", "refresh"],
    ["index", "remove", "archive/1.txt"],
  ]

  @Test(
    "other tokens, k, hashes, phrases",
    arguments: ["tokens-3", "k-6-5-8-5", "hash-1", "phrases-3"])
  func settings(_ word: String) throws {
    try refused { folder in
      let index = IndexFolder(folder.path + "/.taohua/index")
      let lock = try WriterLock(folder: index.path, waitingUpTo: 0) { _ in }
      let earlier = try index.snapshot().manifest
      var manifest = earlier
      manifest.settings = manifest.settings.replacingOccurrences(
        of: word, with: word.dropLast() + "9")
      #expect(manifest.settings != earlier.settings)
      try index.commit(manifest, tables: nil, replacing: earlier, lock)
    }
  }

  @Test("another format of the database")
  func database() throws {
    try refused { folder in
      let script =
        "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
        + "d.execute('PRAGMA user_version = 99'); d.commit()"
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = [
        "python3", "-c", script, folder.appending(path: ".taohua/index/index.sqlite").path,
      ]
      try python.run()
      python.waitUntilExit()
      try #require(python.terminationStatus == 0)
    }
  }

  /// Builds an index, lets `body` make it that of another version, and calls what reads it.
  private func refused(_ body: (URL) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "archive")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    for number in 1...4 {
      try Data("各区要持续优化营商环境和服务水平。第\(number)。\n".utf8).write(
        to: archive.appending(path: "\(number).txt"))
    }
    try Data("我们持续优化营商环境和服务水平。\n".utf8).write(
      to: folder.appending(path: "draft.txt"))
    #expect(try CommandRun(["index", "build", "archive"], in: folder).status == 0)
    let sound = try CommandRun(["check", "draft.txt", "--format", "json"], in: folder)
    try body(folder)
    for command in Self.commands {
      let run = try CommandRun(command, in: folder)
      let said = String(decoding: run.errors, as: UTF8.self)
      #expect(run.status == 2, "\(command)")
      #expect(said.contains("taohua index build"), "\(command): \(said)")
    }
    #expect(try CommandRun(["index", "build", "archive"], in: folder).status == 0)
    #expect(
      try CommandRun(["check", "draft.txt", "--format", "json"], in: folder).output
        == sound.output)
  }
}
