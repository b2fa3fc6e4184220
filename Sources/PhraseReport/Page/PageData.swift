internal import PhraseMining

/// What the page's script reads: the report in fewer bytes, with the texts of its documents.
///
/// Spans and places are flat lists of numbers, six for each, as Assets/model.js reads them.
struct PageData {
  let report: AuditReport
  let language: ReportLanguage?
  let limits: PageLimits

  /// JSON that can stand in a script element.
  func write(to json: inout JSONWriter) {
    json.object {
      $0.object("tool") {
        $0.field("name", Tool.name)
        $0.field("version", Tool.version)
      }
      $0.field("language", ifKnown: language?.rawValue)
      writeLimits(to: &$0)
      $0.settings(report.settings)
      $0.newline()
      AuditJSON.corpus(of: report, to: &$0)
      $0.object("methodText") {
        $0.field("en", MethodText.render(report, language: .english))
        $0.field("zh", MethodText.render(report, language: .chinese))
      }
      writeDocuments(to: &$0)
      writeFamilies(to: &$0)
      writePairs(to: &$0)
    }
  }

  private func writeLimits(to json: inout JSONWriter) {
    json.key("limits")
    guard limits.isLimited else { return json.null() }
    json.object {
      $0.field("documents", PageLimits.documents)
      $0.field("places", limits.places)
    }
  }

  private func writeDocuments(to json: inout JSONWriter) {
    let groups = report.groupOfDocument
    json.key("documents")
    json.beginArray()
    for (index, document) in report.documents.enumerated() {
      json.newline()
      json.object {
        let file = report.files[document.file]
        $0.documentHead(document, file: file)
        $0.field("group", ifKnown: groups[index])
        if !limits.isLimited { $0.documentText(document, file: file) }
      }
    }
    json.endArray()
  }

  private func writeFamilies(to json: inout JSONWriter) {
    json.field("familyCount", report.families.count)
    json.key("families")
    json.beginArray()
    for family in report.families.prefix(limits.families) {
      json.newline()
      json.object { write(family, to: &$0) }
    }
    json.endArray()
  }

  private func write(_ family: FamilyReport, to json: inout JSONWriter) {
    json.field("id", family.id)
    json.field("kind", family.kind.name)
    json.field("sure", family.kindIsSure)
    json.field("canonical", family.canonical)
    json.field("template", family.template)
    json.field("tokens", family.tokens)
    json.field("documents", family.documents)
    json.field("occurrences", family.occurrences)
    json.field("nested", family.nested)
    json.array("variants", family.variants) { json, variant in
      json.beginArray()
      json.value(variant.text)
      json.value(variant.documents)
      json.value(variant.occurrences)
      json.endArray()
    }
    json.array("places", family.places.prefix(limits.places)) { json, place in
      json.value(Int(place.document))
      json.value(Int(place.start))
      json.value(Int(place.end))
      json.value(Int(place.variant))
      json.value(Int(place.line))
      json.value(Int(place.column))
    }
  }

  private func writePairs(to json: inout JSONWriter) {
    json.newline()
    json.array("pairs", report.pairs) { json, pair in
      json.object {
        $0.field("left", pair.left)
        $0.field("right", pair.right)
        $0.field("sharedTokens", pair.sharedTokens)
        $0.array("passages", pair.passages) { json, passage in
          json.beginArray()
          json.value(passage.left.lowerBound)
          json.value(passage.left.upperBound)
          json.value(passage.right.lowerBound)
          json.value(passage.right.upperBound)
          json.value(passage.similarity)
          json.endArray()
        }
      }
    }
    json.field("pairsLeftOut", report.pairsLeftOut)
    json.field("copiesCut", report.copiesCut)
    json.field("expiredEntries", report.expiredEntries)
    json.field("unusedEntries", report.unusedEntries)
  }
}
