internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// The tokens of a corpus: what the engine compares is what the user can see (DESIGN, D1).
struct TokenListing {
  let corpus: Corpus
  let settings: AuditSettings

  /// How much is written at once.
  private static let pieceSize = 1 << 19

  /// A token as it is listed.
  private struct Row {
    var text: String
    var kind: TokenKind
    var start: Int
    var end: Int
    /// The number of its block in the document, from 0.
    var block: Int
  }

  /// Writes JSON of the schema `taohua.tokens/1` in pieces.
  func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter()
    json.beginObject()
    json.field("schema", "taohua.tokens/1")
    json.key("documents")
    json.beginArray()
    for document in corpus.documents {
      json.newline()
      json.beginObject()
      head(of: document, to: &json)
      json.key("tokens")
      json.beginArray()
      try forEachToken(of: document) { row in
        json.object {
          $0.field("text", row.text)
          $0.field("kind", row.kind.rawValue)
          $0.field("start", row.start)
          $0.field("end", row.end)
          $0.field("block", row.block)
        }
        guard json.bytes.count >= TokenListing.pieceSize else { return }
        try sink(json.bytes)
        json.removeAll()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    try sink(json.bytes + [UInt8(ascii: "\n")])
  }

  private func head(of document: CorpusDocument, to json: inout JSONWriter) {
    json.field("id", document.id)
    json.field("path", corpus.files[document.file].input.name)
    json.field("part", ifKnown: document.part)
    json.field("title", ifKnown: document.title)
    json.source(SourceReport(corpus.files[document.file].source))
    json.flags(document.flags.counted)
    json.field("shingleLength", corpus.shingleLength(of: document, settings: settings))
    json.field("joins", document.joins.map { Int($0) })
  }

  /// Writes a line for each token: place, kind, text; an empty line between blocks.
  func writeText(to sink: ([UInt8]) throws -> Void) throws {
    var text: [UInt8] = []
    for document in corpus.documents {
      let length = corpus.shingleLength(of: document, settings: settings)
      let source = corpus.files[document.file].source
      let encoding = source.encoding.map { ", \($0)" } ?? ""
      text +=
        "# \(DisplayText.clean(document.id)): \(document.tokens.count) tokens, windows of \(length)"
        .utf8
      text += ", \(source.format)\(encoding)\n".utf8
      var block = 0
      try forEachToken(of: document) { row in
        if row.block != block { text.append(UInt8(ascii: "\n")) }
        block = row.block
        text += "\(row.start)-\(row.end)\t\(row.kind.rawValue)\t\(row.text)\n".utf8
        guard text.count >= TokenListing.pieceSize else { return }
        try sink(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try sink(text)
  }

  /// The text that the offsets of the one file point into, byte for byte.
  ///
  /// - Throws: `CommandFailure.notOneFile`: of two texts nobody could tell the offsets apart.
  func extractedText() throws(CommandFailure) -> [UInt8] {
    guard corpus.files.count == 1 else { throw .notOneFile(count: corpus.files.count) }
    return corpus.files[0].content
  }

  private func forEachToken(
    of document: CorpusDocument, _ body: (Row) throws -> Void
  ) rethrows {
    let content = corpus.files[document.file].content
    var block = -1
    var starts = document.blockStarts.makeIterator()
    var nextStart = starts.next()
    for position in document.tokens {
      if nextStart == UInt32(position) {
        block += 1
        nextStart = starts.next()
      }
      let token = corpus.tokens[position]
      let range = corpus.bytes(of: position)
      let text = corpus.text(ofToken: token)
      try body(
        Row(
          text: text, kind: kind(of: token, text: text, content[range]),
          start: range.lowerBound, end: range.upperBound, block: max(0, block)))
    }
  }

  private func kind(of token: UInt32, text: String, _ bytes: ArraySlice<UInt8>) -> TokenKind {
    guard token != TokenValue.slot else { return TokenKind(slot: bytes) }
    return TokenKind(scalar: text.unicodeScalars.first?.value ?? 0)
  }
}
