import Foundation
import PhraseReport
import Testing

@Suite struct AuditHTMLTests {
  private func page(_ report: AuditReport, _ language: ReportLanguage? = nil) -> String {
    String(decoding: AuditHTML.render(report, language: language), as: UTF8.self)
  }

  /// The data that stands in the page.
  private func data(in page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: #"<script type="application/json" id="data">"#))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    return try JSONText.parse(Array(page[start.upperBound..<end.lowerBound].utf8))
  }

  @Test func holdsEveryTextAsItsBytes() throws {
    let audit = SampleReport.audit
    let documents = try #require(try data(in: page(audit))["documents"] as? [[String: Any]])
    for (document, expected) in zip(documents, audit.documents) {
      let bytes = audit.files[expected.file].content[expected.byteRange]
      #expect(Array((document["text"] as! String).utf8) == Array(bytes))
      #expect((document["spans"] as! [Any]).count == expected.spans.count * 6)
    }
  }

  @Test func markupOfADocumentCannotLeaveTheData() {
    var audit = SampleReport.audit
    audit.documents[0].title = "</script><script>alert(1)</script><!--"
    audit.families[0].canonical = "<img src=x onerror=alert(1)>"
    let text = page(audit)
    #expect(text.components(separatedBy: "</script>").count == 3)
    #expect(!text.contains("<!--"))
    #expect(!text.contains("<img"))
  }

  @Test func refersToNothingOutside() {
    let text = page(SampleReport.audit)
    #expect(text.contains("default-src 'none'"))
    #expect(text.contains("script-src '\(PageHashes.auditScript)'"))
    let outside = ["src=\"http", "href=\"http", "url(", "@import", "fetch(", "XMLHttpRequest"]
    for word in outside { #expect(!text.contains(word), "\(word)") }
  }

  @Test func leavesNoHoleUnfilled() {
    #expect(!page(SampleReport.empty).contains("{{"))
  }

  @Test(arguments: [
    (nil, "null", "en"), (ReportLanguage.english, #""en""#, "en"),
    (ReportLanguage.chinese, #""zh""#, "zh-Hans"),
  ])
  func languageIsTheUsersOrTheBrowsers(language: ReportLanguage?, json: String, tag: String) {
    let text = page(SampleReport.audit, language)
    #expect(text.contains(#""language":\#(json)"#))
    #expect(text.contains(#"<html lang="\#(tag)">"#))
  }

  @Test func scriptHasAStringForEveryKeyInBothLanguages() throws {
    let script = String(decoding: AuditHTML.script, as: UTF8.self)
    let tables = try #require(
      script.firstMatch(
        of: /\ \ en: \{\n([\s\S]*?)\n  \},\n  zh: \{\n([\s\S]*?)\n  \},/))
    func keys(_ table: Substring) -> Set<Substring> {
      Set(table.matches(of: /(?:^\s+|[{,]\s|\n\s+)(\w+): ['\[]/).map(\.output.1))
    }
    let english = keys(tables.output.1)
    #expect(english.count > 100)
    #expect(english.symmetricDifference(keys(tables.output.2)) == [])
    for call in script.matches(of: /\bt\('(\w+)'/) {
      #expect(english.contains(call.output.1), "t('\(call.output.1)')")
    }
  }

  @Test func aboveThreeHundredDocumentsTextsAreLeftOut() throws {
    var audit = SampleReport.audit
    let document = audit.documents[0]
    audit.documents += (0..<300).map {
      var copy = document
      copy.id = "more/\($0).md"
      return copy
    }
    audit.families[0].places += Array(repeating: audit.families[0].places[0], count: 100)
    let data = try data(in: page(audit))
    #expect((data["limits"] as? [String: Any])?["documents"] as? Int == 300)
    let documents = try #require(data["documents"] as? [[String: Any]])
    #expect(documents.count == 304)
    #expect(documents.allSatisfy { $0["text"] == nil && $0["spans"] == nil })
    let families = try #require(data["families"] as? [[String: Any]])
    #expect((families[0]["places"] as! [Int]).count == 20 * 6)
  }
}
