internal import ShingleEngine

/// Makes families of placed phrases.
struct FamilyBuilder: Sendable {
  let text: PhraseText
  let phrases: [PlacedPhrase]
  /// Takes the family of every position, index + 1; 0 for none.
  let owners: Slab<UInt32>
  let workers: Workers

  /// Families that one task makes.
  private static let chunk = 32

  /// The families, in no promised order; their places are entered among the owners, and nothing else.
  func families() -> [Family] {
    let clusters = FamilyClustering(phrases).clusters(workers: workers)
    let parts = text.corpus.parts(workers.count * 8).map { text.corpus.range(of: $0) }
    workers.forEach(parts.count) { part in for index in parts[part] { owners[index] = 0 } }
    workers.forEach(clusters.count) { index in
      for member in clusters[index] { own(phrases[member], as: UInt32(index + 1)) }
    }
    return workers.map((clusters.count + Self.chunk - 1) / Self.chunk) { task in
      var tally = SourceStamps(count: text.corpus.sourceCount)
      return (task * Self.chunk..<min((task + 1) * Self.chunk, clusters.count)).map {
        family(clusters[$0], UInt32($0 + 1), &tally)
      }
    }.flatMap { $0 }
  }

  private func own(_ phrase: PlacedPhrase, as owner: UInt32) {
    for place in phrase.places {
      for position in Int(place)..<Int(place) + phrase.tokens.count { owners[position] = owner }
    }
  }

  private func family(
    _ cluster: [Int], _ owner: UInt32, _ tally: inout SourceStamps
  ) -> Family {
    let members = cluster.map { phrases[$0] }
    var places: [Place] = []
    tally.clear()
    for (variant, member) in members.enumerated() {
      for position in member.places {
        places.append(Place(position: position, variant: UInt32(variant)))
        tally.add(text.corpus.source(at: Int(position)))
      }
    }
    places.sort { $0.position < $1.position }
    let kind = KindClassifier(text: text).kind(of: members[0].tokens, places: members[0].places)
    return Family(
      id: TokenHash.stableHash(of: members[0].tokens.map { text.text(ofToken: $0) }),
      kind: kind.kind, kindIsSure: kind.isSure,
      variants: members.map {
        Variant(tokens: $0.tokens, occurrences: $0.places.count, sources: $0.sources)
      },
      places: places, sources: tally.count,
      nested: members.reduce(0) { $0 + nested($1, owner) },
      edits: members.dropFirst().compactMap { OneEdit(from: members[0].tokens, to: $0.tokens) })
  }

  /// How often `phrase` occurs wholly inside a place of another family.
  private func nested(_ phrase: PlacedPhrase, _ owner: UInt32) -> Int {
    phrase.occurrences.count { position in
      let first = owners[Int(position)]
      guard first != 0 && first != owner else { return false }
      return (Int(position)..<Int(position) + phrase.tokens.count).allSatisfy {
        owners[$0] == first
      }
    }
  }
}
