extension DraftWindows {
  /// The windows that document `number` has in common with the drafts: the place in it and the class of
  /// each, rising. O(n + m), for a document of n tokens and drafts of m.
  package func matches(
    inDocument number: Int, of parts: [DocumentPart]
  ) -> [(offset: Int, window: UInt32)] {
    for part in parts {
      guard let range = part.range(ofDocument: number) else { continue }
      switch part.tokens {
      case .corpus(let corpus): return matches(in: range, corpus.column)
      case .narrow(let column): return matches(in: range, column)
      case .wide(let column): return matches(in: range, column)
      }
    }
    return []
  }

  private func matches<Column: TokenColumn>(
    in range: Range<Int>, _ column: Column
  ) -> [(offset: Int, window: UInt32)] {
    var found: [(offset: Int, window: UInt32)] = []
    WindowMatcher(self, column).forEachMatch(in: range) { position, window in
      found.append((position - range.lowerBound, window))
    }
    return found
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
