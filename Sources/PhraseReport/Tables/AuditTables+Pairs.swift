/// The tables of pairs of documents and of the passages that they have in common.
extension AuditTables {
  private static let sides: [ReportTable.Reference] = [
    .init("left_document", to: "documents"), .init("right_document", to: "documents"),
  ]

  var pairs: ReportTable {
    ReportTable(
      "pairs", key: ["left_document", "right_document"], references: Self.sides,
      columns: [
        .text("left_document") { [report] in report.documents[$0.left].id },
        .text("right_document") { [report] in report.documents[$0.right].id },
        .integer("shared_tokens") { $0.sharedTokens },
        .integer("passages") { $0.passages.count },
      ], report.pairs)
  }

  private struct PassageRow: Sendable {
    var pair: PairReport
    var index: Int
    var passage: PassageReport
  }

  var passages: ReportTable {
    ReportTable(
      "passages", key: ["left_document", "right_document", "passage"],
      references: [.init("left_document", "right_document", to: "pairs")], columns: passageColumns
    ) { [report] body in
      for pair in report.pairs {
        for (index, passage) in pair.passages.enumerated() {
          try body(PassageRow(pair: pair, index: index, passage: passage))
        }
      }
    }
  }

  private var passageColumns: [TableColumn<PassageRow>] {
    [
      .text("left_document") { [report] in report.documents[$0.pair.left].id },
      .text("right_document") { [report] in report.documents[$0.pair.right].id },
      .integer("passage") { $0.index },
      .integer("left_start_byte") { $0.passage.left.lowerBound },
      .integer("left_end_byte") { $0.passage.left.upperBound },
      .integer("right_start_byte") { $0.passage.right.lowerBound },
      .integer("right_end_byte") { $0.passage.right.upperBound },
      .real("similarity") { $0.passage.similarity.decimal },
      .text("left_text") { text($0.passage.left, of: $0.pair.left) },
    ]
  }
}
