/// A comparison as JSON, schema `taohua.compare/1` (docs/compare.schema.json).
package enum CompareJSON {
  package static let schema = "taohua.compare/1"

  /// The report on one line, or, for people, a passage on each line.
  package static func render(_ report: CompareReport, isOneLine: Bool = false) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("schema", schema)
    json.object("tool") {
      $0.field("name", Tool.name)
      $0.field("version", Tool.version)
    }
    if !isOneLine { json.newline() }
    json.object("left") { write(report.left, to: &$0) }
    if !isOneLine { json.newline() }
    json.object("right") { write(report.right, to: &$0) }
    if !isOneLine { json.newline() }
    json.array("passages", report.passages) { json, passage in
      if !isOneLine { json.newline() }
      json.object { write(passage, to: &$0) }
    }
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ document: ComparedDocument, to json: inout JSONWriter) {
    json.field("id", document.id)
    json.field("path", document.path)
    // A compilation is compared as a whole.
    json.field("part", ifKnown: Int?.none)
    json.field("title", ifKnown: document.title)
    json.field("bytes", document.byteRange)
    json.field("tokens", document.tokens)
    json.field("characters", document.characters)
    json.field("matchedTokens", document.matchedTokens)
  }

  private static func write(_ passage: ComparedPassage, to json: inout JSONWriter) {
    json.field("left", passage.left)
    json.field("right", passage.right)
    json.field("similarity", passage.similarity)
    json.field("kind", passage.kind)
    json.field("matchedTokens", passage.matched)
    json.field("leftLine", passage.leftLine)
    json.field("rightLine", passage.rightLine)
  }
}
