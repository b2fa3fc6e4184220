import Foundation
import PhraseReport
import Testing

@Suite struct AuditHTMLTests {
  private func page(_ report: AuditReport, _ language: ReportLanguage? = nil) -> String {
    String(decoding: AuditHTML.render(report, language: language), as: UTF8.self)
  }

  /// What the page's script reads: first the element with `id`, or those after it.
  private func data(in page: String, element: String = #"id="data""#) throws -> [[String: Any]] {
    try page.components(separatedBy: #"<script type="application/json" \#(element)>"#).dropFirst()
      .map { rest in
        let end = try #require(rest.range(of: "</script>"))
        return try JSONText.parse(Array(rest[..<end.lowerBound].utf8))
      }
  }

  /// The documents or families of the parts, in order.
  private func items(_ name: String, in page: String) throws -> [[String: Any]] {
    try data(in: page, element: #"class="part""#).flatMap { $0[name] as! [[String: Any]] }
  }

  @Test func holdsEveryTextAsItsBytes() throws {
    let audit = SampleReport.audit
    let documents = try items("documents", in: page(audit))
    #expect(documents.count == audit.documents.count)
    for (document, expected) in zip(documents, audit.documents) {
      let bytes = audit.files[expected.file].content[expected.byteRange]
      #expect(Array((document["text"] as! String).utf8) == Array(bytes))
      #expect((document["spans"] as! [Any]).count == expected.spans.count * 6)
      #expect((document["sentences"] as! [Any]).count == expected.sentences.count * 10)
    }
  }

  @Test func holdsEveryPlaceOnce() throws {
    let audit = SampleReport.audit
    let families = try items("families", in: page(audit))
    #expect(families.map { $0["index"] as! Int } == Array(audit.families.indices))
    for (family, expected) in zip(families, audit.families) {
      let places = family["places"] as! [Int]
      #expect(places.count == expected.places.count * 6)
      #expect(places.first == expected.places.first.map { Int($0.document) })
    }
  }

  @Test func markupOfADocumentCannotLeaveTheData() throws {
    var audit = SampleReport.audit
    audit.documents[0].title = "</script><script>alert(1)</script><!--"
    audit.families[0].canonical = "<img src=x onerror=alert(1)>"
    audit.files[0].content =
      Array("</script><script>alert(2)</script>".utf8) + audit.files[0].content
    let text = page(audit)
    let scripts = try data(in: text).count + data(in: text, element: #"class="part""#).count + 1
    #expect(text.components(separatedBy: "</script>").count == scripts + 1)
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

  /// More documents than one file holds.
  private var large: AuditReport {
    var audit = SampleReport.audit
    let document = audit.documents[0]
    audit.documents += (0..<300).map {
      var copy = document
      copy.id = "more/\($0).md"
      return copy
    }
    audit.families[0].places += Array(repeating: audit.families[0].places[0], count: 100)
    return audit
  }

  @Test func whatDoesNotFitOneFileIsShortened() throws {
    #expect(PageForm.fitsOneFile(SampleReport.audit))
    #expect(!PageForm.fitsOneFile(large))
    let text = page(large)
    let core = try #require(try data(in: text).first)
    #expect(core["form"] as? String == "shortened")
    #expect((core["documents"] as! [Any]).count == 304)
    #expect(try items("documents", in: text).isEmpty)
    let family = try #require(try items("families", in: text).first)
    #expect((family["places"] as! [Int]).count == 20 * 6)
    #expect((family["contexts"] as! [[String]]).count == 20)
  }

  @Test func partsStandInFilesWithTheirDigestsInTheirNames() throws {
    var files: [String: String] = [:]
    let text = String(
      decoding: AuditHTML.render(large, partsIn: "page-data") {
        files[$0] = String(decoding: $1, as: UTF8.self)
      }, as: UTF8.self)
    let core = try #require(try data(in: text).first)
    #expect(core["form"] as? String == "folder")
    #expect(core["folder"] as? String == "page-data")
    let names = core["files"] as! [String]
    #expect(Set(names) == Set(files.keys))
    #expect(text.contains("'strict-dynamic'"))
    var documents = 0
    for (index, name) in names.enumerated() {
      let file = try #require(files[name])
      #expect(name.wholeMatch(of: /\d+-[0-9a-f]{16}\.js/) != nil)
      let prefix = "takePart(\(index),"
      #expect(file.hasPrefix(prefix) && file.hasSuffix(");\n"))
      let part = try JSONText.parse(Array(file.dropFirst(prefix.count).dropLast(3).utf8))
      documents += (part["documents"] as! [Any]).count
    }
    #expect(documents == 304)
  }

  @Test func aPlaceBringsTheTextAroundItAndItsSlots() throws {
    var audit = large
    let place = audit.families[0].places[0]
    audit.documents[Int(place.document)].slots = [place.start..<place.start + 3, 0..<1]
      .sorted { $0.lowerBound < $1.lowerBound }
    let family = try #require(try items("families", in: page(audit)).first)
    let context = try #require((family["contexts"] as! [[String]]).first)
    let document = audit.documents[Int(place.document)]
    let content = audit.files[document.file].content
    let range = Int(place.start)..<Int(place.end)
    #expect(context[1] == String(decoding: content[range], as: UTF8.self))
    #expect(
      context.dropFirst(3) == [String(decoding: content[range].prefix(3), as: UTF8.self)])
    let before = content[document.byteRange.lowerBound..<range.lowerBound]
    #expect(String(decoding: before, as: UTF8.self).hasSuffix(context[0]))
  }
}
