import Foundation
import Testing

/// The command line as data: each folder of `Cases` is a call and what must come of it.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter CommandCaseTests` rewrites what is expected; the run
/// that records fails, so that a recording is never taken for a test.
@Suite struct CommandCaseTests {
  private let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  @Test func casesAreFound() {
    #expect(CommandCase.all.count > 20)
    #expect(FileManager.default.isExecutableFile(atPath: CommandRun.program.path))
  }

  @Test(arguments: CommandCase.all)
  func answers(_ example: CommandCase) throws {
    if example.has("skip-as-root") && getuid() == 0 {
      try Test.cancel("permissions do not hold for root")
    }
    let folder = try TemporaryFolder.make()
    defer { remove(folder) }
    try prepare(folder, for: example)
    let run = try CommandRun(
      example.lines("args"), in: folder, environment: environment(of: example),
      input: example.data("stdin") ?? Data())
    if isRecording {
      try record(run, for: example)
      Issue.record("recorded \(example.name)")
    }
    compare(run, with: example)
    for path in example.results {
      let found = try? Data(contentsOf: folder.appending(path: path))
      if isRecording {
        try found?.write(to: example.folder.appending(path: "result/" + path))
      }
      let expected = example.data("result/" + path)
      #expect(
        found.map { String(decoding: $0, as: UTF8.self) }
          == expected.map { String(decoding: $0, as: UTF8.self) }, "result/\(path)")
    }
  }

  private func prepare(_ folder: URL, for example: CommandCase) throws {
    let manager = FileManager.default
    let input = example.folder.appending(path: "input")
    if example.has("input") {
      for name in try manager.contentsOfDirectory(atPath: input.path) {
        try manager.copyItem(at: input.appending(path: name), to: folder.appending(path: name))
      }
    }
    guard example.has("setup") else { return }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-eu", example.folder.appending(path: "setup").path]
    shell.currentDirectoryURL = folder
    shell.environment = ["TAOHUA": CommandRun.program.path].merging(
      ProcessInfo.processInfo.environment
    ) { own, _ in own }
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0, "the set-up of \(example.name) failed")
  }

  private func environment(of example: CommandCase) -> [String: String] {
    let pairs = example.lines("env").map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    return Dictionary(pairs) { _, last in last }
  }

  private func compare(_ run: CommandRun, with example: CommandCase) {
    let status = Int32(example.lines("status").first ?? "0")
    #expect(run.status == status, "status; stderr: \(String(decoding: run.errors, as: UTF8.self))")
    compare(run.output, with: "stdout", of: example)
    compare(run.errors, with: "stderr", of: example)
    #expect(run.newFiles == example.lines("files"), "files")
  }

  private func compare(_ data: Data, with name: String, of example: CommandCase) {
    let text = String(decoding: data, as: UTF8.self)
    guard example.has(name + ".match") else {
      let expected = String(decoding: example.data(name) ?? Data(), as: UTF8.self)
      #expect(text == expected, "\(name)")
      return
    }
    var rest = text[...]
    for line in example.lines(name + ".match") {
      let found = rest.range(of: line)
      #expect(found != nil, "\(name) lacks '\(line)' in: \(text.prefix(2_000))")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  private func record(_ run: CommandRun, for example: CommandCase) throws {
    let files = run.newFiles.map { $0 + "\n" }.joined()
    let recordings = [
      ("stdout", run.output), ("stderr", run.errors), ("files", Data(files.utf8)),
      ("status", run.status == 0 ? Data() : Data("\(run.status)\n".utf8)),
    ]
    for (name, data) in recordings where !example.has(name + ".match") {
      let url = example.folder.appending(path: name)
      if data.isEmpty {
        try? FileManager.default.removeItem(at: url)
      } else {
        try data.write(to: url)
      }
    }
  }

  /// Removes `folder`, whatever permissions a set-up gave it.
  private func remove(_ folder: URL) {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/chmod")
    shell.arguments = ["-R", "u+rwX", folder.path]
    try? shell.run()
    shell.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
