internal import ShingleEngine

/// Growing a chosen phrase over an edge that is none.
///
/// The choice cuts phrases short where their longer form is a little rarer. An edge is none if it
/// lies inside a word, before a 的 whose noun is missing, before a token that nearly always follows, or
/// if a phrase begins with a bare number; nor where a little more reaches punctuation at most places,
/// or the next clause nearly always follows.
extension PhraseSelection {
  /// Mean cohesion from which an edge is taken to lie inside a word.
  private static var wordCohesion: Double { 0.3 }
  /// Places that are looked at for the evidence of an edge.
  private static var sample: Int { 64 }
  /// Of the tokens that a phrase covered, so many must be covered by the grown one.
  private static var keptCoverage: Double { 0.7 }
  private static var longCharacters: Int { 10 }
  private static var longWords: Int { 6 }
  /// 的.
  private static var attributive: UInt32 { 0x7684 }

  /// Takes neighbouring tokens while they stand at enough places and in enough sources; undoes what
  /// ends unnaturally.
  mutating func grow(_ phrase: PhrasePlaces) -> PhrasePlaces {
    var best = phrase
    for side in [PhrasePlaces.Side.left, .right] {
      if !isMostlyEdge(best, side) { best = grownToEdge(best, side) }
      while isLong(best), isMostlyEdge(best, side), let longer = grownOverClause(best, side) {
        best = longer
      }
    }
    return best
  }

  /// The phrase with what belongs to it up to the next punctuation.
  private mutating func grownToEdge(
    _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> PhrasePlaces {
    let wasOpen = isOpen(phrase, side)
    guard wasOpen || isLong(phrase) else { return phrase }
    var best = phrase
    var grown = phrase
    while let longer = step(grown, side) {
      grown = longer
      if isMostlyEdge(grown, side) {
        let natural = natural(grown)
        return natural.length > best.length && (wasOpen || isWorthwhile(grown, from: best, side))
          ? natural : best
      }
      if wasOpen && natural(grown).length == grown.length && !isOpen(grown, side) { best = grown }
    }
    // Nothing goes on from here at most places: that is an edge too (Harris, 1955).
    let end = natural(grown)
    if isLong(phrase) && end.length > best.length && keepsCoverage(grown, of: phrase)
      && !isOpen(end, side)
    {
      best = end
    }
    return best
  }

  /// The phrase with the next clause, if that nearly always follows in the same sentence.
  private mutating func grownOverClause(
    _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> PhrasePlaces? {
    guard var grown = step(phrase, side, overMark: true) else { return nil }
    while !isMostlyEdge(grown, side), let longer = step(grown, side) { grown = longer }
    let natural = natural(grown)
    return natural.length > phrase.length && keepsCoverage(grown, of: phrase) ? natural : nil
  }

  /// Whether growing to a natural edge is worth the places that it costs: it covers nearly as much as
  /// before, or the phrase hardly ever ends where it did and a little is missing.
  private func isWorthwhile(
    _ grown: PhrasePlaces, from phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> Bool {
    if keepsCoverage(grown, of: phrase) { return true }
    return 10 * edgeShare(phrase, side) <= 1
      && grown.length - phrase.length <= max(4, phrase.length / 3)
  }

  /// Whether the phrase is so long that it is rather a sentence than a name, which stands in many
  /// surroundings.
  private func isLong(_ phrase: PhrasePlaces) -> Bool {
    let words = PhraseLengths.isOfWords(
      at: Int(runs.origins[phrase.places[0]]), length: phrase.length, in: text)
    return phrase.length >= (words ? Self.longWords : Self.longCharacters)
  }

  private func keepsCoverage(_ grown: PhrasePlaces, of phrase: PhrasePlaces) -> Bool {
    Double(grown.length * grown.places.count)
      >= Self.keptCoverage * Double(phrase.length * phrase.places.count)
  }

  /// Whether the edge of most places is no edge of a phrase.
  private func isOpen(_ phrase: PhrasePlaces, _ side: PhrasePlaces.Side) -> Bool {
    if isMostlyEdge(phrase, side) { return false }
    let outer = phrase.places.prefix(Self.sample).map { origin(beside: $0, phrase, side) }
    let tokens = text.corpus.tokens
    let cohesions = outer.reduce(0.0) { sum, position in
      let edge = side == .left ? position + 1 : position
      return text.hasEdge(before: edge)
        ? sum : sum + cohesion.of(tokens[edge - 1], tokens[edge])
    }
    if cohesions >= Self.wordCohesion * Double(outer.count) { return true }
    if side == .left { return runs.corpus.tokens[phrase.places[0]] == TokenCorpus.slot }
    let next = outer.map { text.hasEdge(before: $0) ? nil : tokens[$0] }
    if 2 * next.count(where: { $0 == Self.attributive }) >= next.count { return true }
    guard let token = Self.mostFrequent(next) else { return false }
    return 5 * next.count(where: { $0 == token }) >= 4 * next.count
  }

  /// The position in the whole corpus of the token beside a place.
  private func origin(
    beside place: Int, _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side
  ) -> Int {
    side == .left
      ? Int(runs.origins[place]) - 1 : Int(runs.origins[place + phrase.length - 1]) + 1
  }

  private func isMostlyEdge(_ phrase: PhrasePlaces, _ side: PhrasePlaces.Side) -> Bool {
    edgeShare(phrase, side) >= 0.5
  }

  /// The share of places at which punctuation or the end of a block stands on `side`.
  private func edgeShare(_ phrase: PhrasePlaces, _ side: PhrasePlaces.Side) -> Double {
    let places = phrase.places.prefix(Self.sample)
    let free = places.count { place in
      let beside = origin(beside: place, phrase, side)
      return text.hasEdge(before: side == .left ? beside + 1 : beside)
    }
    return Double(free) / Double(places.count)
  }

  private mutating func step(
    _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side, overMark: Bool = false
  ) -> PhrasePlaces? {
    let neighbours = phrase.places.map { neighbour(of: $0, phrase, side, overMark: overMark) }
    guard let token = Self.mostFrequent(neighbours) else { return nil }
    tally.clear()
    var places: [Int] = []
    for (place, neighbour) in zip(phrase.places, neighbours) where neighbour == token {
      places.append(side == .left ? place - 1 : place)
      tally.add(runs.corpus.source(at: place))
    }
    guard tally.count >= minimumSources else { return nil }
    return PhrasePlaces(places: places, length: phrase.length + 1)
  }

  /// The token that two fifths of `neighbours` or more have: the more frequent one of two, the smaller on a tie.
  ///
  /// No more than two tokens can have more than a third each: they are left when what differs is crossed out by threes
  /// (Misra and Gries, 1982).
  private static func mostFrequent(_ neighbours: [UInt32?]) -> UInt32? {
    var left: (token: UInt32?, count: Int) = (nil, 0)
    var right: (token: UInt32?, count: Int) = (nil, 0)
    for case .some(let token) in neighbours {
      if token == left.token {
        left.count += 1
      } else if token == right.token {
        right.count += 1
      } else if left.count == 0 {
        left = (token, 1)
      } else if right.count == 0 {
        right = (token, 1)
      } else {
        left.count -= 1
        right.count -= 1
      }
    }
    left.count = 0
    right.count = 0
    for case .some(let token) in neighbours {
      if token == left.token { left.count += 1 } else if token == right.token { right.count += 1 }
    }
    guard let first = left.token else { return nil }
    var best = (token: first, count: left.count)
    if let second = right.token, (right.count, first) > (best.count, second) {
      best = (second, right.count)
    }
    return 5 * best.count >= 2 * neighbours.count ? best.token : nil
  }

  /// The free token beside a place, unless the end of a sentence or of the run comes between, or,
  /// without `overMark`, any punctuation.
  private func neighbour(
    of place: Int, _ phrase: PhrasePlaces, _ side: PhrasePlaces.Side, overMark: Bool
  ) -> UInt32? {
    let beside = side == .left ? place - 1 : place + phrase.length
    let edge = side == .left ? place : beside
    guard !runs.corpus.startsBlock(edge) else { return nil }
    let boundary = text.boundary(before: Int(runs.origins[edge]))
    guard boundary.isDisjoint(with: overMark ? [.sentenceEnd, .blockStart] : .edge),
      covered.isEmpty(in: beside..<beside + 1)
    else { return nil }
    return runs.corpus.tokens[beside]
  }

  /// The phrase without particles at its ends.
  private func natural(_ phrase: PhrasePlaces) -> PhrasePlaces {
    let trimmed = edges.trim(
      at: Int(runs.origins[phrase.places[0]]), length: phrase.length,
      endsFreely: isMostlyEdge(phrase, .right))
    return PhrasePlaces(
      places: phrase.places.map { $0 + trimmed.dropped }, length: trimmed.length)
  }
}
