import Evaluation
import Foundation
import Testing

@testable import TaohuaCommand

private let mandoc = "/usr/bin/mandoc"

/// The manual page says what the help says.
@Suite struct ManualPageTests {
  @Test("names every command that does something, and each of its options")
  func everything() throws {
    let program = try CommandDescription.program()
    let page = ManualPage.render(program)
    #expect(page == ManualPage.render(program))
    #expect(program.leaves.count > 20)
    for command in program.leaves {
      let heading = command.name.replacingOccurrences(of: "-", with: "\\-")
      #expect(page.contains(".SS \"\(heading)\"\n"), "\(command.name)")
      for name in command.arguments.flatMap(\.names) {
        let escaped = name.replacingOccurrences(of: "-", with: "\\-")
        #expect(page.contains("\\fB\(escaped)\\fR"), "\(name)")
      }
    }
  }

  @Test("text stays text: dots, quotes, backslashes, hyphens")
  func escaping() throws {
    let dump = #"""
      {"command":{"commandName":"x","abstract":".TH is no macro. A \\ stays -o.",
       "discussion":"'quoted'\n.dot","shouldDisplay":true,"arguments":[],"subcommands":[
       {"commandName":"y","abstract":"A \"word\".","shouldDisplay":true,"subcommands":[],"arguments":[
        {"kind":"flag","names":[{"kind":"long","name":"secret"}],"abstract":"Hidden.","shouldDisplay":false,
         "isOptional":true,"isRepeating":false},
        {"kind":"positional","valueName":"a-b","abstract":"Each.","shouldDisplay":true,"isOptional":true,
         "isRepeating":true}]}]}}
      """#
    let lines = ManualPage.render(try CommandDescription(dump: dump)).split(separator: "\n")
    #expect(lines.contains(#"x \- .TH is no macro. A \e stays \-o"#))
    #expect(lines.contains(#"\&'quoted'"#) && lines.contains(#"\&.dot"#))
    #expect(lines.contains(#"A \(dqword\(dq."#))
    #expect(lines.contains(#"[\fIoption\fR ...] [\fIa\-b\fR ...]"#))
    #expect(!lines.contains { $0.contains("secret") })
  }

  @Test("is well formed", .enabled(if: FileManager.default.isExecutableFile(atPath: mandoc)))
  func isWellFormed() throws {
    let process = Process()
    process.executableURL = URL(filePath: mandoc)
    process.arguments = ["-T", "lint", "-W", "warning"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data(ManualPage.render(try CommandDescription.program()).utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // The page has no date, so that one version has one page.
    let rest = said.split(separator: "\n").filter { !$0.contains("missing date") }
    #expect(rest.isEmpty, "\(rest.joined(separator: "\n"))")
  }
}
