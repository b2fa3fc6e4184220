import Evaluation
import TestSupport
import Testing

/// What `evaluate` prints follows its schema, which is validated where the other schemas are.
@Suite struct EvaluationJSONTests {
  private let schema = "evaluate.schema.json"

  @Test func passages() throws {
    let pair = DocumentPair(suspicious: "s.txt", source: "r.txt")
    let spans = AlignedSpans(pair: pair, left: 0..<9, right: 3..<12)
    let other = AlignedSpans(pair: pair, left: 4..<20, right: 3..<11)
    let truth = PassageTruth(cases: [PassageCase(category: "02-\"verbatim\"", spans: spans)])
    for detections in [[], [spans, other]] {
      let evaluation = PassageEvaluation(
        detections: detections, comparedPairs: [pair], truth: truth)
      try SchemaCheck.expect(EvaluationJSON.render(evaluation), follows: schema)
    }
  }

  @Test func phrases() throws {
    let report = """
      {"schema": "taohua.audit/1", "families": [], "documents": [{"id": "a.txt", "spans": []}]}
      """
    let result = try StockResult(JSONField(try JSONParser.parse(Array(report.utf8))))
    let places = try StockTruth.places(
      Array("doc\toffset\tlength\tfamily\tvariant\na.txt\t0\t2\t1\tslot\n".utf8))
    let texts = ["a.txt": try #require(CodePoints(Array("套话".utf8)))]
    let evaluation = try StockEvaluation(
      result, texts: texts, truth: StockTruth(places: places, canonical: ["1": "套话"]))
    try SchemaCheck.expect(EvaluationJSON.render(evaluation), follows: schema)
  }

  @Test func sheets() throws {
    let report = """
      {"documents": [{"id": "a", "sentences": [{"start": 0, "end": 3, "verdict": "mixed"}]}]}
      """
    let tool = try ToolVerdicts(JSONField(try JSONParser.parse(Array(report.utf8))))
    let sheet = try CodedSheet(Array("document\tplace\tcode\na\t0-3\tformula\n".utf8))
    for sheets in [[sheet], [sheet, sheet]] {
      let evaluation = SheetEvaluation(sheets, tool: tool)
      try SchemaCheck.expect(
        EvaluationJSON.render(evaluation, names: ["one.tsv", "two.tsv"]), follows: schema)
    }
    try SchemaCheck.expect(
      Array("{\"schema\": \"taohua.evaluate/1\"}".utf8), violates: schema)
  }
}
