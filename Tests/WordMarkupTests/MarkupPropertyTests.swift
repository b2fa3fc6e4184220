import Foundation
import PhraseReport
import TestSupport
import Testing
import TextIngest

@testable import WordMarkup

/// Random documents with random marks and comments, compared by another parser before and after.
@Suite("Annotated documents are the same but for what was added")
struct MarkupPropertyTests {
  /// Tries so many documents; `TAOHUA_MARKUP_SEEDS` says otherwise.
  static let seeds =
    ProcessInfo.processInfo.environment["TAOHUA_MARKUP_SEEDS"].flatMap { UInt64($0) } ?? 200

  private struct Case: Encodable {
    var before: String
    var after: String
    var comments: String
    var first: Int
    var looks: [String: [String?]]
    var spans: [[Value]]

    enum Value: Encodable {
      case number(Int)
      case text(String)

      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
      }
    }
  }

  @Test func nothingElseChanges() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taohua-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var count = 0
    for seed in 0..<Self.seeds {
      guard let example = try example(seed) else { continue }
      try JSONEncoder().encode(example).write(to: folder.appending(path: "\(seed).json"))
      count += 1
    }
    #expect(count > Self.seeds / 2)
    let script = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "check-markup.py"), encoding: .utf8)
    let run = try PythonScript(script, [folder.path], input: [])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasSuffix("\(count) compared, 0 failed\n"), "\(run.output)")
  }

  /// A document with its annotations; nil where it has no text.
  private func example(_ seed: UInt64) throws -> Case? {
    let file = RandomWordFile(seed: seed)
    let content = WordFile.make(file.body, parts: file.parts)
    let (text, map) = try WordReader.mapped(content)
    guard !map.stretches.isEmpty else { return nil }
    #expect(map.stretches.allSatisfy { !$0.text.isEmpty && !$0.bytes.isEmpty })
    var random = SeededGenerator(seed: seed ^ 0xA5)
    let annotations = Self.annotations(of: text, &random)
    let outcome = try WordMarkup.annotate(content, with: annotations, date: nil)
    let first = (map.lastComment ?? -1) + 1
    let inMain = map.stretches.filter { $0.element != nil }
    var looks: [String: [String?]] = [:]
    for mark in annotations.marks {
      for stretch in inMain where stretch.text.overlaps(mark.range) {
        let range = stretch.text.clamped(to: mark.range)
        for character in String(decoding: text[range], as: UTF8.self) where character.isHan {
          looks[String(character)] = Self.look(mark.look)
        }
      }
    }
    var spans: [[Case.Value]] = []
    var number = first
    for comment in annotations.comments {
      let start = inMain.first { $0.text.overlaps(comment.range) }
      if let start {
        let range = start.text.clamped(to: comment.range)
        let character = String(decoding: text[range], as: UTF8.self).first!
        if character.isHan { spans.append([.number(number), .text(String(character))]) }
      }
      number += 1
    }
    #expect(outcome.unplaced == 0 || map.stretches.allSatisfy { $0.anchor == nil })
    if outcome.unplaced > 0 { spans = [] }
    return Case(
      before: try Self.part("word/document.xml", of: content),
      after: try Self.part("word/document.xml", of: outcome.content),
      comments: outcome.unplaced > 0
        ? "<x/>" : try Self.part("word/comments.xml", of: outcome.content),
      first: first, looks: looks, spans: spans)
  }

  static func part(_ name: String, of content: [UInt8]) throws -> String {
    let bytes = try ZipArchive.open(content) { (archive) throws(IngestError) in
      try archive.content(of: name)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func look(_ look: MarkLook) -> [String?] {
    [WordProperty.color, .u, .bdr, .shd].map { kind in
      guard let property = look.properties.first(where: { $0.kind == kind }) else { return nil }
      let name = kind == .shd ? "fill" : kind == .color ? "val" : "color"
      return property.attributes.split(separator: "w:\(name)=\"").last!.prefix { $0 != "\"" }
        .description
    }
  }

  private static let styles: [MarkStyle?] = [
    .stock(.few, isVariant: false), .stock(.many, isVariant: true),
    .stock(.nearlyAll, isVariant: false),
    .term, .borrowed, .shared, .repeated, .allowed, nil,
  ]

  /// Marks beside each other and apart, and comments across all that there is.
  static func annotations(
    of text: [UInt8], _ random: inout SeededGenerator
  ) -> DraftAnnotations {
    let edges = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    let cuts = edges.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    var marks: [DraftMark] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) where Bool.random(using: &random) {
      let look = MarkLook(
        style: styles.randomElement(using: &random)!,
        isLeftOver: Int.random(in: 0..<6, using: &random) == 0,
        isMisquoted: Int.random(in: 0..<6, using: &random) == 0)
      if look != MarkLook() { marks.append(DraftMark(range: start..<end, look: look)) }
    }
    let comments = (0..<Int.random(in: 1...5, using: &random)).map { index in
      let ends = (0..<2).map { _ in Int.random(in: 0..<max(1, edges.count - 1), using: &random) }
      return DraftComment(
        range: edges[ends.min()!]..<edges[min(ends.max()! + 1, edges.count - 1)],
        title: "T<\(index)>", lines: ["a & b", "\u{1}"])
    }
    return DraftAnnotations(
      marks: marks, comments: comments.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.first!.value >= 0x4E00 }
}
