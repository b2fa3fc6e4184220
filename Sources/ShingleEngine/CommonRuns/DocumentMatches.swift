internal import Synchronization

/// Looks documents up one by one: what they have in common with drafts.
package final class DocumentMatches: Sendable {
  package let windows: DraftWindows
  private let parts: [DocumentPart]
  /// By part, once one of its documents is asked for: most drafts need none.
  private let matchers = Mutex<[Int: Matcher]>([:])

  package init(_ windows: DraftWindows, in parts: [DocumentPart]) {
    self.windows = windows
    self.parts = parts
  }

  /// The windows that document `number` has in common with the drafts: the place in it and the class of
  /// each, rising. O(n) for a document of n tokens; the first time O(m) for drafts of m tokens.
  package func matches(inDocument number: Int) -> [(offset: Int, window: UInt32)] {
    for index in parts.indices {
      if let range = parts[index].range(ofDocument: number) {
        return matcher(ofPart: index).matches(in: range)
      }
    }
    return []
  }

  private func matcher(ofPart index: Int) -> Matcher {
    matchers.withLock { known in
      if let matcher = known[index] { return matcher }
      let matcher: Matcher =
        switch parts[index].tokens {
        case .corpus(let corpus): .corpus(WindowMatcher(windows, corpus.column))
        case .narrow(let column): .narrow(WindowMatcher(windows, column))
        case .wide(let column): .wide(WindowMatcher(windows, column))
        }
      known[index] = matcher
      return matcher
    }
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
