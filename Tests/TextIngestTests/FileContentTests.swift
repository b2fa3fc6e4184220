import Foundation
import Testing

@testable import TextIngest

@Suite("Files that are read whole")
struct FileContentTests {
  @Test("an empty file holds no memory: a million of them fit")
  func empty() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try Data().write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(try Reader.content(path: path.path).capacity == 0)
  }

  @Test("a file without a size is read to its end, or refused beyond the limit")
  func withoutSize() throws {
    let path = "/proc/self/maps"
    let content = try Reader.content(path: path)
    #expect(content.last == UInt8(ascii: "\n"))
    #expect(content.capacity < 2 * content.count)
    #expect { try Reader.content(path: path, limit: 10) } throws: { error in
      guard case .tooLarge(_, limit: 10) = error as? IngestError else { return false }
      return true
    }
  }
}
