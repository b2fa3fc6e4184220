import Evaluation
import Testing

/// An audit measured against known phrases.
@Suite struct StockEvaluationTests {
  /// a.txt and b.txt hold the phrase 坚持开门办馆 (family 0), b.txt in another form, a.txt alone
  /// another phrase, 读者至上好 (family 1), which no audit of the two could know.
  private let texts = [
    "a.txt": "甲坚持开门办馆，乙读者至上好丙", "b.txt": "丁坚持敞开门办馆。戊",
  ]
  private let gold = """
    doc	offset	length	family	variant	text
    a.txt	1	6	0	verbatim	坚持开门办馆
    b.txt	1	7	0	light	坚持敞开门办馆
    a.txt	9	5	1	verbatim	读者至上好
    """
  private let families = "family\toccurrences\treal_doc_freq\tcanonical\n0\t2\t1\t坚持开门办馆\n"

  private func evaluate(_ report: String) throws -> StockEvaluation {
    let result = try StockResult(JSONField(try JSONParser.parse(Array(report.utf8))))
    var points: [String: CodePoints] = [:]
    for name in result.documents { points[name] = CodePoints(Array((texts[name] ?? "").utf8)) }
    return try StockEvaluation(
      result, texts: points,
      truth: StockTruth(
        places: try StockTruth.places(Array(gold.utf8)),
        canonical: try StockTruth.canonical(Array(families.utf8))))
  }

  private func report(_ spans: [String], _ places: [String]) -> String {
    """
    {"schema":"taohua.audit/1","documents":[{"id":"x/a.txt","spans":[\(spans[0])]},
    {"id":"x/b.txt","spans":[\(spans[1])]}],"families":[{"places":[\(places.joined(separator: ","))]}]}
    """
  }

  private func span(_ start: Int, _ end: Int) -> String {
    "{\"start\":\(start * 3),\"end\":\(end * 3),\"class\":\"stock\"}"
  }

  private func place(_ document: String, _ start: Int, _ end: Int) -> String {
    "{\"document\":\"x/\(document)\",\"start\":\(start * 3),\"end\":\(end * 3)}"
  }

  @Test func charactersAndFamilies() throws {
    // One character too many in a.txt, 敞 not in b.txt, and family 1 counts neither way.
    let evaluation = try evaluate(
      report(
        [span(0, 7) + "," + span(9, 14), span(1, 3) + "," + span(4, 8)],
        [place("a.txt", 0, 7), place("b.txt", 1, 8)]))
    #expect(evaluation.documents == 2 && evaluation.families == 1)
    #expect(evaluation.recall == .init(part: 12, whole: 13))
    #expect(evaluation.precision == .init(part: 12, whole: 13))
    #expect(evaluation.variants.map(\.name) == ["light", "verbatim"])
    #expect(evaluation.variants[0].recall == .init(part: 6, whole: 7))
    // 坚持敞开门办馆 has one of seven letters more.
    #expect(evaluation.edits.map(\.step) == [0, 1])
    #expect(evaluation.boundaries == .init(part: 1, whole: 1))
    #expect(evaluation.clusters.f1 == 1 && evaluation.clusters.pairF1 == 1)
    #expect(evaluation.detected == .init(part: 2, whole: 2))
  }

  @Test func whatIsNotFoundIsAClusterOfItsOwn() throws {
    let evaluation = try evaluate(report(["", span(1, 8)], [place("b.txt", 1, 8)]))
    #expect(evaluation.clusters.precision == 1 && evaluation.clusters.recall == 0.5)
    #expect(evaluation.clusters.pairRecall == 0)
    #expect(evaluation.detectedClusters.f1 == 1)
    #expect(evaluation.boundaries == .init(part: 0, whole: 1))
  }

  @Test func aPhraseOfOneEvaluatedDocumentIsLeftOut() throws {
    let one =
      "{\"schema\":\"taohua.audit/1\",\"documents\":[{\"id\":\"b.txt\",\"spans\":[]}],\"families\":[]}"
    let evaluation = try evaluate(one)
    #expect(evaluation.families == 0 && evaluation.recall.whole == 0)
  }

  @Test func offsetsOfOtherDocumentsAreRefused() {
    #expect(throws: FormatError.self) { try evaluate(report([span(0, 99), ""], [])) }
    #expect(throws: FormatError.self) {
      try evaluate(report(["{\"start\":1,\"end\":4,\"class\":\"stock\"}", ""], []))
    }
    #expect(throws: FormatError.self) { try evaluate("{\"schema\":\"taohua.check/1\"}") }
  }

  @Test func filesOfOneNameAreRefused() throws {
    let ids = ["x/a.txt#1", "x/a.txt#2", "y/a.txt"].map { "{\"id\":\"\($0)\",\"spans\":[]}" }
    func result(_ count: Int) throws -> StockResult {
      let list = ids[..<count].joined(separator: ",")
      let report = "{\"schema\":\"taohua.audit/1\",\"documents\":[\(list)],\"families\":[]}"
      return try StockResult(JSONField(try JSONParser.parse(Array(report.utf8))))
    }
    #expect(try result(2).documents == ["a.txt"])
    #expect(throws: FormatError.self) { try result(3) }
  }

  @Test func clustersByHand() {
    // Two of a and one of b together, the third of a alone.
    let score = ClusterScore([("a", 0), ("a", 0), ("b", 0), ("a", nil)])
    // (2/3 + 2/3 + 1/3 + 1) / 4, and (2/3 + 2/3 + 1 + 1/3) / 4.
    #expect(abs(score.precision - 2.0 / 3) < 1e-12)
    #expect(abs(score.recall - 2.0 / 3) < 1e-12)
    #expect(score.pairPrecision == 1.0 / 3 && score.pairRecall == 1.0 / 3)
  }

  @Test func editsIgnoreCaseWidthAndMarks() {
    #expect(EditRatio.between("Ａbc，套话", "aBC 套话。") == 0)
    #expect(EditRatio.between("abcd", "abXd") == 0.25)
    #expect(EditRatio.between("", "") == 0 && EditRatio.between("a", "") == 1)
    #expect(EditRatio.step(0.3) == 3 && EditRatio.step(1) == 9 && EditRatio.step(0.7) == 7)
  }
}
