import Foundation
import TestSupport
import Testing

/// A git repository for tests, in a folder of its own, apart from the settings of whoever runs them.
struct GitFolder {
  let url: URL

  /// What git and the program see beside what `CommandRun` gives them.
  private static let environment = [
    "HOME": "/nonexistent", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
  ].merging(Sanitizers.environment) { $1 }

  /// An empty repository, removed when `body` ends.
  static func with(_ body: (GitFolder) throws -> Void) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let repository = GitFolder(url: folder.appending(path: "r"))
    try FileManager.default.createDirectory(at: repository.url, withIntermediateDirectories: false)
    try repository.shell("git init -q -b main .")
    try body(repository)
  }

  /// Runs a shell script here; what it prints.
  @discardableResult
  func shell(_ script: String, succeeds: Bool? = true) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-eu", "-c", script]
    process.currentDirectoryURL = url
    process.environment = Self.environment.merging(["TAOHUA": CommandRun.program.path]) { $1 }
    let output = url.deletingLastPathComponent().appending(path: "output")
    try Data().write(to: output)
    let file = try FileHandle(forWritingTo: output)
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    if let succeeds {
      try #require((process.terminationStatus == 0) == succeeds, "\(script)\n\(text)")
    }
    return text
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes the files, and commits all that is there.
  func commit(_ files: [String: String] = [:]) throws {
    for (path, text) in files { try write(text, to: path) }
    try shell("git add -A && git commit -q --allow-empty -m change")
  }

  /// Writes the files and stages them.
  func stage(_ files: [String: String]) throws {
    for (path, text) in files { try write(text, to: path) }
    try shell("git add -A")
  }

  /// Runs the program, here or in a folder below.
  func run(
    _ arguments: [String], in folder: String = ".", environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun(
      arguments, in: url.appending(path: folder).standardizedFileURL,
      environment: Self.environment.merging(environment) { $1 })
  }

  /// The places of the findings that `hook` prints: `path:line:column: CODE`.
  func findings(_ run: CommandRun) -> [String] {
    String(decoding: run.output, as: UTF8.self).split(separator: "\n")
      .filter { $0.contains(": TH0") }
      .map { line in line.components(separatedBy: " ").prefix(2).joined(separator: " ") }
      .sorted()
  }

  /// What `taohua hook --format concise` finds.
  func hook(
    _ arguments: [String] = [], in folder: String = ".", environment: [String: String] = [:],
    status: Int32? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let run = try run(
      ["hook", "--format", "concise"] + arguments, in: folder, environment: environment)
    let found = findings(run)
    let expected = status ?? (found.isEmpty ? 0 : 1)
    #expect(
      run.status == expected, "\(String(decoding: run.errors, as: UTF8.self))",
      sourceLocation: location)
    return found
  }
}

/// Text in which nothing is repeated by chance.
enum Prose {
  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "ve",
  ]

  /// `count` words as one paragraph; another number, other words.
  static func paragraph(_ number: Int, words count: Int = 80) -> String {
    (0..<count).map { index in
      // SplitMix64 of the paragraph and the word.
      var value = UInt64(number) << 20 &+ UInt64(index) &+ 1
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      value ^= value >> 31
      return (0..<4).map { syllables[Int(value >> (UInt64($0) * 8) & 15)] }.joined()
    }.joined(separator: " ") + "."
  }

  /// Paragraphs with an empty line between.
  static func text(_ paragraphs: String...) -> String {
    paragraphs.joined(separator: "\n\n") + "\n"
  }
}
