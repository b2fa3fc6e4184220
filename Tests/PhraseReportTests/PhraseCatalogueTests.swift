import Foundation
import PhraseReport
import TestSupport
import Testing

@Suite struct PhraseCatalogueTests {
  private func catalogue(
    _ query: String = "", limit: Int? = nil, of report: AuditReport = SampleReport.audit
  ) throws -> PhraseCatalogue {
    PhraseCatalogue(report, filter: try PhraseFilter(query), limit: limit)
  }

  private func json(_ catalogue: PhraseCatalogue) -> [UInt8] {
    var bytes: [UInt8] = []
    PhrasesJSON.write(catalogue) { bytes += $0 }
    return bytes
  }

  /// One family whose texts are `text`.
  private func report(_ text: String, template: String? = nil) -> AuditReport {
    var report = SampleReport.audit
    report.families = [report.families[0]]
    report.families[0].canonical = text
    report.families[0].template = template ?? text
    return report
  }

  @Test func viewsLookAsRecorded() throws {
    let catalogue = try catalogue("-会议")
    let table = PhrasesTable.render(catalogue, style: .plain, width: 60, inputs: ["青 溪"])
    try Golden.expect(Array(table.utf8), isLike: "phrases.txt")
    try Golden.expect(json(catalogue), isLike: "phrases.json")
    try Golden.expect(Array(PhrasesCSV.render(catalogue).utf8), isLike: "phrases.csv")
    try Golden.expect(Array(PhrasesAllowList.render(catalogue).utf8), isLike: "phrases.allow.toml")
    let rule = PhrasesVale.render(try self.catalogue())
    try Golden.expect(Array(rule.utf8), isLike: "phrases.vale.yml")
  }

  @Test func jsonFollowsItsSchema() throws {
    for query in ["", "kind:title", "kind:term"] {
      try SchemaCheck.expect(json(catalogue(query)), follows: "phrases.schema.json")
    }
  }

  @Test func familiesAreThoseOfTheReport() throws {
    let audit = String(decoding: JSONText.audit(SampleReport.audit), as: UTF8.self)
    let lines = audit.split(separator: "\n").filter { $0.hasPrefix("{\"id\":\"00000000000000a") }
    let phrases = String(decoding: json(try catalogue()), as: UTF8.self)
    #expect(lines.count == 5)
    for line in lines { #expect(phrases.contains(line)) }
  }

  @Test func theLimitSaysWhatIsLeftOut() throws {
    let cut = try catalogue("df:>=2", limit: 2)
    #expect(cut.families.map(\.id) == SampleReport.audit.families.prefix(2).map(\.id))
    #expect(cut.matching == 5 && cut.leftOut == 3)
    #expect(PhrasesTable.render(cut, style: .plain).contains("3 more are not shown; --limit 0"))
    #expect(PhrasesAllowList.render(cut).contains("# 3 more are not shown"))
    #expect(try JSONText.parse(json(cut))["familiesLeftOut"] as? Int == 3)
    #expect(try catalogue(limit: 5).leftOutSentence == nil)
  }

  @Test func anEmptyResultNamesTheSizeOfTheCatalogue() throws {
    #expect(
      try catalogue("kind:term").sentence
        == "No phrase matches 'kind:term'; the catalogue has 5 phrases.")
    #expect(
      try catalogue(of: SampleReport.empty).sentence
        == "The catalogue is empty: no phrase was found.")
    #expect(PhrasesCSV.render(try catalogue("kind:term")).split(separator: "\r\n").count == 1)
    #expect(PhrasesVale.render(try catalogue("kind:term")).hasSuffix("tokens: []\n"))
  }

  @Test(arguments: [40, 60, 80, 133])
  func theTableFitsTheTerminal(width: Int) throws {
    let long = String(repeating: "全面推进ab各项工作", count: 20)
    let text = PhrasesTable.render(
      try catalogue(of: report(long)), style: .plain, width: width)
    let row = try #require(text.split(separator: "\n").first { $0.contains("全面") })
    let columns = row.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    #expect((width - 1...width).contains(columns))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("＝x", "'＝x"),
    ("a,b", "\"a,b\""), ("-a\"b", "\"'-a\"\"b\""), ("a\nb", "\"a\nb\""), ("a=b", "a=b"),
  ])
  func cellsAreNoFormulas(_ text: String, _ cell: String) throws {
    let csv = PhrasesCSV.render(try catalogue(of: report(text)))
    let row = csv.components(separatedBy: "\r\n")[1]
    #expect(row.hasSuffix(",\(cell),\(cell)"), "\(row)")
  }

  @Test func tomlAndYamlHoldAnyText() throws {
    let text = "a\"b\\c\u{1B}[2J\u{7F}\u{2028}\u{202E}\n\t'#"
    let catalogue = try catalogue(of: report(text))
    #expect(
      PhrasesAllowList.render(catalogue).contains(
        #"phrase = "a\"b\\c\u001B[2J\u007F\u2028\u202E\n\t'#""# + "\n"))
    // White space is a class of the pattern; the controls cannot stand between single quotes.
    #expect(
      PhrasesVale.render(catalogue).contains(
        ##"  - "a\"b\\\\c\u001B\\[2J\u007F\\s+\u202E\\s+'\\#""## + "\n"))
  }

  @Test(arguments: [
    ("a.b*c (d)", #"a\.b\*c\s+\(d\)"#), ("it's", "it''s"), ("{slot}年", slot + #"\s*年"#),
    ("第{slot}", #"第\s*"# + slot), ("by {slot} per cent", #"by\s+"# + slot + #"\s+per\s+cent"#),
    ("{还|仍}有{|{slot}处}差{|距}", "还有差"), ("对{{slot}处|}隐患", #"对\s*"# + slot + #"\s*处隐患"#),
    ("{may|june}{slot}{slot}", #"may\s*"# + slot + #"\s*"# + slot), ("{a}", #"\{a\}"#),
    ("a{b|c", #"a\{b\|c"#), ("{{slot}", #"\{\s*"# + slot),
  ])
  func patternsAreTheCanonicalText(_ template: String, _ pattern: String) throws {
    let rule = PhrasesVale.render(try catalogue(of: report("x", template: template)))
    #expect(rule.hasSuffix("tokens:\n  - '\(pattern)'\n"), "\(rule)")
  }

  @Test(arguments: [
    ("{市|}{slot}届人大", "(市)＿届人大"), ("对{|{slot}处}隐患", "对(＿处)隐患"), ("{a} {", "{a} {"),
  ])
  func slotsMayStandInChoices(_ template: String, _ text: String) {
    #expect(TemplateText.readable(template) == text)
  }
}

private let slot = "[0-9０-９〇一二三四五六七八九十百千万.,%％]+"
