import Foundation
import Testing

/// Names of files come from outside too.
@Suite struct SafeOutputTests {
  /// A name that turns a terminal red, sets its title and breaks a line.
  private static let name = "a\u{1B}[31mred\u{1B}]0;title\u{7}\tb\nc.txt"

  @Test("a name cannot steer the terminal that it is shown on")
  func namesCannotSteer() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "持续优化营商环境和服务水平的若干措施，分步骤分阶段组织落实到位。\n"
    for name in [Self.name, "b.txt", "c.txt"] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let commands = [
      ["tokens", "."], ["index", "build", "."], ["index", "list"],
      [
        "check", Self.name, "--against", "b.txt", "c.txt", "--min-documents", "2", "--format",
        "github",
      ],
      ["check", Self.name, "--against", "b.txt", "c.txt", "--min-documents", "2"], ["audit", "."],
    ]
    for command in commands {
      let run = try CommandRun(command, in: folder)
      #expect(run.status == 0 || run.status == 1, "\(command)")
      for output in [run.output, run.errors] {
        let text = String(decoding: output, as: UTF8.self)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"), "\(command): \(text)")
        #expect(!text.contains("b\nc.txt"), "\(command): \(text)")
      }
    }
  }
}
