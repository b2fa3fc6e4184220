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

  /// Calls `body` with each window that document `number` has in common with the drafts: its place in the document and
  /// its class, places rising. O(n) for a document of n tokens; the first time O(m) for drafts of m tokens.
  ///
  /// Of one character a million times over there are a million: so they are not listed.
  package func forEachMatch(
    inDocument number: Int, _ body: (_ offset: Int, _ window: UInt32) -> Void
  ) {
    for index in parts.indices {
      if let range = parts[index].range(ofDocument: number) {
        return matcher(ofPart: index).forEachMatch(in: range, body)
      }
    }
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

    func forEachMatch(in range: Range<Int>, _ body: (Int, UInt32) -> Void) {
      let start = range.lowerBound
      switch self {
      case .corpus(let matcher): matcher.forEachMatch(in: range) { body($0 - start, $1) }
      case .narrow(let matcher): matcher.forEachMatch(in: range) { body($0 - start, $1) }
      case .wide(let matcher): matcher.forEachMatch(in: range) { body($0 - start, $1) }
      }
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
