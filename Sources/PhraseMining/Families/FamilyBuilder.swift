internal import ShingleEngine

/// Makes families of placed phrases.
struct FamilyBuilder: Sendable {
  let text: PhraseText
  let phrases: [PlacedPhrase]
  /// Takes the family of every position, index + 1; 0 for none.
  let owners: Slab<UInt32>
  let workers: Workers
  private let kinds: KindClassifier

  /// Families that one task makes.
  private static let chunk = 32

  init(
    text: PhraseText, phrases: [PlacedPhrase], owners: Slab<UInt32>, workers: Workers
  ) {
    self.text = text
    self.phrases = phrases
    self.owners = owners
    self.workers = workers
    kinds = KindClassifier(text: text)
  }

  /// The families, in no promised order, and the phrases in their own; the places are entered among the
  /// owners, and nothing else.
  func families() -> (families: [Family], phrases: [KnownPhrase]) {
    let clusters = FamilyClustering(phrases).clusters(workers: workers)
    let parts = text.corpus.parts(workers.count * 8).map { text.corpus.range(of: $0) }
    workers.forEach(parts.count) { part in for index in parts[part] { owners[index] = 0 } }
    workers.forEach(clusters.count) { index in
      for member in clusters[index] { own(phrases[member], as: UInt32(index + 1)) }
    }
    let families = workers.map((clusters.count + Self.chunk - 1) / Self.chunk) { task in
      var tally = SourceStamps(count: text.corpus.sourceCount)
      return (task * Self.chunk..<min((task + 1) * Self.chunk, clusters.count)).map {
        family(clusters[$0], UInt32($0 + 1), &tally)
      }
    }.flatMap { $0 }
    return (families, known(clusters))
  }

  private func known(_ clusters: [[Int]]) -> [KnownPhrase] {
    var known = phrases.map { KnownPhrase(tokens: $0.tokens, family: 0, variant: 0) }
    for (family, cluster) in clusters.enumerated() {
      for (variant, member) in cluster.enumerated() {
        known[member].family = family
        known[member].variant = variant
      }
    }
    return known
  }

  private func own(_ phrase: PlacedPhrase, as owner: UInt32) {
    for place in phrase.places {
      for position in Int(place)..<Int(place) + phrase.tokens.count { owners[position] = owner }
    }
    for place in phrase.edited { for position in place { owners[position] = owner } }
  }

  private func family(
    _ cluster: [Int], _ owner: UInt32, _ tally: inout SourceStamps
  ) -> Family {
    let members = cluster.map { phrases[$0] }
    var placed = exactPlaces(of: members)
    placed.variants += nearVariants(of: members, &placed.places)
    count(placed.places, &placed.variants, &tally)
    placed.places.sort { $0.position < $1.position }
    tally.clear()
    for place in placed.places { tally.add(text.corpus.source(at: Int(place.position))) }
    let kind = kinds.kind(of: members[0].tokens, places: members[0].places)
    return Family(
      id: TokenHash.stableHash(of: members[0].tokens.map { text.text(ofToken: $0) }),
      kind: kind.kind, kindIsSure: kind.isSure, variants: placed.variants,
      places: placed.places, sources: tally.count,
      nested: members.reduce(0) { $0 + nested($1, owner) },
      alternations: Alternation.alternations(of: placed.variants))
  }

  /// Counts the places and sources of each variant: a member may also stand with a break in it.
  private func count(
    _ places: [Place], _ variants: inout [Variant], _ tally: inout SourceStamps
  ) {
    var positions = [[UInt32]](repeating: [], count: variants.count)
    for place in places { positions[Int(place.variant)].append(place.position) }
    for variant in variants.indices {
      tally.clear()
      for position in positions[variant] { tally.add(text.corpus.source(at: Int(position))) }
      variants[variant].occurrences = positions[variant].count
      variants[variant].sources = tally.count
    }
  }

  private func exactPlaces(
    of members: [PlacedPhrase]
  ) -> (variants: [Variant], places: [Place]) {
    var variants: [Variant] = []
    var places: [Place] = []
    for (variant, member) in members.enumerated() {
      for position in member.places {
        places.append(Place(position: position, variant: UInt32(variant), similarity: 1))
      }
      variants.append(Variant(tokens: member.tokens, occurrences: 0, sources: 0, similarity: 1))
    }
    return (variants, places)
  }

  /// The edited wordings of `members`, the most frequent first, the earliest on a tie; their places are
  /// added to `places`.
  private func nearVariants(
    of members: [PlacedPhrase], _ places: inout [Place]
  ) -> [Variant] {
    var wordings: [[UInt32]: [Int]] = [:]
    for member in members {
      for place in member.edited {
        wordings[text.tokens(place), default: []].append(place.lowerBound)
      }
    }
    let sorted = wordings.map { (tokens: $0.key, positions: $0.value.sorted()) }.sorted {
      ($1.positions.count, $0.positions[0]) < ($0.positions.count, $1.positions[0])
    }
    var variants: [Variant] = []
    for wording in sorted {
      let known = members.firstIndex { $0.tokens == wording.tokens }
      let best = SequenceAlignment.bestAgreement(wording.tokens, members.map(\.tokens))
      for position in wording.positions {
        let breaks = breaks(in: position..<position + wording.tokens.count)
        places.append(
          Place(
            position: UInt32(position), variant: UInt32(known ?? members.count + variants.count),
            similarity: best.similarity(across: breaks)))
      }
      if known != nil { continue }
      variants.append(
        Variant(
          tokens: wording.tokens, occurrences: 0, sources: 0, similarity: best.similarity))
    }
    return variants
  }

  private func breaks(in range: Range<Int>) -> Int {
    range.dropFirst().count { text.corpus.startsBlock($0) }
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
