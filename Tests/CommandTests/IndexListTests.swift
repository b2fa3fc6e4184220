import Foundation
import TestSupport
import Testing

@Suite struct IndexListTests {
  @Test("the JSON of index list follows its schema, before and after a change")
  func followsItsSchema() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 1...3 {
      try Data("第\(number)条 各区要持续优化营商环境。\n".utf8).write(
        to: folder.appending(path: "\(number).txt"))
    }
    #expect(try CommandRun(["index", "build"], in: folder).status == 0)
    try list(in: folder, contains: #""isCurrent":true"#)
    #expect(try CommandRun(["index", "remove", "2.txt"], in: folder).status == 0)
    let json = try list(in: folder, contains: #""isCurrent":false"#)
    #expect(!json.contains("2.txt") && json.contains("3.txt"))
    try SchemaCheck.expect(
      Array(json.replacing(#""documents":1"#, with: #""documents":-1"#).utf8),
      violates: "index.schema.json")
  }

  @discardableResult
  private func list(in folder: URL, contains text: String) throws -> String {
    let run = try CommandRun(["index", "list", "--format", "json"], in: folder)
    #expect(run.status == 0)
    try SchemaCheck.expect(Array(run.output), follows: "index.schema.json")
    let json = String(decoding: run.output, as: UTF8.self)
    #expect(json.contains(text))
    return json
  }
}
