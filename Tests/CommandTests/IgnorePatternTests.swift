import Foundation
import TestSupport
import Testing
import TextIngest

private let git = "/usr/bin/git"
private let hasGit = FileManager.default.isExecutableFile(atPath: git)

/// Ignore files against git itself.
@Suite struct IgnorePatternTests {
  /// Thousands of small random patterns over a small alphabet, each asked of git too.
  @Test(.enabled(if: hasGit, "git is not installed"))
  func agreesWithGit() throws {
    var random = SeededGenerator(seed: 20_260_331)
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try runGit(["init", "-q"], in: folder, input: "")
    for round in 0..<400 {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        IgnorePatternTests.pattern(using: &random)
      }
      try Data(lines.joined(separator: "\n").utf8)
        .write(to: folder.appending(path: ".gitignore"))
      let paths = Set((0..<60).map { _ in IgnorePatternTests.path(using: &random) }).sorted()
      let ignored = try ignoredByGit(paths, in: folder)
      let patterns = lines.compactMap { IgnorePattern(line: Array($0.utf8)) }
      for path in paths {
        let expected = ignored.contains(path)
        #expect(isIgnored(path, by: patterns) == expected, "round \(round): \(lines), \(path)")
      }
    }
  }

  /// As a walk sees it: a path is ignored if it or a folder above it is.
  private func isIgnored(_ path: String, by patterns: [IgnorePattern]) -> Bool {
    let parts = path.split(separator: "/").map { Array($0.utf8) }
    return (1...parts.count).contains { end in
      let isFolder = end < parts.count
      let decision = patterns.last { $0.matches(parts[..<end], isFolder: isFolder) }
      return decision.map { !$0.isNegated } ?? false
    }
  }

  private func ignoredByGit(_ paths: [String], in folder: URL) throws -> Set<String> {
    let output = try runGit(
      ["check-ignore", "--no-index", "--stdin", "-z"], in: folder,
      input: paths.joined(separator: "\0"))
    return Set(output.split(separator: "\0").map(String.init))
  }

  private func runGit(_ arguments: [String], in folder: URL, input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: git)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["GIT_CONFIG_NOSYSTEM": "1", "HOME": folder.path]
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Smaller than a pipe's buffer: no deadlock.
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  private static func pattern(using random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b", "ab", "*", "**", "/", "/", "**/", "/**", "?", "[ab]", "[!a]", "[a-c]", "\\a", "\\*",
      "[[:alpha:]]", "c*", "[]a]", " ",
    ]
    var text = Int.random(in: 0..<4, using: &random) == 0 ? "!" : ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    // gitignore(5) does not say what an empty component is, and no path has one.
    while let range = text.range(of: "//") { text.replaceSubrange(range, with: "/") }
    return text
  }

  private static func path(using random: inout SeededGenerator) -> String {
    let names = ["a", "b", "c", "ab", "ba", "abc", "*", "]"]
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      names.randomElement(using: &random) ?? "a"
    }
    return parts.joined(separator: "/")
  }
}
