internal import PhraseMining

/// Writes documents and their spans, in pieces.
///
/// Names that stand in millions of rows are quoted once.
struct DocumentJSON: Sendable {
  let files: [ReportFile]
  let documents: [DocumentReport]
  /// The near-duplicate group of each document that is in one.
  var groups: [Int: Int] = [:]
  /// Ids of the families that stock spans name, quoted.
  let familyNames: QuotedNames
  /// Ids of the documents that borrowed spans name, quoted.
  let sourceNames: QuotedNames
  /// Ids of the documents that shares name.
  var sourceIDs: [String] = []
  /// Whether the documents are drafts that were checked: they have `residue` and `sentences`.
  var areDrafts = false

  /// Writes the rows of `piece`; the first piece of a document opens it, the last closes it.
  func write(_ piece: ReportPiece, to json: inout JSONWriter) {
    let document = documents[piece.item]
    if piece.rows.lowerBound == 0 {
      json.resume(isFirst: piece.item == 0)
      json.newline()
      json.beginObject()
      head(of: document, at: piece.item, to: &json)
      json.key("spans")
      json.beginArray()
    } else {
      json.resume(isFirst: false)
    }
    for row in piece.rows { write(document.spans[row], to: &json) }
    guard piece.isLast else { return }
    json.endArray()
    sections(of: document, to: &json)
    sentences(of: document, to: &json)
    if areDrafts { draftFields(of: document, to: &json) }
    json.endObject()
  }

  private func head(of document: DocumentReport, at index: Int, to json: inout JSONWriter) {
    json.field("id", document.id)
    json.field("path", files[document.file].path)
    json.field("part", ifKnown: document.part)
    json.field("title", ifKnown: document.title)
    json.source(files[document.file].source)
    json.flags(document.flags)
    json.field("bytes", document.byteRange)
    json.field("body", document.bodyStart..<document.byteRange.upperBound)
    json.field("group", ifKnown: groups[index])
    json.field("shingleLength", document.shingleLength)
    json.field("tokens", document.tokens)
    json.field("characters", document.characters)
    json.field("series", ifKnown: document.series)
    json.field("year", ifKnown: document.year)
    json.field("date", ifKnown: document.date)
    json.field("place", ifKnown: document.place)
    json.field("author", ifKnown: document.author)
    json.object("metadata") {
      for (key, value) in document.metadata.sorted(by: { $0.key < $1.key }) {
        $0.field(named: key, value)
      }
    }
    json.classes(document.classes)
    json.stockByKind(document.stockByKind)
    shares(of: document, to: &json)
  }

  private func shares(of document: DocumentReport, to json: inout JSONWriter) {
    let shares = document.shares
    json.object("shares") {
      $0.share("raw", shares.raw, of: document.tokens)
      $0.share("total", shares.total, of: document.tokens)
      $0.share("withoutSeries", shares.withoutSeries, of: document.tokens)
      $0.share("net", shares.net, of: shares.netOf)
      $0.share("largestSource", shares.largestSource, of: document.tokens)
    }
    json.field("largestSource", ifKnown: shares.largestSourceDocument.map { sourceIDs[$0] })
  }

  private func write(_ span: SpanReport, to json: inout JSONWriter) {
    json.beginObject()
    json.append(capacity: 128) { row in
      row.literal("\"start\":")
      row.number(span.start)
      row.literal(",\"end\":")
      row.number(span.end)
      row.literal(",\"line\":")
      row.number(span.line)
      row.literal(",\"column\":")
      row.number(span.column)
      row.literal(",\"class\":\"")
      row.literal(span.tokenClass.literal)
      row.literal("\"")
    }
    owner(of: span, to: &json)
    json.append(capacity: 48) { row in
      row.literal(",\"documents\":")
      row.number(span.documents)
      row.literal(",\"similarity\":")
    }
    json.resume(isFirst: true)
    json.value(span.similarity)
    json.endObject()
  }

  private func owner(of span: SpanReport, to json: inout JSONWriter) {
    guard span.owner >= 0 else { return }
    // The fields before were written past the writer.
    json.resume(isFirst: false)
    switch span.tokenClass {
    case .stock:
      json.key("family")
      json.value(familyNames, at: Int(span.owner))
    case .borrowed:
      json.key("source")
      json.value(sourceNames, at: Int(span.owner))
    default: break
    }
  }

  private func sentences(of document: DocumentReport, to json: inout JSONWriter) {
    json.array("sentences", document.sentences) { json, sentence in
      json.object {
        $0.row(capacity: 64) { row in
          row.literal("\"start\":")
          row.number(sentence.start)
          row.literal(",\"end\":")
          row.number(sentence.end)
        }
        $0.field("verdict", sentence.verdict.rawValue)
        $0.field("share", sentence.share)
        $0.classes(sentence.classes)
      }
    }
  }

  private func sections(of document: DocumentReport, to json: inout JSONWriter) {
    json.array("sections", document.sections) { json, section in
      json.object {
        $0.field("title", section.title)
        $0.field("level", section.level)
        $0.field("start", section.byteRange.lowerBound)
        $0.field("end", section.byteRange.upperBound)
        $0.field("tokens", section.tokens)
        $0.classes(section.classes)
      }
    }
  }

  private func draftFields(of document: DocumentReport, to json: inout JSONWriter) {
    json.array("residue", document.residue) { json, residue in
      json.object {
        $0.field("start", residue.start)
        $0.field("end", residue.end)
        $0.field("line", residue.line)
        $0.field("column", residue.column)
        $0.field("text", residue.text)
        $0.field("reason", residue.reason.rawValue)
        $0.field("count", residue.count)
        $0.field("source", ifKnown: residue.source)
      }
    }
  }
}
