import Foundation
import TestSupport
import Testing
import TextIngest

/// The joins of the compilation among the seeds, each checked by reading it.
///
/// Only numbers of lines stand here, from 1: the text is not ours to repeat.
@Suite("Line repair on the seeds", .enabled(if: TestFiles.shared != nil, "../shared is absent"))
struct SeedLineRepairTests {
  /// The file, if it is the one that was read.
  static let compilation: [UInt8]? = {
    guard let seeds = TestFiles.shared?.appending(path: "seeds") else { return nil }
    let file = TestFiles.files(under: seeds).first { $0.lastPathComponent.hasPrefix("003_") }
    guard let content = file.flatMap({ try? Data(contentsOf: $0) }), content.count == 130_517
    else { return nil }
    return Array(content)
  }()

  /// The lines that go on with a line of 40 characters or more that breaks off in mid-sentence.
  static let afterLongLines: Set<Int> = [
    62, 80, 98, 104, 114, 120, 126, 136, 144, 152, 162, 176, 184, 196, 208, 218, 230, 300, 316, 366,
    378, 406, 469, 475, 485, 493, 503, 513, 527, 583, 605, 633, 649, 675, 707, 725, 755, 767, 773,
    785, 819, 847, 877, 887,
  ]
  /// The lines that go on with a shorter one.
  static let afterShortLines: Set<Int> = [32, 252, 334, 392, 541, 571, 693, 805]
  /// Long lines that end in no mark of a sentence and go on with nothing: what follows a dash is a list.
  static let longUnjoined: Set<Int> = [424]

  @Test(
    "of the long lines that end in mid-sentence at least 44 are joined, and no other, no heading")
  func joins() throws {
    let content = try #require(Self.compilation)
    let file = try Reader.ingest(content, format: .plainText)
    let lines = Self.lines(of: content)
    let joined = Set(
      file.documents.flatMap(\.joins).map { join in
        content[..<Int(join)].count { $0 == 0x0A } + 1
      })
    #expect(joined.isSuperset(of: Self.afterLongLines))
    #expect(Self.afterLongLines.count >= 44)
    #expect(joined == Self.afterLongLines.union(Self.afterShortLines))
    let open = lines.indices.filter { lines[$0].count >= 40 && !Self.endsSentence(lines[$0]) }
    let goingOn = open.filter { index in
      let next = lines[(index + 1)...].firstIndex { !$0.isEmpty } ?? index
      return joined.contains(next + 1)
    }
    #expect(Set(open).subtracting(goingOn) == Set(Self.longUnjoined.map { $0 - 1 }))
    // A heading is a section of its own, and so goes on with nothing and is gone on with by nothing.
    let headings = file.documents.flatMap(\.sections).map { section in
      content[..<section.byteRange.lowerBound].count { $0 == 0x0A } + 1
    }
    #expect(!headings.isEmpty && joined.isDisjoint(with: headings))
  }

  private static func lines(of content: [UInt8]) -> [String] {
    String(decoding: content, as: UTF8.self).components(separatedBy: "\n").map {
      $0.trimmingCharacters(in: .whitespaces.union(.newlines))
    }
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.last.map { "。！？；：…”’）》」.!?;:)".contains($0) } ?? true
  }
}
