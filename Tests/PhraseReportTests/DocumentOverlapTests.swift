import PhraseMining
import Testing

@testable import PhraseReport

@Suite struct DocumentOverlapTests {
  /// Counted span by span: what stands in a phrase that the other document has, or was copied from it.
  private func common(_ row: Int, _ column: Int, in report: AuditReport) -> Int {
    guard row != column else { return 0 }
    return report.documents[row].spans.reduce(0) { sum, span in
      let isCommon =
        switch span.tokenClass {
        case .stock:
          report.families[Int(span.owner)].places.contains { Int($0.document) == column }
        case .borrowed: Int(span.owner) == column
        default: false
        }
      return isCommon ? sum + Int(span.tokens) : sum
    }
  }

  @Test func rowsAreWhatDocumentsHaveInCommon() {
    let report = SampleReport.audit
    let overlap = DocumentOverlap(report)
    #expect(overlap.shown.sorted() == Array(report.documents.indices))
    for (row, document) in overlap.shown.enumerated() {
      for (column, other) in overlap.shown.enumerated() {
        #expect(overlap.rows[row][column] == common(document, other, in: report))
      }
      let most = report.documents.indices.map { common(document, $0, in: report) }.max() ?? 0
      #expect(overlap.nearest[document]?.tokens ?? 0 == most)
    }
    #expect(overlap.rows.joined().contains { $0 > 0 })
  }

  @Test func aReportWithoutDocumentsHasNoMap() {
    let overlap = DocumentOverlap(SampleReport.empty)
    #expect(overlap.shown.isEmpty && overlap.rows.isEmpty && overlap.nearest.isEmpty)
  }

  @Test func similarThingsStandSideBySide() {
    // Two groups, 0 2 4 and 1 3 5, and 6 between them: nearer to 5 than to the others.
    func similarity(_ a: Int, _ b: Int) -> Double {
      if a == 6 || b == 6 { return a == 5 || b == 5 ? 0.5 : 0.1 }
      return a % 2 == b % 2 ? 0.9 - Double(abs(a - b)) / 100 : 0.2
    }
    let order = LeafOrder.order(SquareTable(side: 7, similarity))
    #expect(order.sorted() == Array(0..<7))
    let groups = order.filter { $0 < 6 }.map { $0 % 2 }
    #expect(zip(groups, groups.dropFirst()).count { $0 != $1 } == 1, "\(order)")
    let place = order.firstIndex(of: 6)!
    #expect([place - 1, place + 1].contains { order.indices.contains($0) && order[$0] == 5 })
  }
}
