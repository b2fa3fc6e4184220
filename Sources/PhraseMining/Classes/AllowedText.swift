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

/// Marks what is allowed.
struct AllowedText: Sendable {
  let corpus: TokenCorpus
  let phrases: [AllowedPhrase]
  let workers: Workers

  /// Raises the tokens of all places of the phrases to `allowed`, edited ones too; the misquotations,
  /// rising.
  func mark(_ classes: Slab<UInt8>) -> [Misquote] {
    if phrases.isEmpty { return [] }
    let holders = Slab<UInt32>(zeroed: corpus.tokens.count, isSparse: true)
    let parts = corpus.parts(workers.count * 4)
    markExact(classes, holders, parts)
    let lenient = search(phrases.map { $0.isExact ? [] : $0.tokens }, holders) { _ in }
    let strict = search(phrases.map { $0.isExact ? $0.tokens : [] }, holders) {
      $0.minimumMatched = 5
      $0.acceptsPieces = false
      $0.leastOrdered = 0.7
    }
    return workers.map(parts.count) { part in
      for place in free(lenient.places(in: parts[part]), holders) {
        for position in place.range { classes[position] = TokenClass.allowed.rawValue }
      }
      return free(strict.places(in: parts[part]), holders).map(misquote)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }.flatMap { $0 }
  }

  private func markExact(
    _ classes: Slab<UInt8>, _ holders: Slab<UInt32>, _ parts: [Range<Int>]
  ) {
    var first: [[UInt32]: Int] = [:]
    for (index, phrase) in phrases.enumerated() where first[phrase.tokens] == nil {
      first[phrase.tokens] = index
    }
    let sequences = first.values.sorted()
    let found = PhraseFinder(sequences.map { phrases[$0].tokens }, in: corpus)
      .occurrences(in: parts, workers: workers)
    for part in found {
      for (number, phrase) in sequences.enumerated() {
        for position in part[number] where isAllowed(phrase, at: Int(position)) {
          for token in Int(position)..<Int(position) + phrases[phrase].tokens.count {
            classes[token] = TokenClass.allowed.rawValue
            holders[token] = UInt32(phrase + 1)
          }
        }
      }
    }
  }

  private func search(
    _ patterns: [[UInt32]], _ holders: Slab<UInt32>, _ adapt: (inout VariantRule) -> Void
  ) -> NearPlaceSearch {
    var rule = VariantRule(
      corpus: corpus, patterns: VariantPatterns(patterns, workers: workers))
    adapt(&rule)
    return NearPlaceSearch(corpus: corpus, rule: rule, holders: holders)
  }

  /// Of `places`, the best first, those that touch neither an exact place nor a better one; they are
  /// entered among the holders.
  private func free(_ places: [NearPlace], _ holders: Slab<UInt32>) -> [NearPlace] {
    places.filter { place in
      guard isAllowed(Int(place.phrase), at: place.range.lowerBound),
        !place.range.contains(where: { holders[$0] != 0 })
      else { return false }
      for position in place.range { holders[position] = UInt32(place.phrase) + 1 }
      return true
    }
  }

  private func isAllowed(_ phrase: Int, at position: Int) -> Bool {
    phrases[phrase].documents?[corpus.document(at: position)] ?? true
  }

  private func misquote(_ place: NearPlace) -> Misquote {
    let tokens = phrases[Int(place.phrase)].tokens
    return Misquote(
      range: place.range, phrase: Int(place.phrase),
      similarity: SequenceAlignment.similarity(place.range.map { corpus.tokens[$0] }, tokens))
  }
}
