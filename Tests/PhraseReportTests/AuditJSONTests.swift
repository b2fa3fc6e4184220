import Foundation
import PhraseMining
import PhraseReport
import TestSupport
import Testing

@Suite struct AuditJSONTests {
  @Test func looksAsRecorded() throws {
    try Golden.expect(JSONText.audit(SampleReport.audit), isLike: "audit.json")
    try Golden.expect(JSONText.check(SampleReport.check), isLike: "check.json")
  }

  @Test func followsItsSchema() throws {
    try SchemaCheck.expect(JSONText.audit(SampleReport.audit), follows: "report.schema.json")
    try SchemaCheck.expect(JSONText.audit(SampleReport.empty), follows: "report.schema.json")
    try SchemaCheck.expect(JSONText.check(SampleReport.check), follows: "check.schema.json")
  }

  @Test func schemaRefusesAnotherClassName() throws {
    let json = String(decoding: JSONText.audit(SampleReport.audit), as: UTF8.self)
      .replacingOccurrences(of: #""class":"stock""#, with: #""class":"stocked""#)
    try SchemaCheck.expect(Array(json.utf8), violates: "report.schema.json")
  }

  @Test func hasTheFieldsOfTheContract() throws {
    let report = try JSONText.parse(JSONText.audit(SampleReport.audit))
    #expect(report["schema"] as? String == "taohua.audit/1")
    let families = try #require(report["families"] as? [[String: Any]])
    #expect(families.count == SampleReport.audit.families.count)
    for family in families {
      #expect(
        Set([
          "id", "kind", "canonical", "template", "tokens", "documents", "occurrences", "variants",
          "nested", "series", "scope", "places",
        ]).isSubset(of: family.keys))
    }
  }

  @Test func textOfAPlaceIsTheBytesOfTheFile() throws {
    let audit = SampleReport.audit
    let report = try JSONText.parse(JSONText.audit(audit))
    let families = try #require(report["families"] as? [[String: Any]])
    let contents = Dictionary(
      uniqueKeysWithValues: audit.documents.map { ($0.id, audit.files[$0.file].content) })
    for place in families.flatMap({ $0["places"] as! [[String: Any]] }) {
      let content = try #require(contents[place["document"] as! String])
      let bytes = content[(place["start"] as! Int)..<(place["end"] as! Int)]
      #expect(place["text"] as? String == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func classesAddUpToTheTokens() throws {
    let report = try JSONText.parse(JSONText.audit(SampleReport.audit))
    for document in try #require(report["documents"] as? [[String: Any]]) {
      let classes = try #require(document["classes"] as? [String: Int])
      #expect(classes.values.reduce(0, +) == document["tokens"] as? Int)
      let kinds = try #require(document["stockByKind"] as? [String: Int])
      #expect(kinds.values.reduce(0, +) == classes["stock"])
    }
  }

  @Test func manyPlacesAreWrittenInOrder() throws {
    var audit = SampleReport.audit
    let count = 20_000
    audit.families[1].places = (0..<count).map { index in
      var place = audit.families[1].places[0]
      place.variant = Int32(index)
      return place
    }
    var pieces = 0
    var bytes: [UInt8] = []
    AuditJSON.write(audit) {
      pieces += 1
      bytes += $0
    }
    let families = try #require(try JSONText.parse(bytes)["families"] as? [[String: Any]])
    #expect(families.count == audit.families.count)
    let places = try #require(families[1]["places"] as? [[String: Any]])
    #expect(places.map { $0["variant"] as! Int } == Array(0..<count))
    #expect(pieces > 5)
  }

  @Test func stopsWhereTheSinkFails() {
    struct Full: Error {}
    var calls = 0
    #expect(throws: Full.self) {
      try AuditJSON.write(SampleReport.audit) { _ in
        calls += 1
        if calls == 2 { throw Full() }
      }
    }
    #expect(calls == 2)
  }

  @Test func notesNameEveryLimit() {
    var audit = SampleReport.audit
    audit.corpus.duplicates = [[2, 3]]
    let codes = audit.notes.map(\.code)
    #expect(
      codes == [
        "small-corpus", "minimum-lowered", "skipped", "grouped", "curve-left-out",
        "pairs-left-out",
      ])
    #expect(SampleReport.empty.notes == [.empty])
  }
}
