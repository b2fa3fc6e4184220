internal import PhraseMining

/// Writes families and their places, in pieces.
struct FamilyJSON: Sendable {
  let files: [ReportFile]
  /// For each document that a place names, the index of its file.
  let documentFiles: [Int]
  let families: [FamilyReport]
  /// Ids of the documents, quoted once for millions of places.
  let documentNames: QuotedNames

  /// Writes the rows of `piece`; the first piece of a family opens it, the last closes it.
  func write(_ piece: ReportPiece, to json: inout JSONWriter) {
    let family = families[piece.item]
    if piece.rows.lowerBound == 0 {
      json.resume(isFirst: piece.item == 0)
      json.newline()
      json.beginObject()
      head(of: family, to: &json)
      json.key("places")
      json.beginArray()
    } else {
      json.resume(isFirst: false)
    }
    for row in piece.rows { write(family.places[row], to: &json) }
    guard piece.isLast else { return }
    json.endArray()
    json.endObject()
  }

  private func head(of family: FamilyReport, to json: inout JSONWriter) {
    json.field("id", family.id)
    json.field("kind", family.kind.name)
    json.field("kindIsSure", family.kindIsSure)
    json.field("canonical", family.canonical)
    json.field("template", family.template)
    json.field("tokens", family.tokens)
    json.field("documents", family.documents)
    json.field("occurrences", family.occurrences)
    json.array("variants", family.variants) { json, variant in
      json.object {
        $0.field("text", variant.text)
        $0.field("documents", variant.documents)
        $0.field("occurrences", variant.occurrences)
      }
    }
    json.field("nested", family.nested)
    json.field("series", family.series)
    json.field("scope", family.scope.rawValue)
    json.field("firstYear", ifKnown: family.years?.lowerBound)
    json.field("lastYear", ifKnown: family.years?.upperBound)
    json.field("placeTokens", family.placeTokens)
    json.field("score", family.score)
  }

  private func write(_ place: PlaceReport, to json: inout JSONWriter) {
    let document = Int(place.document)
    json.beginObject()
    json.key("document")
    json.value(documentNames, at: document)
    json.append(capacity: 96) { row in
      row.literal(",\"start\":")
      row.number(place.start)
      row.literal(",\"end\":")
      row.number(place.end)
      row.literal(",\"line\":")
      row.number(place.line)
      row.literal(",\"column\":")
      row.number(place.column)
      row.literal(",\"text\":")
    }
    json.resume(isFirst: true)
    // A report without texts has empty files.
    let content = files[documentFiles[document]].content
    json.value(
      utf8: content, in: content.isEmpty ? 0..<0 : Int(place.start)..<Int(place.end))
    json.append(capacity: 48) { row in
      row.literal(",\"variant\":")
      row.number(UInt32(place.variant))
      row.literal(",\"similarity\":")
    }
    json.resume(isFirst: true)
    json.value(place.similarity)
    json.endObject()
  }
}
