internal import PhraseMining

/// The tables of an audit, each keyed and tidy: one thing a row, one fact a column (docs/tables.md).
package struct AuditTables: Sendable {
  let report: AuditReport

  package init(_ report: AuditReport) { self.report = report }

  /// In such an order that a table comes after those that it refers to.
  package var all: [ReportTable] {
    [
      corpus, curve, years, documents, families, variants, places, pairs, passages, sentences,
    ]
  }

  /// The names of the tables, known before the audit.
  package static let names = [
    "corpus", "curve", "years", "documents", "families", "variants", "places", "pairs",
    "passages", "sentences",
  ]

  /// Columns of metadata beyond those that the program knows: a column is worth its place where a few
  /// keys are used throughout, not where each document has its own.
  static let metadataLimit = 200

  /// Keys of metadata that have no column, because there are too many.
  package var keysLeftOut: Int { max(0, metadataKeys.count - Self.metadataLimit) }

  /// The keys that documents have beside those that the program knows, with those first that most have.
  var metadataKeys: [String] {
    var counts: [String: Int] = [:]
    for document in report.documents {
      for key in document.metadata.keys { counts[key, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The text of bytes of the file that document `index` stands in; nil where texts were taken out.
  func text(_ range: Range<Int>, of index: Int) -> String? {
    let content = report.files[report.documents[index].file].content
    return content.isEmpty ? nil : String(decoding: content[range], as: UTF8.self)
  }

  /// Tokens by class as columns, those that are not told of last.
  static func classColumns<Row>(
    _ counts: @escaping @Sendable (Row) -> ClassCounts
  ) -> [TableColumn<Row>] {
    let classes: [(String, TokenClass)] = [
      ("allowed", .allowed), ("stock", .stock), ("borrowed", .borrowed), ("shared", .shared),
      ("repeated", .repeated), ("original", .original),
    ]
    return classes.map { name, tokenClass in .integer(name) { counts($0)[tokenClass] } }
  }

  /// A rate per 10,000 characters, as Chinese texts are counted; nil where there are none.
  static func rate(_ count: Int, characters: Int) -> Double? {
    characters == 0 ? nil : Double(count) * 10_000 / Double(characters)
  }
}

extension Float {
  /// The number that is written with the same digits: 0.9, not 0.8999999761581421.
  var decimal: Double { Double(description) ?? Double(self) }
}
