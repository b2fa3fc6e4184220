/// A stock phrase with its variants and places, in positions of the corpus.
package struct Family: Sendable {
  /// A hash of the canonical tokens' texts: the same in every corpus.
  package var id: UInt64
  package var kind: PhraseKind
  /// Whether the form told the kind.
  package var kindIsSure: Bool
  /// The first is canonical: the most frequent.
  package var variants: [Variant]
  /// All places, rising.
  package var places: [Place]
  /// Distinct counted sources of the places.
  package var sources: Int
  /// Occurrences inside places of other families.
  package var nested: Int
  /// Where variants differ from the canonical tokens.
  package var edits: [OneEdit]

  /// The tokens of the canonical variant.
  package var tokens: [UInt32] { variants[0].tokens }
}

/// One token sequence of a family.
package struct Variant: Sendable {
  package var tokens: [UInt32]
  package var occurrences: Int
  package var sources: Int
}

/// Where a variant stands.
package struct Place: Sendable {
  /// The position of its first token.
  package var position: UInt32
  /// Index in the family's variants.
  package var variant: UInt32
}
