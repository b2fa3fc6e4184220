import Foundation
import ShingleEngine
import Taohua
import Testing

/// Where documents are cut into sentences.
@Suite struct SentencesTests {
  /// The text of each sentence of a document, from its first token to its last.
  private func sentences(_ text: String, _ name: String = "a.md") throws -> [String] {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "taohua-sentences-\(UUID().uuidString)-\(name)").path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let corpus = Corpus.read([InputPath(path: path, name: name, isNamed: true)], jobs: 1)
    let document = try #require(corpus.documents.first)
    let ranges = corpus.sentences(of: 0)
    #expect(ranges.flatMap { Array($0) } == Array(document.tokens), "every token once, in order")
    let content = corpus.files[document.file].content
    return ranges.map { range in
      let bytes = corpus.start(of: range.lowerBound)..<corpus.end(of: range.upperBound - 1)
      return String(decoding: content[bytes], as: UTF8.self)
    }
  }

  @Test func marksEndSentences() throws {
    let found = try sentences("第一句。“第二句！”他说，好……完了？\n")
    #expect(found == ["第一句", "第二句", "他说，好", "完了"])
    #expect(try sentences("Costs 3.5 a day. Really? Yes") == ["Costs 3.5 a day", "Really", "Yes"])
  }

  @Test func blocksEndSentences() throws {
    let found = try sentences("# 标题\n\n没有句号的一段\n\n- 其一\n- 其二\n")
    #expect(found == ["标题", "没有句号的一段", "其一", "其二"])
  }

  @Test func emptyDocumentsHaveNone() throws {
    #expect(try sentences("").isEmpty)
    #expect(try sentences("。！？\n").isEmpty)
  }
}
