internal import PhraseMining

/// What the script of an audit's page reads first: everything but texts and places, which `PageParts` holds.
struct PageCore {
  let report: AuditReport
  let language: ReportLanguage?
  let form: PageForm
  let parts: PageParts
  /// The file of each part, where they are files.
  var files: [String] = []
  let overlap: DocumentOverlap

  /// JSON that can stand in a script element.
  func write(to json: inout JSONWriter) {
    json.object {
      $0.object("tool") {
        $0.field("name", Tool.name)
        $0.field("version", Tool.version)
      }
      $0.field("language", ifKnown: language?.rawValue)
      $0.field("form", form.name)
      if case .folder(let name) = form { $0.field("folder", name) }
      $0.field("files", files)
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
      overlap.write(to: &$0)
    }
  }

  private func writeDocuments(to json: inout JSONWriter) {
    let groups = report.groupOfDocument
    let partOf = Self.parts(parts.documents, count: report.documents.count, from: 0)
    json.array("documents", report.documents.indices) { json, index in
      let document = report.documents[index]
      json.newline()
      json.object {
        $0.documentHead(document, file: report.files[document.file])
        $0.field("part", ifKnown: partOf[index])
        $0.field("group", ifKnown: groups[index])
        $0.field("series", ifKnown: document.series)
        $0.field("place", ifKnown: document.place)
        $0.field("author", ifKnown: document.author)
        $0.field("year", ifKnown: document.year)
        $0.field("date", ifKnown: document.date)
        $0.field("years", document.years)
        $0.field("shares", [document.shares.withoutSeries, document.shares.netOf])
        let largest = document.shares.largestSourceDocument.map {
          [$0, document.shares.largestSource]
        }
        $0.field("largest", largest ?? [])
        $0.field("nearest", overlap.nearest[index].map { [$0.document, $0.tokens] } ?? [])
      }
    }
  }

  private func writeFamilies(to json: inout JSONWriter) {
    let shown = report.families.prefix(PageParts.families(in: form))
    let partOf = Self.parts(parts.families, count: shown.count, from: parts.documents.count)
    json.field("familyCount", report.families.count)
    json.field("placesLimit", ifKnown: form == .shortened ? PageParts.places(in: form) : nil)
    json.array("families", shown.indices) { json, index in
      json.newline()
      json.object {
        write(report.families[index], to: &$0)
        $0.field("part", ifKnown: partOf[index])
      }
    }
  }

  private func write(_ family: FamilyReport, to json: inout JSONWriter) {
    json.field("id", family.id)
    json.field("kind", family.kind.name)
    json.field("sure", family.kindIsSure)
    json.field("scope", family.scope.rawValue)
    json.field("canonical", family.canonical)
    json.field("template", family.template)
    json.field("tokens", family.tokens)
    json.field("documents", family.documents)
    json.field("occurrences", family.occurrences)
    json.field("nested", family.nested)
    json.field("placeTokens", family.placeTokens)
    json.field("years", family.years.map { [$0.lowerBound, $0.upperBound] } ?? [])
    json.array("variants", family.variants) { json, variant in
      json.beginArray()
      json.value(variant.text)
      json.value(variant.documents)
      json.value(variant.occurrences)
      json.endArray()
    }
    json.field("holders", family.holders)
  }

  private func writePairs(to json: inout JSONWriter) {
    json.newline()
    json.array("pairs", report.pairs) { json, pair in
      json.beginArray()
      json.value(pair.left)
      json.value(pair.right)
      json.value(pair.sharedTokens)
      json.value(pair.passages.count)
      json.endArray()
    }
    json.field("pairsLeftOut", report.pairsLeftOut)
    json.field("copiesCut", report.copiesCut)
    json.field("expiredEntries", report.expiredEntries)
    json.field("unusedEntries", report.unusedEntries)
  }

  /// The number of the part that holds each of `count` things; nil where none does.
  private static func parts(_ ranges: [Range<Int>], count: Int, from first: Int) -> [Int?] {
    var parts = [Int?](repeating: nil, count: count)
    for (part, range) in ranges.enumerated() {
      for index in range { parts[index] = first + part }
    }
    return parts
  }
}
