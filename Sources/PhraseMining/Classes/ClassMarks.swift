internal import ShingleEngine

/// The flags of a survey and what they ask: the bridge from windows to the classes of tokens.
package enum WindowFlag {
  package static let stock = (unspaced: UInt8(1 << 0), spaced: UInt8(1 << 1))
  package static let shared = (unspaced: UInt8(1 << 2), spaced: UInt8(1 << 3))
  package static let copied = (unspaced: UInt8(1 << 4), spaced: UInt8(1 << 5))

  /// The plan of a survey for `settings`, given which scripts occur.
  static func plan(for settings: MiningSettings, unspaced: Bool, spaced: Bool) -> SurveyPlan {
    var plan = SurveyPlan()
    plan.curve = settings.curve
    for isSpaced in [false, true] where isSpaced ? spaced : unspaced {
      plan.questions += [
        .init(
          length: settings.shingleLength.of(isSpaced: isSpaced),
          minimumSources: settings.minimumSources, flag: isSpaced ? stock.spaced : stock.unspaced),
        .init(
          length: settings.sharedLength.of(isSpaced: isSpaced), minimumSources: nil,
          flag: isSpaced ? shared.spaced : shared.unspaced),
        .init(
          length: settings.copiedLength.of(isSpaced: isSpaced), minimumSources: nil,
          flag: isSpaced ? copied.spaced : copied.unspaced),
      ]
      plan.kept[seedLength(settings, isSpaced: isSpaced)] = 1
    }
    return plan
  }

  /// Seeds of copies: half the borrowed length, rounded up.
  static func seedLength(_ settings: MiningSettings, isSpaced: Bool) -> Int {
    (settings.borrowedLength.of(isSpaced: isSpaced) + 1) / 2
  }
}

/// Writes the classes of tokens from marked windows, a higher class over a lower.
struct ClassMarks: Sendable {
  let corpus: TokenCorpus
  let flags: Slab<UInt8>
  let classes: Slab<UInt8>

  /// Raises the tokens of each flagged window of `document` to `tokenClass`.
  func raise(_ document: Int, flag: UInt8, length: Int, to tokenClass: TokenClass) {
    var covered = 0
    for position in corpus.range(of: document) where flags[position] & flag != 0 {
      for token in max(position, covered)..<position + length {
        classes[token] = max(classes[token], tokenClass.rawValue)
      }
      covered = position + length
    }
  }

  /// The maximal runs of `tokenClass` in `document`, each inside one block, rising.
  func runs(of tokenClass: TokenClass, in document: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    let range = corpus.range(of: document)
    for position in range {
      if let first = start, corpus.startsBlock(position) {
        runs.append(first..<position)
        start = nil
      }
      if classes[position] == tokenClass.rawValue {
        start = start ?? position
      } else if let first = start {
        runs.append(first..<position)
        start = nil
      }
    }
    if let first = start { runs.append(first..<range.upperBound) }
    return runs
  }
}
