import TestSupport
import Testing
import TextIngest

/// The folded tokens of `text`, read as a plain text file.
func tokens(_ text: String, format: TextFormat = .plainText) throws -> [String] {
  let file = try Reader.ingest(Array(text.utf8), format: format, settings: .whole)
  return file.tokens.values.indices.map { file.text(ofToken: $0) }
}

@Suite("D1: tokens")
struct TokenTests {
  static let slots: [(text: String, tokens: String)] = [
    ("2023年xx月", "{slot} 年 {slot} 月"),
    ("12.5亿元", "{slot} 亿 元"),
    ("１２３４．５６万人", "{slot} 万 人"),
    ("四个意识", "四 个 意 识"),
    ("一府一委两院", "一 府 一 委 两 院"),
    ("党的二十大", "党 的 二 十 大"),
    ("第三届二次会议", "第 {slot} 届 {slot} 次 会 议"),
    ("三百五十人", "{slot} 人"),
    ("20xx年**市××项", "{slot} 年 {slot} 市 {slot} 项"),
    ("xx 项、____、[ ]", "{slot} 项 {slot} {slot}"),
    ("某市", "{slot} 市"),
    ("增长50%", "增 长 {slot}"),
    ("write to a@b.cn or https://b.cn/x", "write to {slot} or {slot}"),
  ]

  @Test("slots are what varies by nature, and nothing else", arguments: slots)
  func slotsAreFound(_ example: (text: String, tokens: String)) throws {
    #expect(try tokens(example.text).joined(separator: " ") == example.tokens)
  }

  @Test("width, case and white space between Han characters make no difference")
  func folding() throws {
    #expect(try tokens("ＡＢＣ 工作") == tokens("abc工作"))
    #expect(try tokens("工 作　报 告") == tokens("工作报告"))
    #expect(try tokens("don't STOP") == ["don't", "stop"])
  }

  @Test("a byte order mark and the kind of line ends change offsets, never tokens")
  func lineEnds() throws {
    let text = "第一段文字。\n\n第二段文字。\n"
    let plain = try tokens(text)
    #expect(try tokens("\u{FEFF}" + text) == plain)
    #expect(try tokens(text.replacing("\n", with: "\r\n")) == plain)
    #expect(try tokens(text.replacing("\n", with: "\r")) == plain)
  }

  @Test("bad input is an error with its place")
  func badInput() {
    #expect(throws: IngestError.undetected(offset: 3)) {
      try Reader.ingest([0x61, 0x62, 0x63, 0xFF], format: .plainText)
    }
    #expect(throws: IngestError.binary(offset: 1)) {
      try Reader.ingest([0x61, 0, 0x62], format: .plainText)
    }
  }

  @Test("ranges rise, never overlap or cut a character; blocks never fall, on 3,000 random texts")
  func rangesOfRandomTexts() throws {
    let pieces = [
      "工", "作", "的", "，", "。", "\n", "\n\n", " ", "　", "12", ".", "%", "xx", "**", "ab", "'",
      "“", "”", "《", "》", "第", "三", "百", "年", "か", "ﾞ", "각", "é", "e\u{301}", "😀", "\u{200B}",
      "〔", "〕", "目录", "\t", "-", "x", "№", "ａ", "한", "ก", "\r\n", "——", "#", "|",
    ]
    for seed in UInt64(0)..<3_000 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...60, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let format: TextFormat = seed % 3 == 0 ? .markdown : .plainText
      let file = try Reader.ingest(
        Array(text.utf8), format: format, settings: seed % 2 == 0 ? IngestSettings() : .whole)
      check(file, "seed \(seed): \(text.debugDescription)")
    }
  }

  func check(_ file: IngestedFile, _ comment: Comment) {
    var last = 0
    for index in 0..<file.tokens.count {
      let start = Int(file.tokens.starts[index])
      let end = Int(file.tokens.ends[index])
      #expect(start >= last && end > start && end <= file.content.count, comment)
      #expect(file.content[start] & 0xC0 != 0x80, comment)
      #expect(end == file.content.count || file.content[end] & 0xC0 != 0x80, comment)
      last = end
    }
    var next = 0
    for document in file.documents {
      #expect(document.tokenRange.lowerBound == next, comment)
      next = document.tokenRange.upperBound
      #expect(document.blockStarts == document.blockStarts.sorted(), comment)
      if !document.tokenRange.isEmpty {
        #expect(document.blockStarts.first == UInt32(document.tokenRange.lowerBound), comment)
      }
    }
    #expect(next == file.tokens.count, comment)
  }
}
