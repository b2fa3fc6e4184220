import Foundation
import PhraseReport
import Taohua
import TestSupport
import Testing

/// Line, column, bytes and fingerprint of a finding lead to one passage, whatever stands before it.
@Suite("Places of findings")
struct FindingPlaceTests {
  private static let formula = "坚持开门办馆、服务读者，办好群众身边的书房"
  private static let copied =
    "去年秋天老槐树下的旧书摊搬进了礼堂西侧的走廊，值班的三位退休教师每逢周六下午轮流替孩子们修补脱线的课本，还把缺页的地方用铅笔工工整整抄补齐全。"
  private static let parts = [
    "今年以来，\(formula)。", copied, "新增藏书____册。", "二楼靠窗的长桌换成了圆桌，坐下的人多了，声音反而小了。",
    "又一次：二楼靠窗的长桌换成了圆桌，坐下的人多了，声音反而小了。", "读者说“馆里亮堂了。", "三楼的灯换了。\u{200B}墙也刷了😀。",
  ]
  private static let fillers = [
    "𠮷野家的招牌换了。", "😀😀 和 👩‍👩‍👧 来过。", "e\u{301}t\u{E9} 2024", "\u{FEFF}行首有标记。", "一行普通的字。",
  ]

  private static func file(_ name: String, _ text: String) -> InputPath {
    var input = InputPath(path: name, name: name, isNamed: true)
    input.content = Array(text.utf8)
    return input
  }

  private static let archive = Corpus.read(
    (0..<6).map { index in
      file(
        "archive/\(index).txt",
        "第\(index)馆：\(formula)。第\(index)号。\n" + (index == 1 ? copied + "\n" : "")
          + ["门前种花。", "院里搭棚。", "井边砌台。", "墙上挂画。", "窗下摆桌。", "屋后开渠。"][index])
    }, jobs: 1)

  /// A result as code scanning would find it: rule, fingerprint and text.
  private struct Found: Hashable {
    var rule: String
    var fingerprint: String
    var text: String
  }

  /// The results for `content`, their texts cut by line and column; bytes must say the same.
  private static func found(_ content: [UInt8]) throws -> [Found] {
    var draft = InputPath(path: "draft.txt", name: "draft.txt", isNamed: true)
    draft.content = content
    var settings = CheckSettings()
    settings.audit.groupsNearDuplicates = false
    let report = Check.run(
      drafts: Corpus.read([draft], jobs: 1), against: archive, settings: settings)
    var bytes: [UInt8] = []
    CheckSARIF.write(report) { bytes += $0 }
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]]).map { result in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let region = try #require(physical["region"] as? [String: Int])
      let offset = try #require(region["byteOffset"])
      let slice = Array(content[offset..<offset + (try #require(region["byteLength"]))])
      let text = String(decoding: slice, as: UTF8.self)
      #expect(try Self.text(of: region, in: content) == text)
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      return Found(
        rule: try #require(result["ruleId"] as? String),
        fingerprint: try #require(prints["taohua/v1"]), text: text)
    }
  }

  /// The text of a region by its lines and columns alone.
  private static func text(of region: [String: Int], in content: [UInt8]) throws -> String {
    var scalars = Array(String(decoding: content, as: UTF8.self).unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var starts = [0]
    for index in scalars.indices {
      let isBreak =
        scalars[index] == "\n"
        || (scalars[index] == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
      if isBreak { starts.append(index + 1) }
    }
    func position(_ line: String, _ column: String) throws -> Int {
      starts[try #require(region[line]) - 1] + (try #require(region[column])) - 1
    }
    let range =
      try position("startLine", "startColumn")..<position("endLine", "endColumn")
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  @Test("whatever stands before it and however lines end", arguments: 0..<40)
  func lead(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let body = Self.parts.shuffled(using: &generator)
    let plain = try Self.found(Array(body.joined(separator: "\n").utf8))
    #expect(Set(plain.map(\.rule)).isSuperset(of: ["TH001", "TH003", "TH004", "TH006"]))
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator)!
    let before = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Self.fillers.randomElement(using: &generator)!
    }
    let mark: [UInt8] = Bool.random(using: &generator) ? [0xEF, 0xBB, 0xBF] : []
    let text = (before + body).joined(separator: lineEnd)
    let moved = try Self.found(mark + Array(text.utf8))
    #expect(Set(moved) == Set(plain), "seed \(seed)")
    #expect(moved.count == plain.count)
  }
}
