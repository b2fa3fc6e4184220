import Foundation
import Testing

@Suite struct AllowAgainTests {
  @Test("allowing what is allowed already leaves the file as it is")
  func leavesTheFile() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = ["allow", "以人民为中心", "--reason", "规定表述"]
    #expect(try CommandRun(command, in: folder).status == 0)
    let file = folder.appending(path: ".taohua/allow.toml")
    let before = try Data(contentsOf: file)
    #expect(try CommandRun(command, in: folder).status == 0)
    #expect(try Data(contentsOf: file) == before)
  }
}
