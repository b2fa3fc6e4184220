package import PhraseMining
internal import ShingleEngine

extension Findings {
  /// Classes, owners by family id, and families by id with their places: what must be the same for any
  /// number of threads and any width of the hash.
  package var summary: [String] {
    var lines = (0..<classes.count).map { position in
      let owner = Int(owners[position])
      return "\(classes[position]) \(owner == 0 ? 0 : families[owner - 1].id)"
    }
    lines += families.map { family in
      "\(family.id) \(family.sources) \(family.nested) \(family.places.map(\.position))"
    }.sorted()
    return lines
  }
}

extension PlainCorpus {
  /// What is wrong with the places and owners of `findings` by D3: every stock token has one owner, places
  /// are exact and never overlap; nil where nothing is.
  package func ownershipFault(in findings: Findings) -> String? {
    let tokens = Array(documents.joined().joined())
    var covered = Set<Int>()
    for (index, family) in findings.families.enumerated() {
      for place in family.places {
        let variant = family.variants[Int(place.variant)].tokens
        let range = Int(place.position)..<Int(place.position) + variant.count
        if Array(tokens[range]) != variant { return "the place at \(range) is not its variant" }
        if !covered.isDisjoint(with: range) { return "the place at \(range) overlaps another" }
        covered.formUnion(range)
        for position in range where Int(findings.owners[position]) != index + 1 {
          return "position \(position) in a place of another family than its owner"
        }
      }
    }
    for position in tokens.indices
    where findings.classes[position] == TokenClass.stock.rawValue && findings.owners[position] == 0
    {
      return "position \(position) is stock without an owner"
    }
    return nil
  }
}
