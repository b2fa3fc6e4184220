internal import GRDB
internal import GRDBSQLite

/// The catalogue as tables for the user's own tools: documents, families with their variants, places.
package struct CatalogueTables: Sendable {
  package struct Document: Sendable {
    package var id: String
    package var path: String
    package var part: Int?
    package var title: String?
    package var hash: ContentHash
    package var tokens: Int
    /// The number of the first document of its near-duplicate group.
    package var source: Int
    package var series: String?
    package var year: Int?
    package var place: String?
    package var author: String?

    package init(
      id: String, path: String, part: Int?, title: String?, hash: ContentHash, tokens: Int,
      source: Int, series: String?, year: Int?, place: String?, author: String?
    ) {
      self.id = id
      self.path = path
      self.part = part
      self.title = title
      self.hash = hash
      self.tokens = tokens
      self.source = source
      self.series = series
      self.year = year
      self.place = place
      self.author = author
    }
  }

  package struct Family: Sendable {
    package var id: String
    package var kind: String
    package var canonical: String
    package var template: String
    package var tokens: Int
    package var documents: Int
    package var occurrences: Int
    package var nested: Int
    package var score: Double
    package var variants: [Variant]
    /// In order of document and start.
    package var places: [Place]

    package init(
      id: String, kind: String, canonical: String, template: String, tokens: Int, documents: Int,
      occurrences: Int, nested: Int, score: Double, variants: [Variant], places: [Place]
    ) {
      self.id = id
      self.kind = kind
      self.canonical = canonical
      self.template = template
      self.tokens = tokens
      self.documents = documents
      self.occurrences = occurrences
      self.nested = nested
      self.score = score
      self.variants = variants
      self.places = places
    }
  }

  package struct Variant: Sendable {
    package var text: String
    package var documents: Int
    package var occurrences: Int

    package init(text: String, documents: Int, occurrences: Int) {
      self.text = text
      self.documents = documents
      self.occurrences = occurrences
    }
  }

  package struct Place: Sendable {
    package var document: Int
    package var start: Int
    package var end: Int
    package var variant: Int
    package var similarity: Float

    package init(document: Int, start: Int, end: Int, variant: Int, similarity: Float) {
      self.document = document
      self.start = start
      self.end = end
      self.variant = variant
      self.similarity = similarity
    }
  }

  package var documents: [Document]
  package var families: [Family]

  package init(documents: [Document], families: [Family]) {
    self.documents = documents
    self.families = families
  }
}

extension CatalogueTables {
  /// The tables, and the columns that order their rows.
  static let names = [
    ("documents", "number"), ("families", "number"), ("variants", "family, number"),
    ("places", "family, document, \"start\""),
  ]

  /// Replaces what the tables hold.
  func write(to database: Database) throws {
    for (table, _) in Self.names { try database.execute(sql: "DELETE FROM \(table)") }
    try writeDocuments(to: database)
    try writeFamilies(to: database)
    try writePlaces(to: database)
  }

  private func writeDocuments(to database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, document) in documents.enumerated() {
      try insert.execute(arguments: [
        number, document.id, document.path, document.part, document.title,
        document.hash.hexadecimal, document.tokens, document.source, document.series,
        document.year, document.place, document.author,
      ])
    }
  }

  private func writeFamilies(to database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO families VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let variant = try database.makeStatement(sql: "INSERT INTO variants VALUES (?, ?, ?, ?, ?)")
    for (number, family) in families.enumerated() {
      try insert.execute(arguments: [
        number, family.id, family.kind, family.canonical, family.template, family.tokens,
        family.documents, family.occurrences, family.nested, family.score,
      ])
      for (index, item) in family.variants.enumerated() {
        try variant.execute(arguments: [
          number, index, item.text, item.documents, item.occurrences,
        ])
      }
    }
  }

  /// Places are many, so numbers are bound without the detour over values.
  private func writePlaces(to database: Database) throws {
    let insert = try database.makeStatement(sql: "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?)")
    let statement = insert.sqliteStatement
    for (number, family) in families.enumerated() {
      for place in family.places {
        sqlite3_bind_int64(statement, 1, Int64(number))
        sqlite3_bind_int64(statement, 2, Int64(place.document))
        sqlite3_bind_int64(statement, 3, Int64(place.start))
        sqlite3_bind_int64(statement, 4, Int64(place.end))
        sqlite3_bind_int64(statement, 5, Int64(place.variant))
        sqlite3_bind_double(statement, 6, Double(place.similarity))
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: .init(rawValue: code)) }
        sqlite3_reset(statement)
      }
    }
  }
}
