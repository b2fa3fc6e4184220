internal import ShingleEngine

/// The flags of a survey and what they ask: the bridge from windows to the classes of tokens.
package enum WindowFlag {
  /// The flag of a question for documents of characters, and for those of words.
  package struct Pair: Sendable {
    package let unspaced: UInt8
    package let spaced: UInt8

    fileprivate init(bit: UInt8) {
      unspaced = 1 << bit
      spaced = 1 << (bit + 1)
    }

    /// The flag for a document.
    package func of(_ isSpaced: Bool) -> UInt8 { isSpaced ? spaced : unspaced }
  }

  package static let stock = Pair(bit: 0)
  package static let shared = Pair(bit: 2)
  package static let copied = Pair(bit: 4)
  package static let repeated = Pair(bit: 6)

  /// The plan of a survey for `settings`, given the documents.
  ///
  /// - Parameter scripts: for each document, whether it is text of words.
  static func plan(for settings: MiningSettings, scripts: [Bool]) -> SurveyPlan {
    var plan = SurveyPlan()
    plan.curve = settings.curve
    for isSpaced in [false, true] where scripts.contains(isSpaced) {
      let length = settings.shingleLength.of(isSpaced: isSpaced)
      plan.questions += [
        .init(
          length: length, condition: .sources(settings.minimumSources), flag: stock.of(isSpaced)),
        .init(length: length, condition: .earlier, flag: repeated.of(isSpaced)),
        .init(
          length: settings.sharedLength.of(isSpaced: isSpaced), condition: .elsewhere,
          flag: shared.of(isSpaced)),
        .init(
          length: settings.copiedLength.of(isSpaced: isSpaced), condition: .elsewhere,
          flag: copied.of(isSpaced)),
      ]
      // A seed in as many sources as stock is stock from end to end, and so no seed, unless it has so
      // many slots that a window in it does not count.
      let seed = seedLength(settings, isSpaced: isSpaced)
      let lengths = [settings.shingleLength.unspaced, settings.shingleLength.spaced]
      plan.kept[seed] =
        seed >= lengths.max()!
        ? .init(belowSources: settings.minimumSources, aboveSlots: lengths.min()! / 2)
        : .init(belowSources: .max)
      if scripts.contains(!isSpaced) {
        plan.kept[seed]!.documents = scripts.map { $0 == isSpaced }
      }
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

  /// Makes stock of the edited places of `phrases`; the tokens that were not stock before.
  func raiseEdited(_ phrases: [PlacedPhrase]) -> Bitset {
    var edited = Bitset(count: corpus.tokens.count)
    for phrase in phrases {
      for place in phrase.edited {
        for token in place where classes[token] < TokenClass.stock.rawValue {
          classes[token] = TokenClass.stock.rawValue
          edited.insert(token..<token + 1)
        }
      }
    }
    return edited
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
