import Foundation
import PhraseMining
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

  /// The sample with a copied passage that is compared with its source.
  private func compared(_ pieces: [PlacePiece]) throws -> (check: CheckReport, source: String) {
    var check = SampleReport.check
    let source = SampleReport.audit.files[0]
    check.files.append(source)
    check.placeDocuments.append(PlaceDocument(id: "青溪/2021.md", file: 1))
    let text = String(decoding: source.content, as: UTF8.self)
    let passage = "渡口的老樟树挂了牌，周姓人家捐出一条船"
    let range = try #require(text.range(of: passage))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let index = try #require(check.findings.firstIndex { $0.rule == .copiedPassage })
    check.findings[index].closest = [
      ClosePlace(
        document: "青溪/2021.md", range: start..<start + passage.utf8.count, line: 5,
        pieces: pieces)
    ]
    return (check, text)
  }

  @Test func showsHowAPlaceDiffersInItsContext() throws {
    let (check, text) = try compared([
      PlacePiece(there: "渡口的", here: "渡口的", difference: nil),
      PlacePiece(there: "老", here: "大", difference: .edit),
    ])
    let data = try data(in: page(check))
    let findings = try #require(data["findings"] as? [[String: Any]])
    let place = try #require((findings[0]["closest"] as? [[Any]])?.first)
    let names = try #require(data["names"] as? [String])
    #expect(names[place[0] as! Int] == "青溪/2021.md" && place[1] as? Int == 5)
    let pieces = try #require(place[3] as? [Any])
    #expect(pieces[0] as? String == "渡口的")
    let edit = try #require(pieces[1] as? [Any])
    let kind = TextDifference.allCases.firstIndex(of: .edit)
    #expect(edit[0] as? String == "老" && edit[1] as? String == "大" && edit[2] as? Int == kind)
    let passage = "渡口的老樟树挂了牌，周姓人家捐出一条船"
    #expect(text.contains((place[2] as! String) + passage + (place[4] as! String)))
    #expect(
      (findings[0]["others"] as? [Int])?.isEmpty == true, "the closest place names it already")
  }

  @Test func aPlaceThatWasNotComparedIsShownAsItStands() throws {
    let (check, _) = try compared([])
    let findings = try #require(try data(in: page(check))["findings"] as? [[String: Any]])
    let place = try #require((findings[0]["closest"] as? [[Any]])?.first)
    #expect(place[3] as? String == "渡口的老樟树挂了牌，周姓人家捐出一条船")
  }

  @Test func holdsWhatIsKnownTooAndSaysWhichIsNew() throws {
    var check = SampleReport.check
    check.gate.settings.failOn = .new
    check.findings[0].isNew = false
    let data = try data(in: page(check))
    let findings = try #require(data["findings"] as? [[String: Any]])
    #expect(findings.count == check.findings.count)
    #expect(findings.count { $0["new"] as? Bool == false } == 1)
    #expect(data["onlyNew"] as? Bool == true)
  }

  @Test func holdsSectionsSentencesAndStretches() throws {
    var check = SampleReport.check
    var classes = ClassCounts()
    classes[.stock] = 6
    classes[.original] = 3
    let document = check.documents[0]
    check.documents[0].bodyStart = 20
    check.documents[0].sections = [
      SectionReport(
        title: "一、渡口", level: 1, byteRange: 40..<document.byteRange.upperBound, tokens: 9,
        classes: classes)
    ]
    check.documents[0].sentences = [(0, 18), (30, 38), (44, 60), (64, 90)].map {
      SentenceReport(start: $0.0, end: $0.1, verdict: .formula, tokens: 9, classes: classes)
    }
    check.documents[0].stretches = [StretchReport(start: 64, end: 90, tokens: 7)]
    let data = try data(in: page(check))
    let shown = try #require((data["documents"] as? [[String: Any]])?.first)
    let section = try #require((shown["sections"] as? [[Any]])?.first)
    let counts = TokenClass.allCases.map { classes[$0] }
    #expect(section[0] as? String == "一、渡口")
    #expect(section[1...].map { $0 as? Int } == [1, 40, document.byteRange.upperBound, 9] + counts)
    let expected = [(0, 18), (30, 38), (44, 60), (64, 90)].flatMap { [$0.0, $0.1, 0, 9] + counts }
    #expect(shown["sentences"] as? [Int] == expected)
    #expect(shown["body"] as? Int == 20)
    #expect(shown["stretches"] as? [Int] == [64, 90, 7])
  }

  @Test func anAcceptedFindingIsAnEntryAsTheAllowListHasIt() throws {
    let check = SampleReport.check
    let findings = try #require(try data(in: page(check))["findings"] as? [[String: Any]])
    let copied = try #require(findings.first { $0["code"] as? String == "TH003" })
    let index = try #require(check.findings.firstIndex { $0.rule == .copiedPassage })
    let words = DisplayText.truncated(
      DisplayText.clean(
        String(
          decoding: check.files[0].content[
            check.findings[index].start..<check.findings[index].end], as: UTF8.self)), to: 80)
    #expect(
      copied["allow"] as? String == """
        # \(words)
        [[allow]]
        id = "\(check.findings[index].fingerprint)"
        reason = ""

        """)
    let stock = try #require(findings.first { $0["code"] as? String == "TH001" })
    let family = check.families[try #require(stock["family"] as? Int)]
    let entries = family.variants.map {
      "[[allow]]\nphrase = \"\($0.text)\"\nreason = \"\"\n"
    }
    #expect(entries.contains(try #require(stock["allow"] as? String)))
  }

  @Test func sharedTextHasItsPlacesToo() throws {
    var check = SampleReport.check
    var span = SpanSources(
      document: 0, range: 30..<48, sources: ["石岭/2022.md#1", "青溪/2021.md"], places: [])
    check.files.append(SampleReport.audit.files[0])
    check.placeDocuments.append(PlaceDocument(id: "青溪/2021.md", file: 1))
    span.closest = [ClosePlace(document: "青溪/2021.md", range: 0..<6, line: 1, pieces: [])]
    check.spanSources = [span]
    let data = try data(in: page(check))
    let shared = try #require((data["shared"] as? [[String: Any]])?.first)
    let names = try #require(data["names"] as? [String])
    #expect(shared["start"] as? Int == 30 && shared["end"] as? Int == 48)
    #expect((shared["others"] as? [Int])?.map { names[$0] } == ["石岭/2022.md#1"])
    #expect(shared["unnamed"] as? Int == 0)
  }

  @Test func whatNoEntryAllowsHasNone() throws {
    var check = SampleReport.check
    check.findings[0].rule = .stockShare
    let findings = try #require(try data(in: page(check))["findings"] as? [[String: Any]])
    let share = try #require(findings.first { $0["code"] as? String == "TH005" })
    #expect(share["allow"] is NSNull)
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
    #expect(text.contains("style-src '\(PageHashes.checkStyle)'"))
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
