internal import PhraseMining

/// Counts the tokens that documents have in common, a document at a time: all at once would take the square
/// of their number.
struct OverlapCounts {
  private let report: AuditReport
  /// The documents of each family.
  private let holders: [[Int]]

  init(_ report: AuditReport) {
    self.report = report
    holders = report.families.map(\.holders)
  }

  /// Of the tokens of `document`, how many it has in common with each document.
  func row(of document: Int) -> [Int] {
    var row = [Int](repeating: 0, count: report.documents.count)
    var families: [Int32: Int] = [:]
    for span in report.documents[document].spans where span.owner >= 0 {
      switch span.tokenClass {
      case .stock: families[span.owner, default: 0] += Int(span.tokens)
      case .borrowed: row[Int(span.owner)] += Int(span.tokens)
      default: break
      }
    }
    for (family, tokens) in families {
      for holder in holders[Int(family)] { row[holder] += tokens }
    }
    row[document] = 0
    return row
  }

  /// The document that `document` has most in common with.
  func nearest(to document: Int) -> DocumentOverlap.Neighbour? {
    var nearest: DocumentOverlap.Neighbour?
    for (other, tokens) in row(of: document).enumerated() where tokens > nearest?.tokens ?? 0 {
      nearest = .init(document: other, tokens: tokens)
    }
    return nearest
  }
}
