import Foundation
import PhraseReport
import Testing

/// The policy of each page allows exactly its own style and script, by their hashes.
@Suite struct PageHashTests {
  @Test func hashesAreCurrent() throws {
    let style = try sha256(AuditHTML.style)
    let checkStyle = try sha256(CheckHTML.style)
    let audit = try sha256(AuditHTML.script)
    let check = try sha256(CheckHTML.script)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try record([
        ("style", style), ("checkStyle", checkStyle), ("auditScript", audit),
        ("checkScript", check),
      ])
      Issue.record("recorded the page's hashes")
      return
    }
    #expect(PageHashes.style == style)
    #expect(PageHashes.checkStyle == checkStyle)
    #expect(PageHashes.auditScript == audit)
    #expect(PageHashes.checkScript == check)
  }

  /// As in a policy: `sha256-` and base 64. Coreutils compute it.
  private func sha256(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(text.prefix(64))
    let digest = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    try #require(digest.count == 32)
    return "sha256-" + Data(digest).base64EncodedString()
  }

  private func record(_ hashes: [(name: String, hash: String)]) throws {
    let file = URL(filePath: #filePath)
      .appending(path: "../../../Sources/PhraseReport/Page/PageHashes.swift").standardized
    var text = try String(contentsOf: file, encoding: .utf8)
    for (name, hash) in hashes {
      let pattern = try Regex("\\b" + name + " = \".*\"")
      text = text.replacing(pattern, with: { _ in "\(name) = \"\(hash)\"" })
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
