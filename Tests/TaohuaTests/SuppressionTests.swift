import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("Comments that suppress findings")
struct SuppressionTests {
  private static let formula = "坚持河堤养护归河段长负责的办法"
  private static let other = "推行沟渠清淤由受益户分摊的规矩"
  private static let own = "渠边今年新栽了柳树，长得比去年还好，过路的人都说好看。"

  private static func corpus(_ texts: [String], _ suffix: String) -> Corpus {
    Corpus.read(
      texts.enumerated().map { index, text in
        var input = InputPath(path: "", name: "\(index)\(suffix)", isNamed: true)
        input.content = Array(text.utf8)
        return input
      }, settings: .whole, jobs: 1)
  }

  private static let archive: Corpus = {
    var generator = ReportGenerator(seed: 1, isSpaced: false)
    return corpus(
      (0..<6).map { _ in
        [formula, other].map { $0 + "。\n" + generator.original(80).joined() + "。\n" }.joined()
      }, ".txt")
  }()

  private static func check(
    _ text: String, name: String = ".md", against corpus: Corpus = archive, maxStock: Double? = nil
  ) -> CheckReport {
    var settings = CheckSettings()
    settings.gate.maximumStockPercent = maxStock
    let drafts = Self.corpus([text], name)
    var report = Check.run(drafts: drafts, against: corpus, settings: settings)
    report.suppress(byCommentsIn: drafts)
    return report
  }

  /// The findings as `CODE` and the reason that suppresses it, or the message of a comment that does
  /// nothing.
  private static func findings(_ report: CheckReport) -> [String] {
    report.findings.map { finding in
      if finding.rule == .unusedSuppression { return "\(finding.line) TH900 \(finding.message)" }
      return "\(finding.line) \(finding.rule.rawValue) \(finding.suppression?.reason ?? "-")"
    }
  }

  @Test("off to on, the next block, and rules by code and name")
  func suppressed() {
    let report = Self.check(
      """
      \(Self.own)\(Self.formula)。

      <!-- taohua off: 引自文件 -->
      \(Self.formula)。

      <!-- taohua on -->
      \(Self.other)。

      <!-- taohua ignore[TH001]: 会议名称 -->
      - \(Self.formula)。
      - \(Self.other)。

      <!-- taohua ignore[stock-phrase, TH003]：全角冒号 -->
      \(Self.formula)。
      """)
    #expect(
      Self.findings(report) == [
        "1 TH001 -", "4 TH001 引自文件", "7 TH001 -", "10 TH001 会议名称", "11 TH001 -",
        "14 TH001 全角冒号",
      ])
    #expect(report.findings.allSatisfy { $0.suppression == nil || $0.suppression!.by == .comment })
    #expect(report.findings[1].suppression?.line == 3)
    #expect(report.openFindings.count == 3)
  }

  @Test("text between off and on is read and classed")
  func classesStay() {
    let text = "\(Self.own)\n\n<!-- taohua off: 引文 -->\n\(Self.formula)。\n"
    let plain = text.replacing("<!-- taohua off: 引文 -->", with: "")
    #expect(Self.check(text).documents[0].classes == Self.check(plain).documents[0].classes)
  }

  @Test("inside of a paragraph, to the byte")
  func inline() {
    let report = Self.check(
      "<!-- taohua off: 引文 -->\(Self.formula)<!-- taohua on -->，\(Self.own)\(Self.other)。\n")
    #expect(Self.findings(report) == ["1 TH001 引文", "1 TH001 -"])
  }

  @Test("a finding that is not wholly inside is not suppressed")
  func partly() {
    let half = Self.formula.prefix(8) + "<!-- taohua off: 半句 -->" + Self.formula.dropFirst(8)
    #expect(
      Self.findings(Self.check("\(Self.own)\(half)。\n")) == [
        "1 TH001 -", "1 TH900 the comment suppresses nothing; remove it",
      ])
  }

  @Test("what does nothing is said")
  func idle() {
    let report = Self.check(
      """
      <!-- taohua off -->
      \(Self.formula)。
      <!-- taohua on -->

      <!-- taohua on: 无事 -->
      <!-- taohua of: 笔误 -->

      <!-- taohua ignore[TH099]: 无此规则 -->

      <!-- taohua ignore[TH001: 未闭合 -->

      <!-- taohua ignore[]: 空 -->

      <!-- taohua off 没有冒号 -->

      <!-- taohua ignore[TH003]: 此处无照搬 -->
      \(Self.other)。
      """)
    let messages = Self.findings(report)
    #expect(messages.filter { $0.contains("TH001 ") } == ["2 TH001 -", "17 TH001 -"])
    for (line, text) in [
      (1, "gives no reason"), (5, "nothing is switched off"), (6, "says 'of'"),
      (8, "names 'TH099'"), (10, "does nothing; write"), (12, "does nothing; write"),
      (14, "does nothing; write"), (16, "suppresses nothing"),
    ] {
      #expect(
        messages.contains { $0.hasPrefix("\(line) TH900 ") && $0.contains(text) }, "\(messages)")
    }
    #expect(report.findings.filter { $0.rule == .unusedSuppression }.count == 8)
    #expect(
      report.findings.allSatisfy { $0.rule != .unusedSuppression || $0.severity == .warning })
  }

  @Test("without earlier reports nothing is said of comments that had nothing to suppress")
  func nothingToCompare() {
    let text = "<!-- taohua off: 引文 -->\n\(Self.own)\n"
    #expect(Self.check(text, against: Corpus.read([], jobs: 1)).findings.isEmpty)
    #expect(Self.check(text).findings.count == 1)
  }

  @Test("plain text has no comments")
  func plainText() {
    let report = Self.check("<!-- taohua off: x -->\n\(Self.formula)。\n", name: ".txt")
    #expect(report.openFindings.contains { $0.rule == .stockPhrase })
  }

  @Test("the share of a document is suppressed before its text, and nothing suppressed blocks")
  func share() {
    var report = Self.check(
      "<!-- taohua off: 全是引文 -->\n\n\(Self.formula)。\n", maxStock: 10)
    report.judge(GateSettings())
    #expect(report.findings.contains { $0.rule == .stockShare && $0.suppression != nil })
    #expect(!report.gate.failed)
    report = Self.check("\(Self.formula)。\n\n<!-- taohua off: 引文 -->\n", maxStock: 10)
    report.judge(GateSettings())
    #expect(report.gate.failed)
  }
}
