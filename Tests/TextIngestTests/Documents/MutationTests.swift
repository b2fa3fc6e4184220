import Foundation
import TestSupport
import Testing

@testable import TextIngest

/// Documents with random damage: text comes of them, or an error; never a crash, never a hang.
///
/// `TAOHUA_FUZZ_SECONDS` sets how long each format is tried; a few seconds otherwise.
@Suite("Damaged documents")
struct MutationTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["TAOHUA_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1.5

  /// Reads mutants of what `make` gives until the time is up, and says which seed failed.
  private func tryOut(
    _ name: String, format: TextFormat,
    make: (inout SeededGenerator) throws -> [UInt8]
  ) throws {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var count = 0
    while ContinuousClock.now < end {
      count += 1
      var generator = SeededGenerator(seed: UInt64(count))
      let content = try make(&generator)
      let started = ContinuousClock.now
      do throws(IngestError) {
        let text = try Reader.text(of: content, format: format)
        #expect(Self.isSound(text), "\(name), seed \(count)")
        _ = Reader.ingest(text)
      } catch {
        #expect(!error.isInternal, "\(name), seed \(count): \(error)")
      }
      #expect(started.duration(to: .now) < .seconds(20), "\(name), seed \(count)")
    }
    #expect(count > 0)
    print("\(name): \(count) documents")
  }

  /// Whether the text is UTF-8, and its marks point at the starts of lines, in order.
  private static func isSound(_ text: SourceText) -> Bool {
    guard case .marked(let marks) = text.structure,
      (try? UTF8Span(validating: text.content.span)) != nil
    else { return false }
    var last = -1
    for mark in marks {
      guard mark.start > last, mark.start < text.content.count,
        mark.start == 0 || text.content[mark.start - 1] == 0x0A
      else { return false }
      last = mark.start
    }
    return true
  }

  @Test("bytes of the file", arguments: ["docx", "odt", "epub", "html"])
  func bytes(_ name: String) throws {
    let content = try FixtureTests.content(name)
    try tryOut(name, format: Reader.format(ofFileName: "a.\(name)")) { generator in
      Mutation.bytes(content, &generator)
    }
  }

  static let parts: [(name: String, part: String)] = [
    ("docx", "word/document.xml"), ("docx", "word/styles.xml"), ("docx", "_rels/.rels"),
    ("odt", "content.xml"), ("odt", "styles.xml"), ("epub", "OEBPS/content.opf"),
    ("epub", "OEBPS/sections/section0002.xhtml"), ("epub", "META-INF/container.xml"),
  ]

  @Test("markup of a part, in an archive that is sound", arguments: parts)
  func markup(_ example: (name: String, part: String)) throws {
    let members = try Self.members(of: try FixtureTests.content(example.name), example)
    let format = try Reader.format(ofFileName: "a.\(example.name)")
    try tryOut("\(example.name) \(example.part)", format: format) { generator in
      var archive = ZipBuilder()
      for (name, content) in members.sorted(by: { $0.key < $1.key }) {
        archive.add(
          name, name == example.part ? Mutation.markup(content, &generator) : content)
      }
      return archive.finish()
    }
  }

  /// The members that the readers look at.
  private static func members(
    of content: [UInt8], _ example: (name: String, part: String)
  ) throws -> [String: [UInt8]] {
    let names = [
      "mimetype", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
      "word/styles.xml", "word/header1.xml", "word/footer1.xml", "content.xml", "styles.xml",
      "META-INF/manifest.xml", "META-INF/container.xml", "OEBPS/content.opf",
      "OEBPS/sections/section0001.xhtml", "OEBPS/sections/section0002.xhtml",
    ]
    return try ZipArchive.open(content) { (archive) throws(IngestError) in
      var members: [String: [UInt8]] = [:]
      for name in names where archive.has(name) {
        members[name] = try archive.content(of: name)
      }
      return members
    }
  }

  @Test("HTML markup")
  func html() throws {
    let content = try FixtureTests.content("html")
    try tryOut("html markup", format: .html) { Mutation.markup(content, &$0) }
  }

  @Test("where lines lie on pages")
  func pages() throws {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var generator = SeededGenerator(seed: 7)
    let words = ["报告", "the harbour-", "第 3 页", "12", "……………… 4", "（一）甲", "。", " ", "\u{E001}"]
    for _ in 0..<2_000 where ContinuousClock.now < end {
      let lines = (0..<Int.random(in: 0..<60, using: &generator)).map { index in
        let left = Double.random(in: -50..<700, using: &generator)
        let top = Double.random(in: -50..<900, using: &generator)
        return PDFLine(
          page: index / 12, left: left, top: top,
          right: left + Double.random(in: -5..<400, using: &generator),
          bottom: top + Double.random(in: -1..<40, using: &generator),
          text: (0..<Int.random(in: 1..<5, using: &generator)).map { _ in
            words.randomElement(using: &generator)!
          }.joined())
      }
      var writer = BlockWriter()
      let body = PDFRunningLines.removed(from: lines, pages: 5, &writer)
      let ordered = PDFColumns.ordered(body)
      #expect(ordered.map(\.text).sorted() == body.map(\.text).sorted())
      PDFParagraphs.write(ordered, to: &writer)
      #expect(Self.isSound(writer.finish(format: .pdf)))
    }
  }
}

extension IngestError {
  /// Whether the error says that something is wrong here, not with the document.
  fileprivate var isInternal: Bool {
    switch self {
    case .unreadable, .notAFile, .changedWhileRead: true
    default: false
    }
  }
}

/// Random damage.
private enum Mutation {
  /// `content` with a few bytes changed, cut out, doubled or put in.
  static func bytes(_ content: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var content = content
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !content.isEmpty {
      let start = Int.random(in: 0..<content.count, using: &generator)
      let end = min(content.count, start + Int.random(in: 1...64, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: content[start] = UInt8.random(in: 0...255, using: &generator)
      case 1: content[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: content.removeSubrange(start..<end)
      case 3: content.insert(contentsOf: content[start..<end], at: start)
      default: content.removeSubrange(end...)
      }
    }
    return content
  }

  /// `content` with tags taken out, doubled, moved or renamed, or with damaged bytes.
  static func markup(_ content: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    if Int.random(in: 0..<4, using: &generator) == 0 { return bytes(content, &generator) }
    var content = content
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      guard let tag = tag(in: content, &generator), let other = Self.tag(in: content, &generator)
      else { break }
      let moved = Array(content[other])
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: content.removeSubrange(tag)
      case 1: content.insert(contentsOf: content[tag], at: tag.lowerBound)
      case 2: content.replaceSubrange(tag, with: moved)
      default: content.insert(contentsOf: moved, at: tag.upperBound)
      }
    }
    return content
  }

  /// A tag near a random place.
  private static func tag(
    in content: [UInt8], _ generator: inout SeededGenerator
  ) -> Range<Int>? {
    guard !content.isEmpty else { return nil }
    let start = Int.random(in: 0..<content.count, using: &generator)
    guard let open = content[start...].firstIndex(of: 0x3C),
      let close = content[open...].firstIndex(of: 0x3E)
    else { return nil }
    return open..<(close + 1)
  }
}
