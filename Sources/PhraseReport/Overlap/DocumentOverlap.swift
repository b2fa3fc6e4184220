internal import PhraseMining
internal import ShingleEngine

/// How much of each document stands in each other one: tokens in stock phrases that the other has too, or
/// that were copied from it.
struct DocumentOverlap {
  /// A document and how many tokens another has in common with it.
  struct Neighbour: Hashable {
    var document: Int
    var tokens: Int
  }

  /// Of each document the one that most of it stands in, the first on a tie; nil where it has nothing in
  /// common with any.
  let nearest: [Neighbour?]
  /// The documents of the map, similar ones side by side.
  let shown: [Int]
  /// For each of these, the tokens that it has in common with each of these.
  let rows: [[Int]]

  /// A map of more documents could not be read; it has those with the closest neighbours.
  private static let most = 200

  /// O(documents × families of each × documents of each family) where no two documents are much alike; mostly
  /// far less.
  init(_ report: AuditReport) {
    let counts = OverlapCounts(report)
    let totals = report.documents.map(\.tokens)
    let nearest = Self.nearest(counts)
    self.nearest = nearest
    func share(_ document: Int) -> Double {
      Double(nearest[document]?.tokens ?? 0) / Double(max(1, totals[document]))
    }
    let chosen = report.documents.indices.sorted { (share($1), $0) < (share($0), $1) }
      .prefix(Self.most).sorted()
    let rows = chosen.map { row in
      let line = counts.row(of: row)
      return chosen.map { line[$0] }
    }
    let order = LeafOrder.order(
      SquareTable(side: chosen.count) { row, column in
        max(
          Double(rows[row][column]) / Double(max(1, totals[chosen[row]])),
          Double(rows[column][row]) / Double(max(1, totals[chosen[column]])))
      })
    shown = order.map { chosen[$0] }
    self.rows = order.map { row in order.map { rows[row][$0] } }
  }

  private static func nearest(_ counts: OverlapCounts) -> [Neighbour?] {
    let workers = Workers(count: ThreadPool.processors)
    let documents = counts.documents
    let chunk = max(64, documents / (8 * workers.count) + 1)
    return workers.map((documents + chunk - 1) / chunk) { part in
      var search = NearestDocument(counts)
      return (part * chunk..<min((part + 1) * chunk, documents)).map { search.nearest(to: $0) }
    }.flatMap { $0 }
  }

  /// As a field of the object that is open.
  func write(to json: inout JSONWriter) {
    json.newline()
    json.object("overlap") {
      $0.field("shown", shown)
      $0.array("rows", rows) { json, row in
        json.beginArray()
        for tokens in row { json.value(tokens) }
        json.endArray()
      }
    }
  }
}
