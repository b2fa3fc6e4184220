internal import ShingleEngine

/// Makes families of placed phrases.
struct FamilyBuilder {
  let text: PhraseText
  let competition: PhraseCompetition
  let phrases: [PlacedPhrase]

  /// The families, in no promised order, and their owners of every position (index + 1, 0 for none).
  func families() -> (families: [Family], owners: Slab<UInt32>) {
    var clustering = FamilyClustering(phrases)
    let clusters = clustering.clusters()
    let owners = Slab<UInt32>(repeating: 0, count: text.corpus.tokens.count)
    for (index, cluster) in clusters.enumerated() {
      for member in cluster { own(phrases[member], as: UInt32(index + 1), owners) }
    }
    var tally = SourceStamps(count: text.corpus.sourceCount)
    let families = clusters.enumerated().map { index, cluster in
      family(cluster, UInt32(index + 1), owners, &tally)
    }
    return (families, owners)
  }

  private func own(_ phrase: PlacedPhrase, as owner: UInt32, _ owners: Slab<UInt32>) {
    for place in phrase.places {
      for position in Int(place)..<Int(place) + phrase.tokens.count { owners[position] = owner }
    }
  }

  private func family(
    _ cluster: [Int], _ owner: UInt32, _ owners: Slab<UInt32>, _ tally: inout SourceStamps
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
      nested: members.reduce(0) { $0 + nested($1, owner, owners) },
      edits: members.dropFirst().compactMap { OneEdit(from: members[0].tokens, to: $0.tokens) })
  }

  /// How often `phrase` occurs wholly inside a place of another family.
  private func nested(
    _ phrase: PlacedPhrase, _ owner: UInt32, _ owners: Slab<UInt32>
  ) -> Int {
    competition.occurrences(of: phrase).count { position in
      let first = owners[Int(position)]
      guard first != 0 && first != owner else { return false }
      return (Int(position)..<Int(position) + phrase.tokens.count).allSatisfy {
        owners[$0] == first
      }
    }
  }
}
