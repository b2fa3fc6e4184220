import Evaluation
import TestSupport
import Testing

/// Files from outside: what is right is read, what is wrong is refused with its place.
@Suite struct FormatTests {
  @Test func jsonIsRead() throws {
    let text = "\u{FEFF}{\"a\":[1,-2.5e1,\"\\u00e9\\ud83d\\ude00\\n\\ud800\",true,null],\"b\":{}}"
    let root = JSONField(try JSONParser.parse(Array(text.utf8)))
    let elements = try root["a"].elements()
    #expect(try elements[0].integer() == 1)
    #expect(try elements[2].text() == "é😀\n\u{FFFD}")
    #expect(root["b"].exists && !root["c"].exists)
    let error = #expect(throws: FormatError.self) { try root["a"].elements()[1].integer() }
    #expect(error?.place == .field("a[1]"))
    #expect(throws: FormatError.self) { try root["b"]["c"].text() }
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "tru", "\"a", "\"\\x\"", "\"\\u12\"", "1 2", "nan",
    "-", "[1e999]", "\"\u{1}\"", "{1:2}", "]",
  ])
  func brokenJSONIsRefused(_ text: String) {
    #expect(throws: FormatError.self) { _ = try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func deepJSONIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: FormatError.self) { _ = try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func jsonLinesAreASequence() throws {
    #expect(try JSONParser.sequence(Array("{}\n{}\n\n[1\n]\n".utf8)).count == 3)
    #expect(try JSONParser.sequence([]).isEmpty)
  }

  @Test func codePointsAgreeWithScalars() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let count = Int.random(in: 0...1500, using: &generator)
      let alphabet: [Unicode.Scalar] = ["a", "é", "套", "😀", "\n"]
      let scalars = (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
      let text = String(String.UnicodeScalarView(scalars))
      let points = try #require(CodePoints(Array(text.utf8)))
      #expect(points.count == count)
      var offset = 0
      for (index, scalar) in scalars.enumerated() {
        #expect(points.index(ofByte: offset) == index)
        let length = String(scalar).utf8.count
        if length > 1 { #expect(points.index(ofByte: offset + 1) == nil) }
        #expect(Array(points.slice(index..<index + 1)) == Array(String(scalar).utf8))
        offset += length
      }
      #expect(points.index(ofByte: offset) == count)
      #expect(points.index(ofByte: offset + 1) == nil && points.index(ofByte: -1) == nil)
      #expect(Array(points.slice(-3..<count + 3)) == Array(text.utf8))
    }
    #expect(CodePoints([0xE5, 0xA5]) == nil)
  }

  /// Bytes taken out, put in and changed: an answer or an error, never a crash.
  @Test func damagedFilesAreReadOrRefused() {
    let files = [
      "{\"schema\":\"taohua.compare/1\",\"left\":{\"id\":\"s\"},\"right\":{\"id\":\"r\"},\"passages\":[{\"left\":[0,3],\"right\":[1,4]}]}",
      "<document reference=\"s\"><feature name=\"plagiarism\" this_offset=\"0\" this_length=\"3\" source_reference=\"&#x72;\" source_offset=\"1\" source_length=\"3\"/></document>",
      "category\tsusp\tsrc\tthis_offset\tthis_length\tsource_offset\tsource_length\nx\ts\tr\t0\t3\t1\t3\n",
      "# a\ndocument\tplace\tcode\n\"a\"\t0-3\tformula\n",
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(seed: 11)
    for round in 0..<4000 {
      var file = files[round % files.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !file.isEmpty {
        let index = Int.random(in: 0..<file.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: file.remove(at: index)
        case 1: file[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: file.insert(file.randomElement(using: &generator) ?? 0, at: index)
        default: file.removeLast(file.count - index)
        }
      }
      _ = try? PassageResult(file)
      _ = try? PANDocument(file, role: .truth)
      _ = try? PassageTruth(gold: file)
      _ = try? CodedSheet(file)
      _ = CodePoints(file)?.slice(1..<9)
    }
  }

  @Test func partsOfCompilationsHaveTheirFile() {
    #expect(FileName.last("a/b.txt#12") == "b.txt")
    #expect(FileName.last("c#.txt") == "c#.txt")
    #expect(FileName.last("") == "")
  }
}
