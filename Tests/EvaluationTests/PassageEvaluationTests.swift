import Evaluation
import Testing

/// From files to figures: labels, PAN files, copies, pairs without cases.
@Suite struct PassageEvaluationTests {
  private let gold = """
    category	susp	src	this_offset	this_length	source_offset	source_length	kind
    02-verbatim	s1.txt	r1.txt	10	20	30	20	plagiarism
    01-none	s2.txt	r2.txt	0	8	0	8	natural-overlap
    """

  private func spans(
    _ suspicious: String, _ source: String, _ left: Range<Int>, _ right: Range<Int>
  ) -> AlignedSpans {
    AlignedSpans(
      pair: DocumentPair(suspicious: suspicious, source: source), left: left, right: right)
  }

  @Test func naturalOverlapCountsNeitherWay() throws {
    var truth = try PassageTruth(gold: Array(gold.utf8))
    truth.pairs = try PassageTruth.pairs(
      Array("s1.txt r1.txt\ns2.txt r2.txt\ns3.txt r3.txt\n".utf8))
    let evaluation = PassageEvaluation(
      detections: [
        spans("s1.txt", "r1.txt", 10..<30, 30..<50), spans("s2.txt", "r2.txt", 4..<12, 4..<12),
        spans("s3.txt", "r3.txt", 0..<5, 0..<5),
      ], comparedPairs: [], truth: truth)
    #expect(evaluation.ignoredDetections == 1)
    #expect(evaluation.falseDetections == 1)
    #expect(evaluation.pairsWithoutCases == 2)
    #expect(evaluation.categories.map(\.name) == ["02-verbatim"])
    #expect(evaluation.categories[0].score.plagdet == 1)
    #expect(evaluation.overall.precision == 0.5)
  }

  @Test(arguments: [
    ("category\tsusp\n", FormatError.Place.line(1)),
    (
      "category\tsusp\tsrc\tthis_offset\tthis_length\tsource_offset\tsource_length\nx\ta\tb\t1\t2\t-3\t4\n",
      .line(2)
    ),
    (
      "category\tsusp\tsrc\tthis_offset\tthis_length\tsource_offset\tsource_length\nx\ta\tb\t1\n",
      .line(2)
    ),
  ])
  func brokenLabelsAreNamed(_ text: String, _ place: FormatError.Place) {
    let error = #expect(throws: FormatError.self) { _ = try PassageTruth(gold: Array(text.utf8)) }
    #expect(error?.place == place)
  }

  @Test func anotherCopyIsMovedToTheLabel() throws {
    let source = try #require(CodePoints(Array("头甲乙丙丁尾，头甲乙丙丁尾。".utf8)))
    let passage = spans("s", "r", 0..<4, 8..<12)
    let whole = CopyPlacement.moved(
      spans("s", "r", 0..<4, 1..<5), cases: [passage], source: source)
    #expect(whole.right == 8..<12)
    let part = CopyPlacement.moved(
      spans("s", "r", 1..<3, 2..<4), cases: [passage], source: source)
    #expect(part.right == 9..<11)
    let more = CopyPlacement.moved(
      spans("s", "r", 0..<4, 0..<6), cases: [passage], source: source)
    #expect(more.right == 7..<13)
    let elsewhere = spans("s", "r", 20..<24, 1..<5)
    #expect(CopyPlacement.moved(elsewhere, cases: [passage], source: source) == elsewhere)
  }

  @Test func panFilesGoBothWays() throws {
    let pair = DocumentPair(suspicious: "a&b.txt", source: "../c\".txt")
    let passages = [AlignedSpans(pair: pair, left: 5..<9, right: 0..<4)]
    #expect(PANDocument.fileName(of: pair) == "a&b-c\".xml")
    let file = PANDocument.render(passages, of: pair)
    #expect(try PANDocument(file, role: .result).passages == passages)
    #expect(try PANDocument(file, role: .truth).passages.isEmpty)
  }

  @Test func panTruthIsRead() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "v">]><!-- <feature/> -->
      <document reference='s.txt'>
      <feature name="about" title="x > y"/>
      <feature name="plagiarism" this_offset="1" this_length="2" source_reference="r.txt"
        source_offset="3" source_length="4" />
      </document>
      """
    let passages = try PANDocument(Array(text.utf8), role: .truth).passages
    #expect(passages == [spans("s.txt", "r.txt", 1..<3, 3..<7)])
  }

  @Test(arguments: [
    "", "<document>", "<document reference=\"a\"", "<!-- ", "<document reference=a>",
    "<feature name=\"plagiarism\" source_reference=\"r\"/>",
    "<document reference=\"s\"><feature name=\"plagiarism\" source_reference=\"r\" this_offset=\"x\"/>",
  ])
  func brokenPANFilesAreRefused(_ text: String) {
    #expect(throws: FormatError.self) { _ = try PANDocument(Array(text.utf8), role: .truth) }
  }
}
