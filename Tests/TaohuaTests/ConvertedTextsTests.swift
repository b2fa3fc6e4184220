import CorpusIndex
import Synchronization
import Testing
import TextIngest

@testable import Taohua

/// Texts that programs make, without the programs.
@Suite("Texts that other programs made")
struct ConvertedTextsTests {
  /// A store in memory.
  private final class Shelf: ConvertedTexts.Store {
    let files = Mutex<[String: [UInt8]]>([:])

    func content(_ name: String) -> [UInt8]? { files.withLock { $0[name] } }
    func keep(_ content: [UInt8], as name: String) { files.withLock { $0[name] = content } }
  }

  private static let hash = ContentHash(of: Array("a PDF".utf8))

  private static func text(_ words: String) -> SourceText {
    var source = TextSource(format: "pdf", encoding: nil, isExtracted: true)
    source.omissions = [.init(name: "pages without text", count: 2)]
    source.warnings = ["many of its characters are not those that the pages show"]
    let content = Array(words.utf8)
    return StoredText(
      content: content, source: source,
      marks: [
        .init(start: 0, features: 9, headingLevel: 1),
        .init(start: content.count / 2, features: 0, headingLevel: 0),
      ]
    ).text
  }

  @Test("a content is read once, whoever asks, and a failure is found once too")
  func once() throws {
    let texts = ConvertedTexts()
    let count = Mutex(0)
    for _ in 0..<3 {
      let found = try texts.text(Self.hash, .pdf) { () throws(IngestError) in
        count.withLock { $0 += 1 }
        return Self.text("报告")
      }
      #expect(found.content == Array("报告".utf8))
    }
    for _ in 0..<2 {
      #expect(throws: IngestError.self) {
        try texts.text(ContentHash(of: [1]), .pdf) { () throws(IngestError) in
          count.withLock { $0 += 1 }
          throw .unreadable(errno: 5)
        }
      }
    }
    #expect(count.withLock { $0 } == 2)
  }

  @Test("what is kept is what was read; a flipped bit or another program's text is read anew")
  func kept() throws {
    let text = Self.text("全市上下齐心协力\n各项工作都取得了新的成效\n")
    let stored = try #require(StoredText(text))
    let bytes = stored.encoded(by: "a program")
    #expect(StoredText(bytes, by: "a program") == stored)
    #expect(StoredText(try #require(StoredText(bytes, by: "a program")).text) == stored)
    #expect(StoredText(bytes, by: "its next version") == nil)
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(StoredText(damaged, by: "a program") == nil, "bit \(bit)")
    }
    for count in 0..<bytes.count {
      #expect(StoredText(Array(bytes.prefix(count)), by: "a program") == nil)
    }
  }

  @Test("another process finds what one has kept", .enabled(if: Converter.pdftotext.stamp != nil))
  func store() throws {
    let shelf = Shelf()
    let first = ConvertedTexts()
    first.keep(in: shelf)
    let text = try first.text(Self.hash, .pdf) { Self.text("一份报告") }
    #expect(shelf.files.withLock { Array($0.keys) } == ["\(Self.hash.hexadecimal)-pdf"])
    let second = ConvertedTexts()
    second.keep(in: shelf)
    let again = try second.text(Self.hash, .pdf) {
      Issue.record("it is read although it was kept")
      return Self.text("")
    }
    #expect(StoredText(again) == StoredText(text))
    shelf.files.withLock { files in for name in files.keys { files[name]![9] ^= 1 } }
    let third = ConvertedTexts()
    third.keep(in: shelf)
    #expect(try third.text(Self.hash, .pdf) { Self.text("新") }.content == Array("新".utf8))
  }
}
