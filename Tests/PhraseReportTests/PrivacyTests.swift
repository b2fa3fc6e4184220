import Foundation
import PhraseMining
import Testing

@testable import PhraseReport

@Suite struct PrivacyTests {
  /// A report whose first document has names everywhere.
  private var named: AuditReport {
    var audit = SampleReport.audit
    audit.documents[0].place = "柳湾市"
    audit.documents[0].author = "Lin Meihua"
    audit.documents[0].series = "柳湾市年度报告"
    audit.documents[0].metadata = ["office": "园林处"]
    audit.corpus.series = [SeriesReport(name: "柳湾市年度报告", documents: [0])]
    audit.families[0].canonical = "柳湾全市上下"
    audit.families[0].template = "柳湾{全|}市上下"
    audit.families[0].series = ["柳湾市年度报告"]
    audit.files[0].source.warnings = ["园林处 has an odd name"]
    let extra = Array("\n柳湾的园林处由 Lin Meihua 说。Linden 不是她。\n".utf8)
    audit.files[0].content += extra
    return audit
  }

  /// Everything that is written.
  private func written(_ report: AuditReport) -> Written {
    var bytes: [UInt8] = []
    AuditJSON.write(report) { bytes += $0 }
    bytes += AuditHTML.render(report)
    bytes += AuditMarkdown.render(report, language: .chinese)
    return Written(bytes: Data(bytes))
  }

  @Test func nothingThatIsWrittenHasAName() {
    let before = named
    var report = before
    report.anonymise()
    let text = written(report)
    let titles = before.documents.compactMap(\.title)
    let stems = before.files.map { $0.path.split(separator: "/").last!.split(separator: ".")[0] }
    for name in ["柳湾", "Lin Meihua", "园林处"] + titles + before.files.map(\.path) {
      #expect(!text.holds(name), "\(name)")
    }
    for stem in stems where stem.contains(where: \.isLetter) {
      #expect(!text.holds(stem), "\(stem)")
    }
    #expect(!titles.isEmpty)
    #expect(Written(bytes: Data(report.files[0].content)).holds("Linden"))
  }

  @Test func offsetsAndNumbersStay() {
    let before = named
    var report = before
    report.anonymise()
    for (file, masked) in zip(before.files, report.files) {
      #expect(file.content.count == masked.content.count)
      #expect(String(validating: masked.content, as: UTF8.self) != nil)
    }
    #expect(report.documents.map(\.spans) == before.documents.map(\.spans))
    #expect(report.documents.map(\.classes) == before.documents.map(\.classes))
    #expect(report.families.map(\.id) == before.families.map(\.id))
    #expect(report.documents.map(\.id) == report.documents.map(\.id).sorted())
    #expect(report.settings.arguments.last == "--anonymise")
  }

  @Test func countsOnlyMeansNoWordOfAnyDocument() {
    let before = named
    var report = before
    report.anonymise()
    report.dropTexts()
    let text = written(report)
    for family in before.families {
      #expect(!text.holds(family.canonical))
      #expect(text.holds(family.id))
    }
    for file in before.files {
      let lines = String(decoding: file.content, as: UTF8.self).split(separator: "\n")
      for line in lines where line.count > 8 { #expect(!text.holds(line)) }
    }
    #expect(report.documents.map(\.classes) == before.documents.map(\.classes))
    #expect(!report.holdsTexts)
  }

  @Test(arguments: [
    ("在昆明市和昆明", ["昆明市"], "在〇〇〇和〇〇"), ("Ann and Annual", ["Ann"], "*** and Annual"),
    ("2023 年", ["2023"], "2023 年"), ("é-Ätna!", ["Ätna"], "é-×***!"), ("", ["某处"], ""),
  ])
  func namesAreCovered(text: String, names: [String], covered: String) {
    #expect(NameMask(names: names).masked(text) == covered)
  }
}

/// What a report is written as. No collection, so that a failed expectation does not print it all.
private final class Written {
  private let bytes: Data

  init(bytes: Data) { self.bytes = bytes }

  /// Whether `text` stands in it: bytes are found faster than characters.
  func holds(_ text: some StringProtocol) -> Bool { bytes.range(of: Data(text.utf8)) != nil }
}
