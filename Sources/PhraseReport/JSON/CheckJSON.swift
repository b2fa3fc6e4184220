internal import PhraseMining

/// The report of a check as JSON, schema `taohua.check/1` (docs/check.schema.json).
package enum CheckJSON {
  package static let schema = "taohua.check/1"

  /// Bytes of a piece of the findings, about.
  private static let pieceSize = 500_000

  /// Writes `report` to `sink` in pieces of about half a megabyte.
  /// - Throws: what `sink` throws.
  package static func write(
    _ report: CheckReport, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var json = JSONWriter()
    json.beginObject()
    json.head(schema: schema)
    json.newline()
    json.settings(report.settings)
    json.newline()
    json.object("corpus") {
      $0.field("documents", report.corpus.documents)
      $0.field("sources", report.corpus.sources)
      $0.field("tokens", report.corpus.tokens)
      earlierReports(report.earlierReports, to: &$0)
    }
    try writeItems(of: report, after: &json, to: sink)
    try findings(of: report, after: &json, to: sink)
    gate(report.gate, to: &json)
    json.newline()
    json.skipped(report.skipped)
    json.end()
    try sink(json.bytes)
  }

  private static func writeItems(
    of report: CheckReport, after json: inout JSONWriter, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let documents = DocumentJSON(
      files: report.files, documents: report.documents,
      familyNames: QuotedNames(report.families.map(\.id)),
      sourceNames: QuotedNames(report.sources), sourceIDs: report.placeDocuments.map(\.id),
      areDrafts: true)
    let families = FamilyJSON(
      files: report.files, documentFiles: report.placeDocuments.map(\.file),
      families: report.families,
      documentNames: QuotedNames(report.placeDocuments.map(\.id)))
    try json.list("documents", rowCounts: report.documents.map(\.spans.count), to: sink) {
      documents.write($0, to: &$1)
    }
    try json.list("families", rowCounts: report.families.map(\.places.count), to: sink) {
      families.write($0, to: &$1)
    }
    json.newline()
    json.field("sources", report.sources)
  }

  /// Writes the findings, of which a long draft that is all stock has as many as a corpus has phrases.
  private static func findings(
    of report: CheckReport, after json: inout JSONWriter, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    json.newline()
    json.key("findings")
    json.beginArray()
    for finding in report.findings {
      json.newline()
      json.object { FindingJSON(report: report).write(finding, to: &$0) }
      if json.bytes.count >= pieceSize {
        try sink(json.bytes)
        json.removeAll()
      }
    }
    json.endArray()
  }

  private static func earlierReports(_ reports: EarlierReports?, to json: inout JSONWriter) {
    guard let reports else { return }
    json.object("asOf") {
      $0.field("date", reports.date)
      $0.field("later", reports.later)
      $0.field("undated", reports.undated)
    }
  }

  private static func gate(_ gate: Gate, to json: inout JSONWriter) {
    json.newline()
    json.object("gate") {
      $0.field("failed", gate.failed)
      $0.field("reasons", gate.reasons)
      $0.field("failOn", gate.settings.failOn.rawValue)
      $0.field("maxStock", ifKnown: gate.settings.maximumStockPercent)
      $0.field("maxBorrowed", ifKnown: gate.settings.maximumBorrowed)
    }
  }
}
