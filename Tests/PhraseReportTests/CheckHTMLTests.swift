import Foundation
import PhraseReport
import Testing

@Suite struct CheckHTMLTests {
  private func page(_ report: CheckReport, _ language: ReportLanguage? = nil) -> String {
    String(decoding: CheckHTML.render(report, language: language), as: UTF8.self)
  }

  /// The data that stands in the page.
  private func data(in page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: #"<script type="application/json" id="data">"#))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    return try JSONText.parse(Array(page[start.upperBound..<end.lowerBound].utf8))
  }

  @Test func holdsTheDraftsAsTheirBytesAndAllListedFindings() throws {
    let check = SampleReport.check
    let data = try data(in: page(check))
    let documents = try #require(data["documents"] as? [[String: Any]])
    for (document, expected) in zip(documents, check.documents) {
      let bytes = check.files[expected.file].content[expected.byteRange]
      #expect(Array((document["text"] as! String).utf8) == Array(bytes))
      #expect((document["spans"] as! [Any]).count == expected.spans.count * 6)
      #expect(document["shares"] as? [Int] == [69, 69, 122])
    }
    let findings = try #require(data["findings"] as? [[String: Any]])
    #expect(findings.count == check.findings.count)
    #expect(findings[0]["code"] as? String == "TH003")
    #expect((findings[0]["message"] as? [String: String])?["zh"] == "copied from 青溪/2021.md")
  }

  @Test func showsWhereAPassageStandsInItsContext() throws {
    var check = SampleReport.check
    let source = SampleReport.audit.files[0]
    check.files.append(source)
    check.placeDocuments.append(PlaceDocument(id: "青溪/2021.md", file: 1))
    let text = String(decoding: source.content, as: UTF8.self)
    let passage = "渡口的老樟树挂了牌，周姓人家捐出一条船"
    let range = try #require(text.range(of: passage))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let index = try #require(check.findings.firstIndex { $0.rule == .copiedPassage })
    check.findings[index].places = [
      FindingPlace(
        document: "青溪/2021.md", path: "青溪/2021.md", start: start,
        end: start + passage.utf8.count, line: 5, column: 1)
    ]
    let findings = try #require(try data(in: page(check))["findings"] as? [[String: Any]])
    let place = try #require((findings[0]["places"] as? [[Any]])?.first)
    #expect(place[0] as? String == "青溪/2021.md" && place[1] as? Int == 5)
    #expect(place[3] as? String == passage)
    #expect(text.contains((place[2] as! String) + passage + (place[4] as! String)))
  }

  @Test func markupOfADocumentCannotLeaveTheData() {
    var check = SampleReport.check
    check.documents[0].title = "</script><script>alert(1)</script><!--"
    check.findings[0].detail = .text("<img src=x onerror=alert(1)>")
    check.findings[0].path = "</style><b>"
    let text = page(check)
    #expect(text.components(separatedBy: "</script>").count == 3)
    #expect(!text.contains("<!--"))
    #expect(!text.contains("<img") && !text.contains("<b>"))
  }

  @Test func refersToNothingOutside() {
    let text = page(SampleReport.check)
    #expect(text.contains("default-src 'none'"))
    #expect(text.contains("script-src '\(PageHashes.checkScript)'"))
    let outside = ["src=\"http", "href=\"http", "url(", "@import", "fetch(", "XMLHttpRequest"]
    for word in outside { #expect(!text.contains(word), "\(word)") }
  }

  @Test(arguments: [
    (nil, "null", "en"), (ReportLanguage.english, #""en""#, "en"),
    (ReportLanguage.chinese, #""zh""#, "zh-Hans"),
  ])
  func languageIsTheUsersOrTheBrowsers(language: ReportLanguage?, json: String, tag: String) {
    let text = page(SampleReport.check, language)
    #expect(text.contains(#""language":\#(json)"#))
    #expect(text.contains(#"<html lang="\#(tag)">"#))
    #expect(!text.contains("{{"))
  }

  @Test func scriptHasAStringForEveryKeyInBothLanguages() throws {
    let script = String(decoding: CheckHTML.script, as: UTF8.self)
    let tables = script.matches(
      of: /\ \ en: \{\n([\s\S]*?)\n  \},\n  zh: \{\n([\s\S]*?)\n  \},/)
    func keys(_ table: Substring) -> Set<Substring> {
      Set(table.matches(of: /(?:^\s+|[{,]\s|\n\s+)(\w+): ['\[]/).map(\.output.1))
    }
    #expect(tables.count == 2)
    var known: Set<Substring> = []
    for table in tables {
      let english = keys(table.output.1)
      #expect(english.symmetricDifference(keys(table.output.2)) == [])
      known.formUnion(english)
    }
    for call in script.matches(of: /\bt\('(\w+)'/) {
      #expect(known.contains(call.output.1), "t('\(call.output.1)')")
    }
    for rule in Rule.allCases {
      #expect(known.contains(rule.rawValue[...]) && known.contains("do\(rule.rawValue)"))
    }
  }
}
