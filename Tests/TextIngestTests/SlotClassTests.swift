import TestSupport
import Testing
import TextIngest

/// What is a slot can be said class by class.
@Suite("Classes of slots")
struct SlotClassTests {
  static func tokens(_ text: String, _ slots: [String]) throws -> String {
    var settings = IngestSettings.whole
    settings.slots = SlotClasses(slots)
    let file = try Reader.ingest(Array(text.utf8), format: .plainText, settings: settings)
    return file.tokens.values.indices.map { file.text(ofToken: $0) }.joined(separator: " ")
  }

  /// A class, texts with one slot of it each, and what stands there when the class is off.
  static let examples: [(name: String, text: String, plain: String)] = [
    ("number", "增长３.５％", "增 长 3.5%"), ("number", "占百分之五", "占 百 分 之 五"),
    ("number", "三百二十户", "三 百 二 十 户"), ("number", "3号楼", "3 号 楼"),
    ("number", "12 boats", "12 boats"), ("number", "1,234.5 tonnes", "1,234.5 tonnes"),
    ("date", "2023年", "2023 年"), ("date", "二〇二三年", "二 〇 二 三 年"), ("date", "十二月", "十 二 月"),
    ("date", "on 2023-05-01", "on 2023-05-01"), ("date", "5日", "5 日"),
    ("time", "at 10:30", "at 10:30"), ("time", "上午9时", "上 午 9 时"), ("time", "９点", "9 点"),
    ("ordinal", "第三次", "第 三 次"), ("ordinal", "三届", "三 届"), ("ordinal", "第12号", "第 12 号"),
    ("amount", "12.5亿元", "12.5 亿 元"), ("amount", "1,234.5亿元", "1,234.5 亿 元"),
    ("amount", "$5", "5"), ("amount", "300元", "300 元"), ("amount", "￥80", "80"),
    ("blank", "xx 项", "xx 项"), ("blank", "**市", "市"), ("blank", "××市", "市"),
    ("blank", "填____", "填"), ("blank", "填[ ]", "填"), ("blank", "某市", "某 市"),
    ("blank", "〇〇市", "〇 〇 市"),
    ("blank", "20xx年", "20xx 年"),
    ("email", "to a.b@c.example", "to a.b@c.example"),
    ("url", "see https://x.example/a?b=1", "see https://x.example/a?b=1"),
    ("document-number", "国发〔2024〕3号", "国 发 2024 3 号"),
  ]

  @Test("a slot of a class that is off is what stands there", arguments: examples)
  func off(_ example: (name: String, text: String, plain: String)) throws {
    let whole = try Self.tokens(example.text, ["all"])
    #expect(whole.contains("{slot}"))
    #expect(try Self.tokens(example.text, ["no-" + example.name]) == example.plain)
    #expect(try Self.tokens(example.text, ["none"]) == example.plain)
    #expect(try Self.tokens(example.text, [example.name]) == whole)
    let others = SlotClasses.choices.filter { $0.hasPrefix("no-") && $0 != "no-" + example.name }
    for other in others { #expect(try Self.tokens(example.text, [other]) == whole, "\(other)") }
  }

  @Test("each is an amount's number only, a time's, and not its unit's")
  func together() throws {
    let text = "3月5号上午9时30分，第三届，2.5万元"
    #expect(
      try Self.tokens(text, ["no-date", "no-time"])
        == "3 月 5 号 上 午 9 时 30 分 第 {slot} 届 {slot} 万 元")
    #expect(
      try Self.tokens(text, ["amount", "ordinal"])
        == "3 月 5 号 上 午 9 时 30 分 第 {slot} 届 {slot} 万 元")
  }

  @Test("a list means classes, and classes a list")
  func lists() {
    #expect(SlotClasses(["all"]) == .all && SlotClasses(["none"]) == [])
    #expect(SlotClasses(["no-url"]) == .all.subtracting(.url))
    #expect(SlotClasses(["date", "url"]) == [.date, .url])
    #expect(SlotClasses(["all", "no-date"]) == .all.subtracting(.date))
    for bits in UInt16(0)..<512 {
      let classes = SlotClasses(rawValue: bits)
      #expect(SlotClasses(classes.list) == classes)
    }
  }
}
