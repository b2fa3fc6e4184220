import Evaluation
import Testing

/// The measures of Potthast et al. (2010), on values that can be checked by hand.
@Suite struct PassageScoreTests {
  private let pair = DocumentPair(suspicious: "a.txt", source: "b.txt")

  private func spans(_ left: Range<Int>, _ right: Range<Int>) -> AlignedSpans {
    AlignedSpans(pair: pair, left: left, right: right)
  }

  @Test(arguments: [
    (1.0, 1.0, 2.0, 0.63092975), (0.25, 0.75, 2.0, 0.23659865), (0.5, 1.0, 1.0, 2.0 / 3),
    (0.0, 0.0, 1.0, 0.0), (1.0, 1.0, 1.0, 1.0),
  ])
  func plagdet(_ precision: Double, _ recall: Double, _ granularity: Double, _ expected: Double) {
    let score = PassageScore.plagdet(
      precision: precision, recall: recall, granularity: granularity)
    #expect(abs(score - expected) < 1e-8)
  }

  @Test func halfACaseFoundTwice() {
    let score = PassageScore(
      cases: [spans(0..<100, 0..<100), spans(500..<600, 500..<600)],
      detections: [
        spans(0..<25, 0..<25), spans(50..<75, 50..<75), spans(500..<800, 500..<600),
        spans(900..<950, 900..<950),
      ])
    #expect(score.detectedCases == 2)
    #expect(score.granularity == 1.5)
    // (25 + 25 of 100 on each side) and the whole of the second case.
    #expect(score.recall == 0.75)
    // Three detections lie in cases: two wholly, one with 100 + 100 of 300 + 100.
    #expect(score.precision == 0.625)
    // 100 + 200 characters are common, of 400 in cases and 600 in detections.
    #expect(score.microRecall == 0.75)
    #expect(score.microPrecision == 0.5)
  }

  @Test func bothSidesMustOverlap() {
    let score = PassageScore(
      cases: [spans(0..<10, 0..<10)], detections: [spans(0..<10, 10..<20)])
    #expect(score.plagdet == 0 && score.granularity == 1)
    let other = AlignedSpans(
      pair: DocumentPair(suspicious: "a.txt", source: "c.txt"), left: 0..<10, right: 0..<10)
    #expect(PassageScore(cases: [spans(0..<10, 0..<10)], detections: [other]).recall == 0)
  }

  @Test func nothingToFindAndNothingFoundIsRight() {
    #expect(PassageScore(cases: [], detections: []).plagdet == 1)
    #expect(PassageScore(cases: [], detections: [spans(0..<1, 0..<1)]).plagdet == 0)
  }

  @Test func overlappingCharactersCountOnce() {
    let score = PassageScore(
      cases: [spans(0..<10, 0..<10)],
      detections: [spans(0..<10, 0..<10), spans(0..<10, 0..<10)])
    #expect(score.recall == 1 && score.microPrecision == 1 && score.granularity == 2)
    #expect(abs(score.plagdet - 0.63092975) < 1e-8)
  }
}
