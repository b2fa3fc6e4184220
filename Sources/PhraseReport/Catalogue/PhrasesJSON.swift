/// The catalogue as JSON, schema `taohua.phrases/1` (docs/phrases.schema.json); families are those
/// of the audit's report.
package enum PhrasesJSON {
  package static let schema = "taohua.phrases/1"

  /// Writes `catalogue` to `sink` in pieces of about half a megabyte.
  /// - Throws: what `sink` throws.
  package static func write(
    _ catalogue: PhraseCatalogue, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let report = catalogue.report
    var json = JSONWriter()
    json.beginObject()
    json.head(schema: schema)
    json.newline()
    json.settings(report.settings)
    json.newline()
    json.field("query", catalogue.query)
    json.field("catalogue", report.families.count)
    json.field("matching", catalogue.matching)
    json.field("familiesLeftOut", catalogue.leftOut)
    let families = FamilyJSON(
      files: report.files, documentFiles: report.documents.map(\.file),
      families: catalogue.families, documentNames: QuotedNames(report.documents.map(\.id)))
    try json.list("families", rowCounts: catalogue.families.map(\.places.count), to: sink) {
      families.write($0, to: &$1)
    }
    json.newline()
    json.skipped(report.corpus.skipped)
    json.end()
    try sink(json.bytes)
  }
}
