import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("New findings, example by example")
struct NoveltyExamples {
  private static func corpus(_ texts: [String], _ prefix: String) -> Corpus {
    Corpus.read(
      texts.enumerated().map { index, text in
        var input = InputPath(path: "", name: "\(prefix)\(index).txt", isNamed: true)
        input.content = Array(text.utf8)
        return input
      }, settings: .whole, jobs: 1)
  }

  /// The new findings of `text` since the `versions` of it, each checked on its own, as
  /// `CODE: text`.
  private static func new(
    _ text: String, since versions: [String], against earlier: [String] = [],
    _ adapt: (inout CheckSettings) -> Void = { _ in }
  ) -> [String] {
    var settings = CheckSettings()
    adapt(&settings)
    func check(_ texts: [String]) -> (Corpus, CheckReport) {
      let drafts = corpus(texts, "draft")
      return (
        drafts,
        Check.run(drafts: drafts, against: corpus(earlier, "earlier"), settings: settings)
      )
    }
    var (drafts, report) = check([text])
    let (oldDrafts, oldReport) = check(versions)
    report.markNew(of: drafts, since: oldReport, of: oldDrafts) { _ in Array(versions.indices) }
    let content = drafts.files[0].content
    return report.findings.filter(\.isNew).map { finding in
      let text = String(decoding: content[finding.start..<finding.end], as: UTF8.self)
      return "\(finding.rule.rawValue): \(text)"
    }
  }

  /// So many reports that all say `lines`, and else nothing alike.
  private static func archive(_ count: Int, _ lines: [String]) -> [String] {
    var generator = ReportGenerator(seed: 1, isSpaced: false)
    return (0..<count).map { _ in
      lines.map { $0 + "。\n" + generator.original(80).joined() + "。\n" }.joined()
    }
  }

  private static func prescribe(_ phrase: String) -> (inout CheckSettings) -> Void {
    { settings in
      var entry = AllowEntry(phrase: phrase, reason: "prescribed")
      entry.isExact = true
      settings.audit.allowed = [entry]
    }
  }

  @Test("prescribed wording that loses a character is misquoted anew")
  func misquotedByDeletion() {
    let old = "去年冬天，我们坚持河堤养护归河段长负责的办法，堤上没有出过事。\n"
    let new = old.replacing("归河段长", with: "归段长")
    let prescribe = Self.prescribe("坚持河堤养护归河段长负责的办法")
    #expect(Self.new(new, since: [old], prescribe) == ["TH007: 坚持河堤养护归段长负责的办法"])
    #expect(Self.new(new, since: [new + "又下了雨。\n"], prescribe).isEmpty)
    #expect(Self.new("又下了雨。\n" + new, since: [new], prescribe).isEmpty)
  }

  @Test("of two blanks the one that was put in is new")
  func blank() {
    let old = "东门外的旧桥修好了，用了xx万元，桥面加宽了一倍。\n"
    let new = "老码头的路也铺平了，用了xx万元，都是本乡自己出的。\n" + old
    #expect(Self.new(new, since: [old]) == ["TH006: xx"])
    #expect(Self.new(old, since: [new]).isEmpty)
  }

  @Test("a mark that loses its partner is new, one whose lines are wrapped anew is not")
  func unclosedMark() {
    let old = "乡里的老人说“水到渠成，急不得”，这句话大家记到今天，也照着做到今天。\n"
    #expect(Self.new(old.replacing("”", with: ""), since: [old]) == ["TH006: “"])
    let long =
      "乡里的老人说“水到渠成，急不得，\n渠要一锹一锹挖，\n桥要一块一块垒，\n"
      + "树要一棵一棵种，\n路要一步一步走”，\n这句话大家记到今天。\n"
    #expect(Self.new(long, since: [long.replacing("，\n", with: "，")]).isEmpty)
  }

  @Test("a figure that was changed to that of the source is new")
  func figure() {
    let copied =
      "连日暴雨之后，会商会在河堤上召开，大家看过水位，查过沙袋，商定由乡财政先行垫付抢修费用，再按产权比例分摊，"
      + "385日之内完成全部堵口工程，不得影响沿岸居民出行和学校开学。"
    let earlier = Self.archive(1, [copied])
    let new = copied + "\n渠边今年新栽了柳树，长得比去年还好，桥头的石栏也补齐了，孩子们上学不用再绕远路。\n"
    let old = new.replacing("385", with: "412")
    #expect(
      Self.new(new, since: [old], against: earlier) == ["TH006: 385"])
    #expect(Self.new(new, since: [new], against: earlier).isEmpty)
  }

  @Test("a share is new when it goes past the limit, not when it stays there")
  func share() {
    let formula = "坚持河堤养护归河段长负责的办法"
    let earlier = Self.archive(6, [formula])
    let limit: (inout CheckSettings) -> Void = { $0.gate.maximumStockPercent = 30 }
    let own = "渠边今年新栽了柳树，长得比去年还好。\n"
    let new = own + formula + "。\n" + formula + "。\n"
    #expect(
      Self.new(new, since: [own + own], against: earlier, limit).contains { $0 == "TH005: " })
    #expect(
      Self.new(new, since: [formula + "。\n" + formula + "。\n"], against: earlier, limit).isEmpty)
  }

  @Test("what one side of a merge had is not new")
  func merge() {
    let formula = "坚持河堤养护归河段长负责的办法"
    let other = "推行沟渠清淤由受益户分摊的规矩"
    let earlier = Self.archive(6, [formula, other])
    let own = "渠边今年新栽了柳树，长得比去年还好。\n"
    let ours = own + formula + "。\n"
    let theirs = own + other + "。\n"
    let merged = own + formula + "。\n" + other + "。\n"
    #expect(Self.new(merged, since: [ours], against: earlier) == ["TH001: \(other)"])
    #expect(Self.new(merged, since: [ours, theirs], against: earlier).isEmpty)
  }
}
