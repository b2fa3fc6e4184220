import Foundation
import TestSupport
import Testing
import TextIngest

@Suite("Lines that a page broke, and compilations")
struct StructureTests {
  /// The blocks of `text` as their folded tokens joined.
  static func blocks(_ text: String) throws -> [String] {
    let file = try Reader.ingest(
      Array(text.utf8), format: .plainText, settings: .whole)
    let document = file.documents[0]
    let starts = document.blockStarts.map { Int($0) } + [document.tokenRange.upperBound]
    return zip(starts, starts.dropFirst()).map { start, end in
      (start..<end).map { file.text(ofToken: $0) }.joined()
    }
  }

  static let long = "各部门要把这项工作放在突出位置，统筹安排人手和经费，按月检查进度，及时协调解决实施中遇到的困难"

  @Test("a line broken in mid-sentence goes on after an empty line")
  func joins() throws {
    #expect(try Self.blocks("\(Self.long)，确保各项任\n\n务按期完成。\n").count == 1)
  }

  @Test("a character that was doubled over the break counts once")
  func doubled() throws {
    let blocks = try Self.blocks("\(Self.long)，确保始\n\n始终走在前面。\n")
    #expect(blocks.count == 1)
    #expect(blocks[0].hasSuffix("确保始终走在前面"))
  }

  @Test("headings and finished sentences keep their lines")
  func keeps() throws {
    let text = "立足本职抓落实\n\n\(Self.long)。\n\n服务群众见成效\n\n\(Self.long)。\n"
    #expect(try Self.blocks(text).count == 4)
  }

  @Test("a compilation is split at the titles of its contents, which are no document")
  func compilation() throws {
    let titles = (1...4).map { "第\($0)街道二〇二三年工作总结" }
    let body = String(repeating: Self.long + "。\n", count: 12)
    let contents = titles.enumerated().map { "\($0.offset + 1).\($0.element)\t\($0.offset + 2)" }
    let text =
      "工作总结汇编\n\n目录\n\n" + contents.joined(separator: "\n") + "\n\n"
      + titles.map { "\($0)\n\n\(body)" }.joined(separator: "\n")
    let file = try Reader.ingest(
      Array(text.utf8), format: .plainText)
    #expect(file.documents.map(\.title) == titles)
    #expect(file.documents.map(\.part) == [1, 2, 3, 4])
    let whole = try Reader.ingest(
      Array(text.utf8), format: .plainText, settings: .whole)
    #expect(whole.documents.count == 1)
  }

  @Test(
    "a part of a compilation in Markdown began no block: its title line went on with the line before"
  )
  func compilationInMarkdown() throws {
    let titles = (1...3).map { "第\($0)街道工作总结" }
    let body = titles.map { "\($0)\n\(Self.long)\n" }.joined()
    let text = "目录\n" + titles.joined(separator: "\n") + "\n" + body
    let file = try Reader.ingest(Array(text.utf8), format: .markdown)
    #expect(file.documents.map(\.title) == titles)
    for document in file.documents {
      #expect(document.joins.isEmpty)
      // The title and the paragraph after it.
      #expect(document.blockStarts.count == 2)
      #expect(document.blockStarts.first == UInt32(document.tokenRange.lowerBound))
    }
  }

  @Test(
    "the seeds: 16 documents, and the broken lines joined",
    .enabled(if: TestFiles.shared != nil, "../shared is absent"))
  func seeds() throws {
    let folder = TestFiles.shared!.appending(path: "seeds")
    var documents = 0
    var joins: [String: [UInt32]] = [:]
    for url in TestFiles.files(under: folder) {
      let file = try Reader.read(path: url.path)
      documents += file.documents.count
      joins[String(url.lastPathComponent.prefix(3))] = file.documents.flatMap(\.joins)
    }
    #expect(documents == 16)
    // Nothing else is joined, no heading among it.
    #expect(joins["003"] == (Self.brokenLines + Self.brokenShortLines).sorted())
    #expect(joins.filter { $0.key != "003" && !$0.value.isEmpty }.isEmpty)
  }

  /// Where the compilation's lines of 30 characters or more that end in mid-sentence go on, read one by
  /// one: 44 of the 46 whose last character ends no sentence. The other two are the end of a paragraph
  /// with a dash, and an ellipsis on a line of its own.
  static let brokenLines: [UInt32] = [
    6908, 10_237, 13_144, 14_881, 16_649, 18_443, 20_272, 22_008, 23_723, 25_461, 27_179, 29_154,
    30_923, 32_704, 34_459, 36_194, 37_939, 48_198, 49_769, 54_952, 56_646, 60_063, 69_338,
    71_092, 72_916, 74_623, 76_260, 77_952, 79_603, 86_154, 88_335, 93_533, 95_906, 99_071,
    102_216, 104_763, 109_707, 111_348, 113_169, 114_789, 119_399, 122_661, 127_416, 129_216,
  ]

  /// Where shorter lines go on that end in mid-sentence: 24 characters before a page break.
  static let brokenShortLines: [UInt32] = [
    2087, 41_658, 51_391, 58_322, 81_152, 84_479, 100_535, 117_872,
  ]
}
