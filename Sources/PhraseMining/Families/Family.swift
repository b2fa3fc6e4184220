/// A stock phrase with its variants and places, in positions of the corpus.
package struct Family: Sendable {
  /// A hash of the canonical tokens' texts: the same in every corpus.
  package var id: UInt64
  package var kind: PhraseKind
  /// Whether the form told the kind.
  package var kindIsSure: Bool
  /// The first is canonical: the most frequent. Those that recur exactly come before edited ones.
  package var variants: [Variant]
  /// All places, rising.
  package var places: [Place]
  /// Distinct counted sources of the places.
  package var sources: Int
  /// Occurrences inside places of other families.
  package var nested: Int
  /// Where variants differ from the canonical tokens.
  package var alternations: [Alternation]

  /// The tokens of the canonical variant.
  package var tokens: [UInt32] { variants[0].tokens }

  /// The place that covers `position`, if one does. O(log n).
  package func place(at position: Int) -> Place? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].position) <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let place = places[low - 1]
    let end = Int(place.position) + variants[Int(place.variant)].tokens.count
    return position < end ? place : nil
  }
}

/// One token sequence of a family.
package struct Variant: Sendable {
  package var tokens: [UInt32]
  package var occurrences: Int
  /// Distinct counted sources of its places.
  package var sources: Int
  /// 1 where the sequence recurs exactly; below 1 for a near variant: the tokens that it has in common
  /// with the most similar exact one in order, over the length of the longer.
  package var similarity: Float
}

/// Where a variant stands.
package struct Place: Sendable {
  /// The position of its first token.
  package var position: UInt32
  /// Index in the family's variants.
  package var variant: UInt32
  /// That of the variant; less where a break between blocks runs through the place.
  package var similarity: Float
}
