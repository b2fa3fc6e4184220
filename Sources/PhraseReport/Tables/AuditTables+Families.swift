internal import PhraseMining

/// The tables of families, their variants and places.
extension AuditTables {
  private struct FamilyRow: Sendable {
    var index: Int
    var family: FamilyReport
    var spread: Dispersion.Value
  }

  /// The catalogue, with rates and dispersion.
  var families: ReportTable {
    ReportTable("families", key: ["family"], columns: wording + counts + history + spread) {
      [report] body in
      let dispersion = Dispersion(sizes: report.documents.map(\.tokens))
      for (index, family) in report.families.enumerated() {
        try body(
          FamilyRow(index: index, family: family, spread: dispersion.value(of: family.places)))
      }
    }
  }

  private var wording: [TableColumn<FamilyRow>] {
    [
      .text("family") { $0.family.id },
      .integer("rank") { $0.index + 1 },
      .text("kind") { $0.family.kind.name },
      .integer("kind_is_sure") { $0.family.kindIsSure ? 1 : 0 },
      .text("canonical") { $0.family.canonical },
      .text("template") { $0.family.template },
      .integer("tokens") { $0.family.tokens },
    ]
  }

  private var counts: [TableColumn<FamilyRow>] {
    [
      .integer("sources") { $0.family.documents },
      .integer("occurrences") { $0.family.occurrences },
      .integer("nested") { $0.family.nested },
      .integer("variants") { $0.family.variants.count },
      .integer("place_tokens") { $0.family.placeTokens },
      .real("score") { $0.family.score },
    ]
  }

  private var history: [TableColumn<FamilyRow>] {
    [
      .text("scope") { $0.family.scope.rawValue },
      .integer("series") { $0.family.series.count },
      .integer("first_year") { $0.family.years?.lowerBound },
      .integer("last_year") { $0.family.years?.upperBound },
    ]
  }

  private var spread: [TableColumn<FamilyRow>] {
    let characters = report.corpus.characters
    return [
      .real("per_10000_characters") { Self.rate($0.family.occurrences, characters: characters) },
      .integer("documents") { $0.spread.range },
      .real("dp") { $0.spread.deviation },
      .real("dp_norm") { $0.spread.normed },
    ]
  }

  private struct VariantRow: Sendable {
    var family: String
    var index: Int
    var variant: VariantReport
  }

  var variants: ReportTable {
    let columns: [TableColumn<VariantRow>] = [
      .text("family") { $0.family },
      .integer("variant") { $0.index },
      .text("text") { $0.variant.text },
      .integer("sources") { $0.variant.documents },
      .integer("occurrences") { $0.variant.occurrences },
    ]
    return ReportTable(
      "variants", key: ["family", "variant"], references: [.init("family", to: "families")],
      columns: columns
    ) { [report] body in
      for family in report.families {
        for (index, variant) in family.variants.enumerated() {
          try body(VariantRow(family: family.id, index: index, variant: variant))
        }
      }
    }
  }

  private struct PlaceRow: Sendable {
    var family: String
    var index: Int
    var place: PlaceReport
  }

  var places: ReportTable {
    ReportTable(
      "places", key: ["family", "place"],
      references: [
        .init("family", to: "families"), .init("family", "variant", to: "variants"),
        .init("document", to: "documents"),
      ],
      columns: placeColumns
    ) { [report] body in
      for family in report.families {
        for (index, place) in family.places.enumerated() {
          try body(PlaceRow(family: family.id, index: index, place: place))
        }
      }
    }
  }

  private var placeColumns: [TableColumn<PlaceRow>] {
    [
      .text("family") { $0.family },
      .integer("place") { $0.index },
      .text("document") { [report] in report.documents[Int($0.place.document)].id },
      .integer("start_byte") { Int($0.place.start) },
      .integer("end_byte") { Int($0.place.end) },
      .integer("line_number") { Int($0.place.line) },
      .integer("column_number") { Int($0.place.column) },
      .integer("variant") { Int($0.place.variant) },
      .real("similarity") { $0.place.similarity.decimal },
      .text("text") {
        text(Int($0.place.start)..<Int($0.place.end), of: Int($0.place.document))
      },
    ]
  }
}
