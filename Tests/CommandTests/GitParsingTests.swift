import Foundation
import Testing

@testable import TaohuaCommand

/// What git answers, taken apart: no repository is needed.
@Suite struct GitParsingTests {
  private static let one = String(repeating: "1", count: 40)
  private static let two = String(repeating: "2", count: 40)
  private static let none = String(repeating: "0", count: 40)

  @Test func changesOfARawDiff() throws {
    let (one, two, none) = (Self.one, Self.two, Self.none)
    let output =
      ":100644 100755 \(one) \(two) M\0a b\0"
      + ":000000 100644 \(none) \(one) A\0new\nline\0"
      + ":100644 100644 \(one) \(two) R087\0old\0new\0"
      + ":100644 120000 \(one) \(two) T\0link\0" + ":100644 000000 \(one) \(none) D\0gone\0"
      + ":100644 000000 \(one) \(none) U\0torn\0"
    let changes = try #require(RawDiff.changes(Array(output.utf8)))
    #expect(changes.map(\.kind) == [.modified, .added, .renamed, .modified, .deleted, .unmerged])
    #expect(
      changes.map { $0.path.name(from: []) }
        == ["a b", "new\nline", "new", "link", "gone", "torn"])
    #expect(changes[2].oldPath.name(from: []) == "old")
    #expect(changes[3].newMode == .symbolicLink)
    #expect(changes[4].newBlob.isNull && !changes[4].oldBlob.isNull)
    #expect(RawDiff.changes([]) == [])
  }

  @Test(arguments: [
    "nothing\0", ":100644 100644\0a\0", ":100644 100644 1 2 M\0a\0",
    ":100644 100644 \(one) \(two) M\0", ":100644 100644 \(one) \(two) R100\0a\0",
  ])
  func whatIsNoRawDiff(_ output: String) {
    #expect(RawDiff.changes(Array(output.utf8)) == nil)
  }

  @Test func namesOfObjects() {
    #expect(GitObject(line: Array((Self.one + "\n").utf8))?.text == Self.one)
    #expect(GitObject(line: Array(String(repeating: "a", count: 64).utf8)) != nil)
    for text in [
      "", "HEAD", String(Self.one.dropLast()), Self.one + "1", "G" + Self.one.dropLast(),
    ] {
      #expect(GitObject(line: Array(text.utf8)) == nil, "\(text)")
    }
  }

  /// However the output is cut into pieces, the contents are the same.
  @Test func contentsComeInAnyPieces() throws {
    let contents = ["", "a", "two\nlines\n", String(repeating: "long ", count: 50), "\n\n", "end"]
    var output: [UInt8] = []
    for content in contents {
      output += "\(Self.one) blob \(content.utf8.count)\n\(content)\n".utf8
    }
    output += "\(Self.two) missing\n".utf8
    for size in 1...output.count {
      var parser = BatchParser(limit: 100)
      for start in stride(from: 0, to: output.count, by: size) {
        parser.consume(output[start..<min(start + size, output.count)])
      }
      try #require(parser.isAtStart && parser.results.count == 7, "pieces of \(size)")
      #expect(
        parser.results[..<3] == [.success([]), .success([97]), .success(Array(contents[2].utf8))])
      #expect(parser.results[3] == .failure(.tooLarge(bytes: 250)))
      #expect(parser.results[5] == .success(Array("end".utf8)))
      #expect(parser.results[6] == .failure(.missing))
    }
  }

  @Test func anAnswerThatBreaksOffIsSeen() {
    for output in ["\(Self.one) blob 3\nab", "\(Self.one) blob 3\nabc", "\(Self.one) bl"] {
      var parser = BatchParser(limit: 100)
      parser.consume(Array(output.utf8)[...])
      #expect(!parser.isAtStart, "\(output)")
    }
  }

  @Test func aSizeBelowZeroIsNone() {
    var parser = BatchParser(limit: 100)
    parser.consume(Array("\(Self.one) blob -3\nab".utf8)[...])
    #expect(parser.results == [.failure(.missing)])
  }

  @Test func namesFromWhereOneStands() {
    func name(_ path: String, _ prefix: String...) -> String {
      GitPath(bytes: Array(path.utf8)).name(from: prefix)
    }
    #expect(name("a.md") == "a.md")
    #expect(name("d/e/a.md", "d") == "e/a.md")
    #expect(name("d/a.md", "d", "e") == "../a.md")
    #expect(name("x/a.md", "d", "e") == "../../x/a.md")
    #expect(name("de/a.md", "d") == "../de/a.md")
    #expect(GitPath(bytes: [0x63, 0xE9, 0x2E, 0x6D, 0x64]).name(from: []) == "c\\351.md")
    #expect(GitPath(bytes: [0xE6, 0x8A, 0xA5, 0xFF]).name(from: []) == "报\\377")
  }

  /// More in and out at once than pipes hold: neither side waits for the other.
  @Test func aChildReadsAndWritesAtOnce() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var output: [UInt8] = []
    let ending = try ChildProcess(program: "cat", arguments: []).run(input: input) { output += $0 }
    #expect(ending.status == 0 && output == input)
  }

  @Test func aChildMayStopReading() throws {
    // As the program does: a write that nobody reads is an error then, not the end.
    signal(SIGPIPE, SIG_IGN)
    let input = [UInt8](repeating: 10, count: 1_000_000)
    var output: [UInt8] = []
    let ending = try ChildProcess(program: "head", arguments: ["-c", "3"]).run(input: input) {
      output += $0
    }
    #expect(ending.status == 0 && output == [10, 10, 10])
  }

  @Test func howAChildEnds() throws {
    let failing = ChildProcess(
      program: "sh", arguments: ["-c", "echo $WORD >&2; exit 3"], variables: ["WORD=why"])
    let ending = try failing.run { _ in }
    #expect(ending.status == 3 && ending.errors == Array("why\n".utf8))
    let killed = try ChildProcess(program: "sh", arguments: ["-c", "kill -9 $$"]).run { _ in }
    #expect(killed.status == 128 + 9)
    #expect(throws: (any Error).self) {
      try ChildProcess(program: "no-such-program", arguments: []).run { _ in }
    }
  }
}
