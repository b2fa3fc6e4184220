internal import ShingleEngine

/// Makes candidates of closed repeats: trims their edges to natural ones and weighs what is left.
struct CandidateFinder: Sendable {
  let text: PhraseText
  let runs: StockRuns
  let repeats: ClosedRepeats
  let edges: PhraseEdges
  let cohesion: Cohesion
  let lengths: PhraseLengths

  /// Places that are looked at for the evidence of an edge.
  private static let sample = 64
  /// What an edge inside a word costs, in tokens of the description length.
  private static let fullEdgeCost = 2.0
  /// The parts of the hashes of candidates: so many lists there are at the end.
  private static let hashParts = 16
  /// Tokens of a stub at most.
  private static let stub = 2

  /// The candidates, each token sequence once: several lists, in each the one that saves most first.
  func candidates(workers: Workers) -> [[Candidate]] {
    let size = 4_096
    let parts = (repeats.repeats.count + size - 1) / size
    let found = workers.map(parts) { part in
      repeats.repeats[part * size..<min((part + 1) * size, repeats.repeats.count)]
        .compactMap(candidate)
    }
    return unique(found, workers)
  }

  private func candidate(_ node: ClosedRepeat) -> Candidate? {
    let members = Int(node.start)..<Int(node.start + node.count)
    let length = Int(node.length)
    let places = sample(members)
    let whole = withoutStubs(places, length)
    let edge = edges.trim(
      at: places[0] + whole.dropped, length: whole.length,
      endsFreely: Self.isMostly(places) {
        text.hasEdge(before: $0 + whole.dropped + whole.length)
      })
    let trimmed = (dropped: whole.dropped + edge.dropped, length: edge.length)
    let first = places[0] + trimmed.dropped
    guard trimmed.length >= lengths.shortest(at: first, length: trimmed.length, in: text)
    else { return nil }
    let edgeCost =
      edgeCost(places) { $0 + trimmed.dropped }
      + edgeCost(places) { $0 + trimmed.dropped + trimmed.length }
    return Candidate(
      length: trimmed.length, shift: trimmed.dropped, members: members,
      sources: Int(node.sources),
      first: Int(repeats.positions[members.lowerBound]) + trimmed.dropped,
      cost: PhraseLengths.cost(at: first, length: trimmed.length, in: text), edgeCost: edgeCost)
  }

  /// Cuts a stub of one or two tokens between an end that is no edge and the punctuation inside: the
  /// rest of the clause before, or the beginning of the next.
  private func withoutStubs(_ places: [Int], _ length: Int) -> (dropped: Int, length: Int) {
    var dropped = 0
    var end = length
    if !Self.isMostly(places, { text.hasEdge(before: $0) }) {
      dropped =
        (1...Self.stub).last { stub in
          stub < length && Self.isMostly(places) { text.hasEdge(before: $0 + stub) }
        } ?? 0
    }
    if !Self.isMostly(places, { text.hasEdge(before: $0 + length) }) {
      end -=
        (1...Self.stub).last { stub in
          stub < length - dropped
            && Self.isMostly(places) { text.hasEdge(before: $0 + length - stub) }
        } ?? 0
    }
    return (dropped, end - dropped)
  }

  /// The positions of the first members in the whole corpus.
  private func sample(_ members: Range<Int>) -> [Int] {
    members.prefix(Self.sample).map { Int(runs.origins[Int(repeats.positions[$0])]) }
  }

  /// Whether `condition` holds for half of `places` or more: asked for until that is known.
  private static func isMostly(_ places: [Int], _ condition: (Int) -> Bool) -> Bool {
    var left = (places.count + 1) / 2
    var others = places.count - left
    for place in places {
      if condition(place) {
        left -= 1
        if left <= 0 { return true }
      } else {
        others -= 1
        if others < 0 { return false }
      }
    }
    return true
  }

  /// What it costs to cut before `edge` of each place: nothing at punctuation, most inside a word.
  private func edgeCost(_ places: [Int], _ edge: (Int) -> Int) -> Double {
    var sum = 0.0
    // Many places have the same two tokens there.
    var pair = (TokenCorpus.slot, TokenCorpus.slot)
    var held = cohesion.of(pair.0, pair.1)
    for place in places {
      let position = edge(place)
      if text.hasEdge(before: position) { continue }
      let here = (text.corpus.tokens[position - 1], text.corpus.tokens[position])
      if here != pair { (pair, held) = (here, cohesion.of(here.0, here.1)) }
      sum += held
    }
    return Self.fullEdgeCost * min(1, 2 * sum / Double(places.count))
  }

  /// Drops candidates whose tokens are those of another with as many or more places: by parts of the hashes
  /// of their tokens, side by side.
  private func unique(_ found: [[Candidate]], _ workers: Workers) -> [[Candidate]] {
    let tokens = runs.corpus.tokens
    let hashes = workers.map(found.count) { part in
      found[part].map { TokenHash.hash(of: tokens, at: $0.first, length: $0.length) }
    }
    return workers.map(Self.hashParts) { hashPart in
      var sequences = SequenceTable(of: tokens)
      var kept: [Candidate] = []
      for (hashes, candidates) in zip(hashes, found) {
        for (hash, candidate) in zip(hashes, candidates)
        where hash % UInt64(Self.hashParts) == hashPart {
          let number = sequences.insert(
            at: candidate.first, length: candidate.length, hash: hash)
          if number == kept.count {
            kept.append(candidate)
          } else if isBetter(candidate, than: kept[number]) {
            kept[number] = candidate
          }
        }
      }
      return kept.sorted { $0.priority(sources: $0.sources) > $1.priority(sources: $1.sources) }
    }
  }

  /// More members, or the same number and an earlier one at the front, or fewer tokens cut off before it: never the
  /// order of the repeats, which follows their hashes. No two are the same in all of these.
  private func isBetter(_ candidate: Candidate, than other: Candidate) -> Bool {
    (-candidate.members.count, candidate.first, candidate.shift)
      < (-other.members.count, other.first, other.shift)
  }
}

/// The lengths and costs that phrases are chosen by.
package struct PhraseLengths: Sendable {
  /// The shortest phrase of characters, and of words: shorter than what is reported (mining shorter
  /// gives short units their own places, so that long ones come out unpadded).
  let shortestCharacters: Int
  let shortestWords: Int
  /// What stating a phrase costs, in tokens.
  static let characterCost = 3.0
  static let wordCost = 2.0

  /// - Parameters:
  ///   - characters: k of the documents of characters.
  ///   - words: k of the documents of words.
  package init(characters: Int, words: Int) {
    shortestCharacters = max(1, min(5, characters - 1))
    shortestWords = max(1, min(4, words - 1))
  }

  /// The shortest phrase for the script of the tokens at `position`.
  func shortest(at position: Int, length: Int, in text: PhraseText) -> Int {
    Self.isOfWords(at: position, length: length, in: text)
      ? shortestWords : shortestCharacters
  }

  /// The cost for the script of the tokens at `position`.
  static func cost(at position: Int, length: Int, in text: PhraseText) -> Double {
    isOfWords(at: position, length: length, in: text) ? wordCost : characterCost
  }

  static func isOfWords(at position: Int, length: Int, in text: PhraseText) -> Bool {
    var words = 0
    var characters = 0
    for offset in 0..<length {
      let token = text.corpus.tokens[position + offset]
      if token >= TokenCorpus.firstWord { words += 1 } else if token != 0 { characters += 1 }
    }
    return words > characters
  }
}
