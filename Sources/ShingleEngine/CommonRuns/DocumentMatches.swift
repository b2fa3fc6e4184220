/// Looks documents up one by one: what they have in common with drafts.
package struct DocumentMatches: Sendable {
  package let windows: DraftWindows
  private let parts: [DocumentPart]
  private let matchers: [Matcher]

  /// O(m) for drafts of m tokens, for each part.
  package init(_ windows: DraftWindows, in parts: [DocumentPart]) {
    self.windows = windows
    self.parts = parts
    matchers = parts.map { part in
      switch part.tokens {
      case .corpus(let corpus): .corpus(WindowMatcher(windows, corpus.column))
      case .narrow(let column): .narrow(WindowMatcher(windows, column))
      case .wide(let column): .wide(WindowMatcher(windows, column))
      }
    }
  }

  /// The windows that document `number` has in common with the drafts: the place in it and the class of
  /// each, rising. O(n) for a document of n tokens.
  package func matches(inDocument number: Int) -> [(offset: Int, window: UInt32)] {
    for (part, matcher) in zip(parts, matchers) {
      if let range = part.range(ofDocument: number) { return matcher.matches(in: range) }
    }
    return []
  }

  /// For the tokens of each kind of part.
  private enum Matcher: Sendable {
    case corpus(WindowMatcher<TokenCorpus.Column>)
    case narrow(WindowMatcher<CodeColumn<UInt16>>)
    case wide(WindowMatcher<CodeColumn<UInt32>>)

    func matches(in range: Range<Int>) -> [(offset: Int, window: UInt32)] {
      switch self {
      case .corpus(let matcher): matches(in: range, matcher)
      case .narrow(let matcher): matches(in: range, matcher)
      case .wide(let matcher): matches(in: range, matcher)
      }
    }

    private func matches<Column: TokenColumn>(
      in range: Range<Int>, _ matcher: WindowMatcher<Column>
    ) -> [(offset: Int, window: UInt32)] {
      var found: [(offset: Int, window: UInt32)] = []
      matcher.forEachMatch(in: range) { position, window in
        found.append((position - range.lowerBound, window))
      }
      return found
    }
  }
}

extension Sketches {
  /// The sketch of document `number` of `parts`, of windows of `length`. O(n).
  package static func sketch(
    ofDocument number: Int, in parts: [DocumentPart], length: Int
  ) -> [UInt64] {
    for part in parts {
      if let range = part.range(ofDocument: number) {
        return sketch(of: range, in: part.tokens, length: length)
      }
    }
    return []
  }
}
