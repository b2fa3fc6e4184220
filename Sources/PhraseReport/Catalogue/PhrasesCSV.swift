internal import PhraseMining

/// The catalogue as a table for spreadsheets: RFC 4180, UTF-8.
package enum PhrasesCSV {
  private static let header = [
    "id", "kind", "documents", "occurrences", "tokens", "canonical", "template",
  ]

  /// A line for each family, after the header; lines end with CR LF.
  package static func render(_ catalogue: PhraseCatalogue) -> String {
    let rows = catalogue.families.map { family in
      [
        family.id, family.kind.name, String(family.documents), String(family.occurrences),
        String(family.tokens), family.canonical, family.template,
      ]
    }
    return CSVText.table([header] + rows)
  }
}
