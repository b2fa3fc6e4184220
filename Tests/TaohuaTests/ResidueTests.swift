import Foundation
import PhraseMining
import PhraseReport
import Taohua
import TestSupport
import Testing

@Suite("What was left over")
struct ResidueTests {
  /// The residue of `draft`, checked against `earlier`, as `reason: text`.
  private static func residue(_ draft: String, against earlier: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func corpus(_ texts: [String], _ prefix: String) throws -> Corpus {
      let inputs = try texts.enumerated().map { index, text in
        let name = "\(prefix)\(index).txt"
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return InputPath(path: file.path, name: name, isNamed: true)
      }
      return Corpus.read(inputs, jobs: 1)
    }
    let report = Check.run(
      drafts: try corpus([draft], "draft"), against: try corpus(earlier, "earlier"),
      settings: CheckSettings())
    return report.documents[0].residue.map { "\($0.reason.rawValue): \($0.text)" }
  }

  private static let copied =
    "连日暴雨之后，会商会在河堤上召开，大家看过水位，查过沙袋，商定由槐川市财政先行垫付抢修费用，再按产权比例分摊，三日之内完成全部堵口工程，不得影响沿岸居民出行和学校开学。"

  @Test("a place of the source in a copied passage")
  func place() throws {
    let found = try Self.residue(
      "苇河市政府工作小结。\n苇河市政府今年做了三件事。\n\(Self.copied)\n苇河市政府还修了路。\n",
      against: ["槐川市政府工作小结。\n\(Self.copied)\n槐川市政府还种了树。\n"])
    #expect(found == ["place-of-source: 槐川市"])
  }

  @Test("a figure and the year of the source in a copied passage")
  func figures() throws {
    let copied = Self.copied.replacing("槐川市财政", with: "2023年底前由财政")
      .replacing("三日之内", with: "385日之内")
    let found = try Self.residue(
      """
      苇河市政府2024年工作小结

      苇河市政府今年做了三件事，修路、种树、办学，每件都有人管，也都有人查，群众看得见。
      \(copied)
      明年还要再添两座桥，一座在东门外，一座在老码头，图纸已经画好，只等开春动工。

      """,
      against: ["槐川市政府2023年工作小结\n\n\(copied)\n槐川市政府还种了树。\n"])
    #expect(found == ["year-of-source: 2023", "number-of-source: 385"])
  }

  @Test("a place that the rest of the report names is none")
  func ownPlace() throws {
    let found = try Self.residue(
      "槐川市政府今年做了三件事。\n\(Self.copied)\n",
      against: ["槐川市政府工作小结。\n\(Self.copied)\n"])
    #expect(found.isEmpty)
  }

  @Test("a blank that was not filled in, a mark that nothing closes, characters doubled at a break")
  func withoutSource() throws {
    let found = try Self.residue(
      """
      今年新修道路____公里，种树三千棵。
      大家说“路好走了，
      车也快了。
      树也绿了。
      灯也亮了。
      河也清了。

      """, against: ["去年没有下雨。"])
    #expect(found == ["blank: ____", "unclosed-mark: “"])
  }

  /// The residue of `draft` checked against nothing.
  private static func own(_ draft: String, except reasons: [ResidueReason] = []) throws -> [String]
  {
    try residue(draft, against: []).filter { found in
      !reasons.contains { found.hasPrefix($0.rawValue + ":") }
    }
  }

  @Test("a name in a report that masks its like, and the masks that are open")
  func unmasked() throws {
    let draft = """
      xx市人大常委会听取报告xx项，开展检查xx次。主任李文祥强调，要抓好落实。
      xx市人大常委会任免干部xx人次，办理建议xx件，视察xx次。代表到苇河市学习。

      """
    let found = try Self.residue(draft, against: ["去年没有下雨。"])
    let masks = [String](repeating: "blank: xx", count: 7)
    #expect(found.filter { $0.hasPrefix("blank") } == masks)
    #expect(found.filter { !$0.hasPrefix("blank") } == ["not-masked: 李文祥", "not-masked: 苇河市"])
  }

  @Test("the many masks of a report that was masked for publication are one finding")
  func masks() throws {
    let line = "**市听取报告**项，开展检查**次，任免干部**人次，办理建议**件，视察**次。\n"
    let found = try Self.own(line + line)
    #expect(found == ["blanks: **"])
    #expect(try Self.own(line + line + "负责人：____\n") == ["blanks: **", "blank: ____"])
  }

  @Test("places are no leak where figures alone are masked, and verbs before 市 are no places")
  func figuresMasked() throws {
    let masked = "听取报告xx项，开展检查xx次，任免干部xx人次，办理建议xx件，视察xx次。"
    #expect(try Self.own(masked + "组织代表到重庆市学习。\n", except: [.blank]) == [])
    #expect(
      try Self.own(
        masked + "xx市人大回顾市委要求，配合市政府，审查市级预算，协助市人大代表，帮扶苇县。\n",
        except: [.blank]) == [])
    #expect(
      try Self.own(masked + "xx县与石家庄市签约，帮扶宁县。\n", except: [.blank])
        == ["not-masked: 石家庄市", "not-masked: 宁县"])
  }

  @Test(
    "what is left open",
    arguments: [
      ("今年新修道路____公里。", ["____"]), ("共有[ ]个项目。", ["[ ]"]), ("投资xx亿元。", ["xx"]),
      ("20xx年完成。", ["20xx"]), ("增长xx.x%。", ["xx.x%"]), ("第x次会议。", ["x"]), ("某某同志到会。", ["某某"]),
      ("某市人大常委会听取报告。", ["某"]), ("到〇〇村走访。", ["〇〇"]), ("于○月开工。", ["○"]), ("讲好*人大故事。", ["*"]),
      ("用时××天。", ["××"]), ("由XX公司承建。", ["XX"]), ("The total is [***] dollars.", ["***"]),
      ("We paved ____ miles in 20XX.", ["____", "20XX"]),
    ])
  func open(_ text: String, _ found: [String]) throws {
    #expect(try Self.own(text + "\n") == found.map { "blank: \($0)" })
  }

  @Test(
    "the same signs in use",
    arguments: [
      "一九八○年建成，一九九○年到二○○○年扩建。", "实施“数据要素×”行动。", "培育“415X”集群。", "房间长3×4米。", "某些人说好，某位老人点头，某县一名干部在场。",
      "N个模型和X个场景。", "注：标注*的项目可以不填，标注*项目自愿。", "增长5.2%*。", "二七〇九・〇〇号，四、〇〇〇、〇〇〇円。",
      "Part XX. Diplomas** and notes.",
      "**Based on 2008 data.", "第一部分\n\n________________\n\n第二部分", "见[12]和〔2023〕5号。",
      "联系 xiaoxx@example.org。",
    ])
  func inUse(_ text: String) throws {
    #expect(try Self.own(text + "\n") == [])
  }

  @Test("a mark that is closed, goes on in the next paragraph, or stands in another")
  func marks() throws {
    for text in [
      "他说：“路好走了。\n“车也快了。”\n", "He said “go on\" and left.\n", "改正「第二条中「甲」を「乙」に」とする。\n",
      "他说：“一\n二\n三\n四。”\n",
    ] {
      #expect(try Self.own(text) == [], "\(text)")
    }
    #expect(
      try Self.own("我市肩负着“守护\n\n“一库碧水”的责任。\n大家说“好”。\n") == ["unclosed-mark: “"])
    #expect(try Self.own("增长百分之五，而“六五’时期更快，“七五”时期持平。\n") == ["unclosed-mark: “"])
  }

  @Test("another place's name where the title has the own one")
  func otherPlace() throws {
    let report = """
      临水市人民政府2024年工作报告

      市政府今年做了三件事。与清江市人民政府签了协议，向清江市人大学习。
      清江市人民政府明年还要修路。临水县人民政府也在修路。

      清江市人民政府

      """
    #expect(try Self.own(report) == ["other-name: 清江市", "other-name: 清江市"])
    #expect(try Self.own(report.replacing("清江市", with: "临水市")) == [])
  }
}

@Suite("What is known of documents")
struct DocumentFactsTests {
  @Test("the sample's three offices are three series, and the years are those of the names")
  func sample() {
    let report = SampleCorpusTests.report
    #expect(
      report.corpus.series.map(\.name) == [
        "harbour-quarterly", "linshui-bureau", "yunchuan-council",
      ])
    for document in report.documents {
      let name = document.id.split(separator: "/").last!
      #expect(document.year == Int(name.prefix(4)), "\(document.id)")
    }
  }

  @Test("a house phrase has all its places in one series")
  func scope() {
    let report = SampleCorpusTests.report
    for family in report.families {
      let series = Set(family.places.map { report.documents[Int($0.document)].series })
      #expect(family.isHouse == (series.count == 1 && series != [nil]))
      #expect(family.series == series.compactMap { $0 }.sorted())
    }
    let houses = report.families.count { $0.isHouse }
    #expect(houses > 0 && houses < report.families.count)
  }

  @Test("counted by series, three offices are three sources")
  func countedBy() {
    var settings = AuditSettings()
    settings.countBy = .series
    settings.minimumDocuments = 2
    let report = audit(SampleCorpusTests.files, under: TestFiles.sample, settings)
    #expect(report.corpus.sources == 3)
    let most = report.families.map(\.documents).max() ?? 0
    #expect(most == 2)
  }

  @Test("shares add up, each to its denominator")
  func shares() {
    for document in SampleCorpusTests.report.documents {
      let classes = document.classes
      let shares = document.shares
      #expect(shares.total == classes[.stock] + classes[.borrowed] + classes[.shared])
      #expect(shares.raw == shares.total + classes[.allowed])
      #expect(shares.withoutSeries <= shares.total)
      #expect(shares.netOf == document.tokens - document.stockByKind[.quotation])
      #expect(shares.net <= shares.netOf)
    }
  }

  @Test("sentences cover a document's tokens once, and their classes are those of the document")
  func sentences() {
    for document in SampleCorpusTests.report.documents {
      #expect(document.sentences.reduce(0) { $0 + $1.tokens } == document.tokens)
      for tokenClass in TokenClass.allCases {
        let sum = document.sentences.reduce(0) { $0 + $1.classes[tokenClass] }
        #expect(sum == document.classes[tokenClass], "\(document.id)")
      }
    }
  }
}
