package import PhraseMining

/// A stock phrase with its variants and places.
package struct FamilyReport: Sendable {
  /// A hash of the canonical tokens, 16 hexadecimal digits.
  package var id: String
  package var kind: PhraseKind
  /// Whether the form told the kind; an unsure phrase is called a formula.
  package var kindIsSure: Bool
  /// The most frequent variant as it is most often written.
  package var canonical: String
  /// The canonical text with `{slot}` and alternations `{a|b}`.
  package var template: String
  /// Tokens of the canonical variant.
  package var tokens: Int
  /// Distinct sources of the places.
  package var documents: Int
  /// The number of places.
  package var occurrences: Int
  /// Further occurrences inside places of longer families.
  package var nested: Int
  /// Names of the series that its places stand in, rising.
  package var series: [String] = []
  /// Whether all places are in one series: the style of one house.
  package var isHouse = false
  /// The first and the last year of documents that have it and are dated.
  package var years: ClosedRange<Int>?
  /// Tokens in its places.
  package var placeTokens = 0
  /// How formulaic it is, from 0 to 100: by documents, spread over series, length and surprise.
  package var score = 0.0
  package var variants: [VariantReport]
  /// In order of document and start.
  package var places: [PlaceReport]

  package init(
    id: String, kind: PhraseKind, kindIsSure: Bool, canonical: String, template: String,
    tokens: Int, documents: Int, occurrences: Int, nested: Int, variants: [VariantReport],
    places: [PlaceReport]
  ) {
    self.id = id
    self.kind = kind
    self.kindIsSure = kindIsSure
    self.canonical = canonical
    self.template = template
    self.tokens = tokens
    self.documents = documents
    self.occurrences = occurrences
    self.nested = nested
    self.variants = variants
    self.places = places
  }

  /// The documents that have it (indices), rising.
  package var holders: [Int] {
    var holders: [Int] = []
    for place in places where holders.last != Int(place.document) {
      holders.append(Int(place.document))
    }
    return holders
  }
}

/// One token sequence of a family, as it is most often written.
package struct VariantReport: Hashable, Sendable {
  package var text: String
  package var documents: Int
  package var occurrences: Int

  package init(text: String, documents: Int, occurrences: Int) {
    self.text = text
    self.documents = documents
    self.occurrences = occurrences
  }
}

/// Where a variant of a family stands.
package struct PlaceReport: Hashable, Sendable {
  package var document: Int32
  package var start: UInt32
  package var end: UInt32
  package var line: UInt32
  package var column: UInt32
  /// Index in the family's variants.
  package var variant: Int32
  package var similarity: Float

  package init(
    document: Int32, start: UInt32, end: UInt32, line: UInt32, column: UInt32, variant: Int32,
    similarity: Float
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.variant = variant
    self.similarity = similarity
  }
}
