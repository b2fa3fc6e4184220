internal import PhraseMining

/// The report of an audit as JSON, schema `taohua.audit/1` (docs/report.schema.json).
///
/// Each document, family and pair stands on a line of its own.
package enum AuditJSON {
  package static let schema = "taohua.audit/1"

  /// Writes `report` to `sink` in pieces of about half a megabyte.
  ///
  /// Documents and families are rendered on all cores; the bytes do not depend on it.
  /// - Throws: what `sink` throws.
  package static func write(
    _ report: AuditReport, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var json = JSONWriter()
    json.beginObject()
    json.head(schema: schema)
    json.newline()
    json.settings(report.settings)
    json.newline()
    corpus(of: report, to: &json)
    try writeItems(of: report, after: &json, to: sink)
    pairs(of: report, to: &json)
    json.newline()
    json.field("pairsLeftOut", report.pairsLeftOut)
    json.end()
    try sink(json.bytes)
  }

  /// Writes the documents and families, each list between its brackets.
  private static func writeItems(
    of report: AuditReport, after json: inout JSONWriter, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let names = QuotedNames(report.documents.map(\.id))
    let documents = DocumentJSON(
      files: report.files, documents: report.documents, groups: report.groupOfDocument,
      familyNames: QuotedNames(report.families.map(\.id)), sourceNames: names,
      sourceIDs: report.documents.map(\.id))
    let families = FamilyJSON(
      files: report.files, documentFiles: report.documents.map(\.file),
      families: report.families,
      documentNames: names)
    try json.list("documents", rowCounts: report.documents.map(\.spans.count), to: sink) {
      documents.write($0, to: &$1)
    }
    try json.list("families", rowCounts: report.families.map(\.places.count), to: sink) {
      families.write($0, to: &$1)
    }
  }

  static func corpus(of report: AuditReport, to json: inout JSONWriter) {
    let corpus = report.corpus
    json.object("corpus") {
      $0.field("documents", corpus.documents)
      $0.field("sources", corpus.sources)
      $0.field("bytes", corpus.bytes)
      $0.field("characters", corpus.characters)
      $0.field("tokens", corpus.tokens)
      $0.classes(corpus.classes)
      $0.stockByKind(corpus.stockByKind)
      $0.lengthCurve(corpus)
      $0.array("duplicates", corpus.duplicates) { json, group in
        json.beginArray()
        for document in group { json.value(report.documents[document].id) }
        json.endArray()
      }
      $0.array("series", corpus.series) { json, series in
        json.object {
          $0.field("name", series.name)
          $0.field("documents", series.documents.map { report.documents[$0].id })
        }
      }
      $0.field("topFormulaTokens", corpus.topFormulaTokens)
      $0.frame(corpus.frame)
      $0.skipped(corpus.skipped)
      $0.field("longestSharedRun", corpus.longestSharedRun)
      $0.notes(report.notes)
    }
  }

  private static func pairs(of report: AuditReport, to json: inout JSONWriter) {
    json.newline()
    json.array("pairs", report.pairs) { json, pair in
      json.newline()
      json.object {
        $0.field("left", report.documents[pair.left].id)
        $0.field("right", report.documents[pair.right].id)
        $0.field("sharedTokens", pair.sharedTokens)
        $0.array("passages", pair.passages) { $0.passage($1) }
      }
    }
  }
}

extension AuditReport {
  /// The index in `corpus.duplicates` of each document that is in a group.
  var groupOfDocument: [Int: Int] {
    var groups: [Int: Int] = [:]
    for (index, group) in corpus.duplicates.enumerated() {
      for document in group { groups[document] = index }
    }
    return groups
  }
}

extension JSONWriter {
  /// A list whose items are rendered in parallel: hands out what was written so far, then the
  /// items, and goes on after the closing bracket.
  mutating func list(
    _ name: StaticString, rowCounts: [Int], to sink: ([UInt8]) throws -> Void,
    render: @escaping @Sendable (ReportPiece, inout JSONWriter) -> Void
  ) rethrows {
    newline()
    key(name)
    beginArray()
    try sink(bytes)
    try PieceRenderer.write(
      PieceRenderer.bundles(rowCounts: rowCounts), writer: JSONWriter(), to: sink, render: render)
    removeAll()
    endArray()
  }

  /// Closes the outermost object and ends the last line.
  package mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    endObject()
    bytes.append(UInt8(ascii: "\n"))
  }

  fileprivate mutating func lengthCurve(_ corpus: CorpusSummary) {
    array("lengthCurve", corpus.lengthCurve) { json, point in
      json.object {
        $0.field("length", point.length)
        $0.field("tokens", point.tokens)
        $0.field("share", point.share)
      }
    }
    field("curveLeftOut", corpus.curveLeftOut)
  }

  fileprivate mutating func frame(_ frame: FrameReport?) {
    guard let frame else { return }
    object("frame") {
      $0.field("documents", frame.documents)
      $0.field("minimumDocuments", frame.minimumDocuments)
      $0.array("years", frame.years) { json, year in
        json.object {
          $0.field("year", year.year)
          $0.field("documents", year.documents)
          $0.field("tokens", year.tokens)
          $0.field("counted", year.counted)
          $0.field("frame", year.frame)
          $0.field("partial", year.isPartial)
        }
      }
      $0.field("undated", frame.undated)
    }
  }

  fileprivate mutating func notes(_ notes: [ReportNote]) {
    array("notes", notes) { json, note in
      json.object {
        $0.field("code", note.code)
        $0.field("text", note.text(in: .english))
      }
    }
  }

  fileprivate mutating func passage(_ passage: PassageReport) {
    object {
      $0.field("left", passage.left)
      $0.field("right", passage.right)
      $0.field("similarity", passage.similarity)
    }
  }
}
