import PhraseReport
import Testing

@Suite struct FrameReportTests {
  @Test(
    "half of the frame is enough, two are needed, one of one",
    arguments: [
      (1, 3, 1), (2, 3, 2), (3, 3, 2), (4, 3, 2), (5, 3, 3), (5, 2, 2), (5, 9, 3), (40, 9, 9),
    ])
  func minimum(frame: Int, stock: Int, expected: Int) {
    #expect(FrameReport.minimumDocuments(frame: frame, stock: stock) == expected)
  }
}
