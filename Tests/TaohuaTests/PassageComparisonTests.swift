import PhraseReport
import Taohua
import Testing
import TextIngest

/// How a place reads beside what was found.
@Suite struct PassageComparisonTests {
  /// The pieces of `there`, what differs as `[there|here kind]`; the place in `there` is between braces.
  private func compare(
    _ here: String, _ there: String, isMarkdown: Bool = false
  ) -> (text: String, pieces: String) {
    func passage(_ marked: String) -> PassageComparison.Passage {
      let parts = marked.split(separator: "{", omittingEmptySubsequences: false)
      let before = parts.count == 2 ? String(parts[0]) : ""
      let rest = (parts.last ?? "").split(separator: "}", omittingEmptySubsequences: false)
      let inner = String(rest[0])
      let text = before + inner + (rest.count == 2 ? String(rest[1]) : "")
      let start = before.utf8.count
      return PassageComparison.Passage(
        start..<start + inner.utf8.count, in: Array(text.utf8), margin: 60,
        isMarkdown: isMarkdown, settings: IngestSettings())
    }
    let (left, right) = (passage(here), passage(there))
    let result = PassageComparison(left, with: right).result
    let plain = Array(
      there.replacing("{", with: "").replacing("}", with: "").utf8)
    let pieces = result.pieces.map { piece in
      piece.difference.map { "[\(piece.there)|\(piece.here) \($0.rawValue)]" } ?? piece.there
    }
    return (String(decoding: plain[result.range], as: UTF8.self), pieces.joined())
  }

  @Test(arguments: [
    ("渡口的老樟树挂了牌", "渡口的老樟树挂了牌", "渡口的老樟树挂了牌"),
    ("全国ＡＢＣ计划", "全国ABC计划", "全国[ABC|ＡＢＣ width]计划"),
    ("The Council met", "the council met", "[the|The case] [council|Council case] met"),
    ("修路12公里", "修路30公里", "修路[30|12 value]公里"),
    ("2023年修路12公里", "2022年修路30公里", "[2022|2023 value]年修路[30|12 value]公里"),
    ("认真贯彻、落实精神", "认真贯彻，落实精神", "认真贯彻[，|、 punctuation]落实精神"),
    ("认真贯彻，落实精神", "认真贯彻,落实精神", "认真贯彻[,|， width]落实精神"),
    ("认真贯彻精神", "认真学习贯彻精神", "认真[学习| edit]贯彻精神"),
    ("认真学习贯彻精神", "认真贯彻精神", "认真[|学习 edit]贯彻精神"),
    ("积极推动工作", "大力推动工作", "[大力|积极 edit]推动工作"),
    ("渡口的老樟\n  树挂了牌", "渡口的\n老樟树挂了牌", "渡口的\n老樟树挂了牌"),
  ])
  func saysHowTextsDiffer(here: String, there: String, expected: String) {
    #expect(compare(here, there).pieces == expected)
  }

  @Test func whatWasFoundMayGoOnBesideThePlace() {
    let found = compare("以新思想为指导，全面", "坚持{以新思想为指导}，全面贯彻")
    #expect(found.text == "以新思想为指导，全面")
    #expect(found.pieces == "以新思想为指导，全面")
  }

  @Test func whatWasFoundMayBeAPartOfThePlace() {
    let found = compare("新思想为指导", "{坚持以新思想为指导}开展工作")
    #expect(found.text == "新思想为指导")
  }

  @Test func contextTellsSlots() {
    // 二〇二三 is a slot before 年 alone.
    let found = compare("{在二〇二三}年内", "{在2022}年内")
    #expect(found.pieces == "在[2022|二〇二三 value]")
  }

  @Test func marksOfMarkdownAreNoWords() {
    let found = compare("做好**重点**工作", "做好重点工作", isMarkdown: true)
    #expect(found.pieces == "做好重点工作")
  }

  @Test func whatIsTooLongIsNotCompared() {
    // Every fifth token differs at first and last, so that neither end is cut away.
    let here = String(repeating: "春夏秋冬日", count: 300)
    let there = "甲" + String(repeating: "春夏秋冬月", count: 300)
    let found = compare(here, "{\(there)}")
    #expect(found.pieces.isEmpty && found.text == there)
  }
}
