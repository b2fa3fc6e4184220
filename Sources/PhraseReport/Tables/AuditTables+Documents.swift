internal import PhraseMining

/// The tables of documents and of their sentences.
extension AuditTables {
  private struct DocumentRow: Sendable {
    var document: DocumentReport
    var file: String
    var format: String
    /// Places of families in it.
    var places: Int
    /// The first document of its near-duplicate group; itself where it is in none.
    var groupLeader: String
    var largestSource: String?
  }

  var documents: ReportTable {
    ReportTable(
      "documents", key: ["document"],
      references: [
        .init("group_leader", to: "documents"), .init("largest_source", to: "documents"),
      ],
      columns: identity + metadata + sizes + shares
    ) { [report] body in
      let leaders = report.groupOfDocument.mapValues { report.corpus.duplicates[$0][0] }
      let places = Self.placeCounts(report)
      for (index, document) in report.documents.enumerated() {
        let file = report.files[document.file]
        try body(
          DocumentRow(
            document: document, file: file.path, format: file.source.format,
            places: places[index],
            groupLeader: report.documents[leaders[index] ?? index].id,
            largestSource: document.shares.largestSourceDocument.map { report.documents[$0].id }))
      }
    }
  }

  private static func placeCounts(_ report: AuditReport) -> [Int] {
    var counts = [Int](repeating: 0, count: report.documents.count)
    for family in report.families {
      for place in family.places { counts[Int(place.document)] += 1 }
    }
    return counts
  }

  private var identity: [TableColumn<DocumentRow>] {
    [
      .text("document") { $0.document.id }, .text("path") { $0.file },
      .integer("part") { $0.document.part }, .text("title") { $0.document.title },
      .text("format") { $0.format }, .text("group_leader") { $0.groupLeader },
      .text("series") { $0.document.series }, .integer("year") { $0.document.year },
      .text("date") { $0.document.date }, .text("place") { $0.document.place },
      .text("author") { $0.document.author },
    ]
  }

  /// What else was given, a column for each key.
  private var metadata: [TableColumn<DocumentRow>] {
    var names = Set<String>()
    return metadataKeys.prefix(Self.metadataLimit).sorted().map { key in
      // A key comes from outside: it may hold what no name of a column may, or differ in that alone.
      var name = "meta_" + DisplayText.clean(key)
      while !names.insert(name).inserted { name += "_" }
      return .text(name) { $0.document.metadata[key] }
    }
  }

  private var sizes: [TableColumn<DocumentRow>] {
    let kinds = PhraseKind.allCases.map { kind in
      TableColumn<DocumentRow>.integer("stock_\(kind.name)") { $0.document.stockByKind[kind] }
    }
    return [
      .integer("shingle_length") { $0.document.shingleLength },
      .integer("characters") { $0.document.characters }, .integer("tokens") { $0.document.tokens },
    ] + Self.classColumns { $0.document.classes } + kinds
  }

  private var shares: [TableColumn<DocumentRow>] {
    [
      .integer("found") { $0.document.shares.total },
      .integer("found_without_series") { $0.document.shares.withoutSeries },
      .integer("found_net") { $0.document.shares.net },
      .integer("found_net_of") { $0.document.shares.netOf },
      .text("largest_source") { $0.largestSource },
      .integer("largest_source_tokens") { $0.document.shares.largestSource },
      .integer("places") { $0.places },
      .real("places_per_10000_characters") {
        Self.rate($0.places, characters: $0.document.characters)
      },
    ]
  }

  private struct SentenceRow: Sendable {
    var document: Int
    var index: Int
    var sentence: SentenceReport
  }

  /// Every sentence with its text; empty for a corpus that is too large for verdicts.
  var sentences: ReportTable {
    ReportTable(
      "sentences", key: ["document", "sentence"],
      references: [.init("document", to: "documents")],
      columns: verdicts + Self.classColumns { $0.sentence.classes } + [wordsOfSentence]
    ) { [report] body in
      for (document, facts) in report.documents.enumerated() {
        for (index, sentence) in facts.sentences.enumerated() {
          try body(SentenceRow(document: document, index: index, sentence: sentence))
        }
      }
    }
  }

  private var verdicts: [TableColumn<SentenceRow>] {
    [
      .text("document") { [report] in report.documents[$0.document].id },
      .integer("sentence") { $0.index },
      .integer("start_byte") { Int($0.sentence.start) },
      .integer("end_byte") { Int($0.sentence.end) },
      .text("verdict") { $0.sentence.verdict.rawValue },
      .integer("tokens") { $0.sentence.tokens },
    ]
  }

  private var wordsOfSentence: TableColumn<SentenceRow> {
    .text("text") { text(Int($0.sentence.start)..<Int($0.sentence.end), of: $0.document) }
  }
}
