package import PhraseReport

/// A share and what it may really be.
package struct Proportion: Hashable, Sendable {
  /// What was right.
  package var part: Int
  /// Of how many.
  package var whole: Int

  /// - Parameters:
  ///   - part: what was right.
  ///   - whole: of how many.
  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The share that was seen; nil where there was nothing to see.
  package var ratio: Double? { whole > 0 ? Ratio.of(part, whole) : nil }

  /// The 95 % interval of Wilson (*Probable Inference*, 1927): unlike the normal one it holds for few
  /// observations and for shares near 0 and 1. From 0 to 1 where there was nothing to see.
  package var interval: ClosedRange<Double> {
    guard whole > 0 else { return 0...1 }
    let (z, count, share) = (1.959963984540054, Double(whole), Ratio.of(part, whole))
    let center = share + z * z / (2 * count)
    let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return max(0, (center - spread) / scale)...min(1, (center + spread) / scale)
  }
}

/// How far two judges agree.
package struct Agreement: Hashable, Sendable {
  /// The sentences that both judged alike.
  package private(set) var same = 0
  /// The sentences that both judged.
  package private(set) var both = 0
  /// Agreement beyond chance, 1 at best: Cohen, *A Coefficient of Agreement for Nominal Scales* (1960).
  /// Nil where chance alone would agree always, or nothing was judged by both.
  package private(set) var kappa: Double?

  /// - Parameter pairs: what the two said of each sentence.
  package init(_ pairs: [(Verdict, Verdict)]) {
    var first: [Verdict: Int] = [:]
    var second: [Verdict: Int] = [:]
    for pair in pairs {
      first[pair.0, default: 0] += 1
      second[pair.1, default: 0] += 1
      if pair.0 == pair.1 { same += 1 }
    }
    both = pairs.count
    let chance = Verdict.allCases.reduce(0.0) {
      $0 + Ratio.of(first[$1] ?? 0, both) * Ratio.of(second[$1] ?? 0, both)
    }
    if both > 0 && chance < 1 { kappa = (Ratio.of(same, both) - chance) / (1 - chance) }
  }
}

/// The tool's verdicts measured against those of one coder.
package struct CoderEvaluation: Sendable {
  /// Precision and recall of one class.
  package struct ClassScore: Hashable, Sendable {
    /// The class.
    package var verdict: Verdict
    /// Of the sentences that the tool puts into it, those that the coder does.
    package var precision: Proportion
    /// Of the sentences that the coder puts into it, those that the tool does.
    package var recall: Proportion
  }

  /// The sentences with a code.
  package private(set) var coded: Int
  /// The sentences without one.
  package private(set) var uncoded: Int
  /// Coded sentences that the report has not: they count neither way.
  package private(set) var unknown: Int
  /// The sentences of which the tool says the same.
  package private(set) var agreement: Agreement
  /// Every class that the coder or the tool uses.
  package private(set) var classes: [ClassScore] = []

  /// - Parameters:
  ///   - sheet: what the coder says.
  ///   - tool: what the tool says.
  package init(_ sheet: CodedSheet, tool: ToolVerdicts) {
    let pairs = sheet.coded.compactMap { place -> (Verdict, Verdict)? in
      guard let code = sheet.codes[place], let verdict = tool.verdict(at: place) else { return nil }
      return (code, verdict)
    }
    coded = sheet.coded.count
    uncoded = sheet.uncoded
    unknown = coded - pairs.count
    agreement = Agreement(pairs)
    for verdict in Verdict.allCases {
      let both = pairs.count { $0.0 == verdict && $0.1 == verdict }
      let found = pairs.count { $0.1 == verdict }
      let real = pairs.count { $0.0 == verdict }
      guard found + real > 0 else { continue }
      classes.append(
        ClassScore(
          verdict: verdict, precision: Proportion(both, of: found),
          recall: Proportion(both, of: real)))
    }
  }
}

/// One or two coders beside the tool.
package struct SheetEvaluation: Sendable {
  /// The tool measured against each coder.
  package let coders: [CoderEvaluation]
  /// How far two coders agree; nil for one.
  package let agreement: Agreement?

  /// - Parameters:
  ///   - sheets: one or two.
  ///   - tool: what the tool says.
  package init(_ sheets: [CodedSheet], tool: ToolVerdicts) {
    coders = sheets.map { CoderEvaluation($0, tool: tool) }
    guard sheets.count == 2 else {
      agreement = nil
      return
    }
    agreement = Agreement(
      sheets[0].coded.compactMap { place in
        guard let first = sheets[0].codes[place], let second = sheets[1].codes[place] else {
          return nil
        }
        return (first, second)
      })
  }
}
