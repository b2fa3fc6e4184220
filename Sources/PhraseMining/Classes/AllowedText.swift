internal import ShingleEngine

/// Wording that the user allows, as tokens of the corpus.
package struct AllowedPhrase: Sendable {
  package var tokens: [UInt32]
  /// Whether it must be quoted word for word: then an edited place is a misquotation, else it is
  /// allowed too.
  package var isExact: Bool
  /// For each document, whether the phrase is allowed there; nil for everywhere.
  package var documents: [Bool]?

  package init(tokens: [UInt32], isExact: Bool, documents: [Bool]?) {
    self.tokens = tokens
    self.isExact = isExact
    self.documents = documents
  }
}

/// A place where prescribed wording is not quoted right.
package struct Misquote: Hashable, Sendable {
  /// Positions.
  package var range: Range<Int>
  /// Index of the allowed phrase.
  package var phrase: Int
  package var similarity: Float
}

/// What came of marking allowed wording.
package struct AllowedMarks: Sendable {
  /// Where prescribed wording is not quoted right, rising.
  package var misquotes: [Misquote] = []
  /// The phrases that stand somewhere where they are allowed, or are misquoted there, by index.
  package var used: Set<Int> = []
  /// Ids of the families that tokens are allowed for.
  package var usedFamilies: Set<UInt64> = []
}

/// Marks what is allowed.
struct AllowedText: Sendable {
  let corpus: TokenCorpus
  let phrases: [AllowedPhrase]
  let workers: Workers
  /// The phrases of one wording each, as indices; they may be allowed in different documents.
  private let wordings: [[Int]]

  init(corpus: TokenCorpus, phrases: [AllowedPhrase], workers: Workers) {
    self.corpus = corpus
    self.phrases = phrases
    self.workers = workers
    wordings = Dictionary(grouping: phrases.indices) { phrases[$0].tokens }.values
      .sorted { $0[0] < $1[0] }
  }

  /// Raises the tokens of all places of the phrases to `allowed`, edited ones too.
  func mark(_ classes: Slab<UInt8>) -> AllowedMarks {
    if phrases.isEmpty { return AllowedMarks() }
    let holders = Slab<UInt32>(zeroed: corpus.tokens.count, isSparse: true)
    let parts = corpus.parts(workers.count * 4)
    let exact = markExact(classes, holders, parts)
    let lenient = search(exact: false, holders) { _ in }
    let strict = search(exact: true, holders) {
      $0.minimumMatched = 5
      $0.acceptsPieces = false
      $0.leastOrdered = 0.7
    }
    let marks = workers.map(parts.count) { part in
      var marks = AllowedMarks()
      for (place, phrase) in free(lenient.places(in: parts[part]), exact: false, holders) {
        for position in place.range { classes[position] = TokenClass.allowed.rawValue }
        marks.used.insert(phrase)
      }
      for (place, phrase) in free(strict.places(in: parts[part]), exact: true, holders) {
        marks.misquotes.append(misquote(place, phrase))
        marks.used.insert(phrase)
      }
      marks.misquotes.sort { $0.range.lowerBound < $1.range.lowerBound }
      return marks
    }
    return AllowedMarks(
      misquotes: marks.flatMap(\.misquotes),
      used: marks.reduce(into: exact) { $0.formUnion($1.used) })
  }

  /// Marks the exact places; the phrases that have one.
  private func markExact(
    _ classes: Slab<UInt8>, _ holders: Slab<UInt32>, _ parts: [Range<Int>]
  ) -> Set<Int> {
    var used = Set<Int>()
    let tokens = wordings.map { phrases[$0[0]].tokens }
    let found = PhraseFinder(tokens, in: corpus).occurrences(in: parts, workers: workers)
    for part in found {
      for wording in wordings.indices {
        for position in part[wording] {
          guard let phrase = phrase(wording, at: Int(position)) else { continue }
          used.insert(phrase)
          for token in Int(position)..<Int(position) + tokens[wording].count {
            classes[token] = TokenClass.allowed.rawValue
            holders[token] = UInt32(wording + 1)
          }
        }
      }
    }
    return used
  }

  /// A search for edited places of the wordings that must be quoted word for word, or of those that need
  /// not.
  private func search(
    exact: Bool, _ holders: Slab<UInt32>, _ adapt: (inout VariantRule) -> Void
  ) -> NearPlaceSearch {
    let patterns = wordings.map { wording in
      wording.contains { phrases[$0].isExact == exact } ? phrases[wording[0]].tokens : []
    }
    var rule = VariantRule(
      corpus: corpus, patterns: VariantPatterns(patterns, workers: workers))
    adapt(&rule)
    return NearPlaceSearch(corpus: corpus, rule: rule, holders: holders, workers: workers)
  }

  /// Of `places`, the best first, those that touch neither an exact place nor a better one, each with its
  /// phrase; they are entered among the holders.
  private func free(
    _ places: [NearPlace], exact: Bool, _ holders: Slab<UInt32>
  ) -> [(place: NearPlace, phrase: Int)] {
    places.compactMap { place in
      let wording = Int(place.phrase)
      guard let phrase = phrase(wording, at: place.range.lowerBound, exact: exact),
        !place.range.contains(where: { holders[$0] != 0 })
      else { return nil }
      for position in place.range { holders[position] = UInt32(wording) + 1 }
      return (place, phrase)
    }
  }

  /// The first phrase of `wording` that is allowed in the document at `position`.
  private func phrase(_ wording: Int, at position: Int, exact: Bool? = nil) -> Int? {
    wordings[wording].first { phrase in
      (exact.map { phrases[phrase].isExact == $0 } ?? true)
        && phrases[phrase].documents?[corpus.document(at: position)] ?? true
    }
  }

  private func misquote(_ place: NearPlace, _ phrase: Int) -> Misquote {
    Misquote(
      range: place.range, phrase: phrase,
      similarity: SequenceAlignment.similarity(
        place.range.map { corpus.tokens[$0] }, phrases[phrase].tokens))
  }
}
