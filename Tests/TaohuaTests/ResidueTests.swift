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
    let report = try Check.run(
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

  @Test("a name in a report that masks its like")
  func unmasked() throws {
    let found = try Self.residue(
      """
      xx市人大常委会听取报告xx项，开展检查xx次。主任李文祥强调，要抓好落实。
      xx市人大常委会任免干部xx人次，办理建议xx件，视察xx次。

      """, against: ["去年没有下雨。"])
    #expect(found == ["not-masked: 李文祥"])
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
