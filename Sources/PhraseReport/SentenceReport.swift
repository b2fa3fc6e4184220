package import PhraseMining

/// One sentence or heading: what it mostly is.
package struct SentenceReport: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32
  package var verdict: Verdict
  package var tokens: Int
  package var classes: ClassCounts

  package init(start: UInt32, end: UInt32, verdict: Verdict, tokens: Int, classes: ClassCounts) {
    self.start = start
    self.end = end
    self.verdict = verdict
    self.tokens = tokens
    self.classes = classes
  }

  /// The tokens that the verdict is about, over all tokens of the sentence.
  package var share: Double {
    let found = verdict.classes.reduce(0) { $0 + classes[$1] }
    return tokens == 0 ? 0 : Double(found) / Double(tokens)
  }
}

/// What a sentence is.
package enum Verdict: String, CaseIterable, Sendable {
  /// Mostly stock phrases.
  case formula
  /// Mostly wording that is allowed, because it is prescribed.
  case mandated
  /// Mostly found in another source, here and there.
  case shared
  /// Mostly in a passage that was copied.
  case copied
  /// In good part found elsewhere.
  case mixed
  /// Mostly not found elsewhere.
  case original

  /// The classes of tokens that speak for the verdict.
  package var classes: [TokenClass] {
    switch self {
    case .formula: [.stock]
    case .mandated: [.allowed]
    case .shared: [.shared]
    case .copied: [.borrowed]
    case .mixed: [.stock, .allowed, .shared, .borrowed]
    case .original: [.original, .repeated]
    }
  }
}
