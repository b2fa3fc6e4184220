import Foundation
import PhraseReport
import Testing

@Suite struct AuditMarkdownTests {
  private func text(_ report: AuditReport, _ language: ReportLanguage = .english) -> String {
    String(decoding: AuditMarkdown.render(report, language: language), as: UTF8.self)
  }

  @Test(arguments: ReportLanguage.allCases)
  func looksAsRecorded(language: ReportLanguage) throws {
    try Golden.expect(
      AuditMarkdown.render(SampleReport.audit, language: language),
      isLike: "audit.\(language.rawValue).md")
  }

  @Test func anEmptyCorpusSaysSo() throws {
    try Golden.expect(AuditMarkdown.render(SampleReport.empty), isLike: "empty.md")
  }

  @Test func withoutPhrasesItSaysWhy() {
    var audit = SampleReport.audit
    audit.families = []
    let text = text(audit)
    #expect(text.hasPrefix("# No phrase of these 4 documents stands in 2 or more"))
    #expect(text.contains("The longest run shared by two sources is 19 tokens"))
  }

  @Test func showsFortyFamilies() {
    var audit = SampleReport.audit
    audit.families = (0..<60).map { _ in audit.families[0] }
    let rows = text(audit).components(separatedBy: "\n").filter { $0.contains("全年各项目标任务") }
    #expect(rows.count == 40)
    #expect(text(audit).contains("The first 40 of 60"))
  }

  @Test("no table is longer than a forge renders, and what is not shown is counted")
  func longListsAreCut() {
    var audit = SampleReport.audit
    audit.documents = (0..<250).map { index in
      var document = audit.documents[index % 4]
      document.id = "d\(index)."
      return document
    }
    audit.corpus.documents = 250
    audit.pairs = (0..<150).map { _ in audit.pairs[0] }
    audit.corpus.duplicates = [Array(0..<120), [121, 122]]
    audit.corpus.skipped = (0..<101).map {
      SkippedFile(path: "s\($0)", reason: "no document", isFailure: false)
    }
    let text = text(audit)
    #expect(text.contains("The 100 of 250 documents with the greatest share of stock;"))
    // The first document of the sample has the greatest share.
    #expect(text.contains(" d0. |") && text.contains(" d248. |") && !text.contains(" d249. |"))
    for count in ["150", "120", "101"] {
      #expect(text.contains("The first 100 of \(count); all are in report.json."))
    }
    #expect(text.count < 40_000)
  }

  @Test func escapesWhatMarkdownWouldRead() {
    var audit = SampleReport.audit
    audit.families[0].template = "a|b *c* _d_ `e` <f> [g](h) &amp; \\i\n# j \u{1B}[31m\u{202E}"
    let text = text(audit)
    #expect(
      text.contains(
        ##"a\|b \*c\* \_d\_ \`e\` \<f\> \[g\](h) &amp;amp; \\i # j "## + "\u{FFFD}\\[31m\u{FFFD}"))
  }

  @Test func columnsOfATableAreAlignedByWidth() throws {
    let lines = text(SampleReport.audit, .chinese).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.contains("序号") })
    let offsets = lines[start..<(start + 6)].map { line in
      // Columns of the last separator before the phrase.
      let cells = line.components(separatedBy: " | ")
      return cells.dropLast().joined(separator: " | ").unicodeScalars.reduce(0) {
        $0 + ($1.value >= 0x2E80 ? 2 : 1)
      }
    }
    #expect(Set(offsets).count == 1)
  }

  @Test(arguments: [
    ("{市|}{slot}届人大", "(市)＿届人大"), ("较好{地|}完成", "较好(地)完成"), ("{各|五}级代表", "各/五级代表"),
    ("{|a|b}c", "(a/b)c"), ("a{b", "a{b"), ("{x}", "{x}"), ("", ""),
  ])
  func templatesReadAsForms(template: String, text: String) {
    #expect(TemplateText.readable(template) == text)
  }
}
