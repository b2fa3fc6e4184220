internal import PhraseMining
internal import ShingleEngine

/// Counts the tokens that documents have in common, a document at a time: all at once would take the square
/// of their number.
struct OverlapCounts: Sendable {
  /// Of each document.
  private let spans: [[SpanReport]]
  /// The documents of each family, rising.
  private let holders: [[UInt32]]

  /// What a document has in common with others.
  struct Links {
    /// The families that it has stock phrases of, those of the fewest documents first, and the tokens in these.
    var families: [(family: Int, tokens: Int)]
    /// The documents that it was copied from, and the tokens in what was copied.
    var copied: [(document: Int, tokens: Int)]
  }

  init(_ report: AuditReport) {
    self.init(
      spans: report.documents.map(\.spans),
      holders: report.families.map { $0.holders.map { UInt32($0) } })
  }

  /// - Parameters:
  ///   - spans: of each document.
  ///   - holders: the documents of each family, rising.
  init(spans: [[SpanReport]], holders: [[UInt32]]) {
    self.spans = spans
    self.holders = holders
  }

  var documents: Int { spans.count }

  /// O(s + f log f) for s spans of f families.
  func links(of document: Int) -> Links {
    var families: [Int: Int] = [:]
    var copied: [Int: Int] = [:]
    for span in spans[document] where span.owner >= 0 {
      switch span.tokenClass {
      case .stock: families[Int(span.owner), default: 0] += Int(span.tokens)
      case .borrowed: copied[Int(span.owner), default: 0] += Int(span.tokens)
      default: break
      }
    }
    return Links(
      families: families.map { (family: $0.key, tokens: $0.value) }
        .sorted { (holders[$0.family].count, $0.family) < (holders[$1.family].count, $1.family) },
      copied: copied.map { (document: $0.key, tokens: $0.value) })
  }

  /// Of the tokens of `document`, how many it has in common with each document.
  func row(of document: Int) -> [Int] {
    var row = [Int](repeating: 0, count: documents)
    let links = links(of: document)
    for (other, tokens) in links.copied { row[other] += tokens }
    for (family, tokens) in links.families {
      for holder in holders[family] { row[Int(holder)] += tokens }
    }
    row[document] = 0
    return row
  }

  /// The documents that have `family`, rising.
  func holders(of family: Int) -> [UInt32] { holders[family] }

  /// Whether `document` has `family`. O(log n) for a family of n documents.
  func isHolder(_ document: Int, of family: Int) -> Bool {
    let holders = holders[family]
    let index = holders.lowerBound(of: document)
    return index < holders.count && holders[index] == document
  }
}
