internal import PhraseReport

/// Evaluations as tables for people.
package enum EvaluationText {
  /// Passages: a line for each category and one over all.
  ///
  /// - Parameter evaluation: the figures.
  package static func render(_ evaluation: PassageEvaluation) -> String {
    var table = AlignedTable([
      "category", "cases", "detected", "detections", "precision", "recall", "granularity",
      "plagdet", "micro prec.", "micro rec.", "micro plagdet",
    ])
    for (name, score) in evaluation.categories {
      table.append(row(DisplayText.clean(name), score))
    }
    table.append(row("all", evaluation.overall))
    var text = table.text + "\n"
    text += "in pairs without cases, of which there are \(evaluation.pairsWithoutCases):"
    text += " \(Figure.count(evaluation.falseDetections, "false detection"))\n"
    if evaluation.ignoredDetections > 0 {
      text += "of natural overlap, which counts neither way:"
      text += " \(Figure.count(evaluation.ignoredDetections, "detection"))\n"
    }
    return text
  }

  private static func row(_ name: String, _ score: PassageScore) -> [String] {
    let counts = [score.cases, score.detectedCases, score.detections].map { String($0) }
    let figures = [
      score.precision, score.recall, score.granularity, score.plagdet, score.microPrecision,
      score.microRecall, score.microPlagdet,
    ]
    return [name] + counts + figures.map { Figure.text($0) }
  }

  /// Stock phrases: characters, variants, edits, families, boundaries.
  ///
  /// - Parameter evaluation: the figures.
  package static func render(_ evaluation: StockEvaluation) -> String {
    var characters = AlignedTable(["letters and digits", "", "part"])
    func add(_ name: String, _ share: StockEvaluation.Share) {
      characters.append(
        [name, Figure.text(share.ratio), Figure.text(share.part, of: share.whole)])
    }
    add("precision", evaluation.precision)
    add("recall", evaluation.recall)
    for (name, share) in evaluation.variants { add("recall, \(DisplayText.clean(name))", share) }
    for (step, share) in evaluation.edits { add("recall, edits \(range(step))", share) }
    var families = AlignedTable(["families", "precision", "recall", "F1", "pairwise F1"])
    families.append(row("B-cubed, all places", evaluation.clusters))
    families.append(row("B-cubed, found places", evaluation.detectedClusters))
    var places = AlignedTable(["places", "", "part"])
    for (name, share) in [
      ("found", evaluation.detected), ("verbatim, both ends within a token", evaluation.boundaries),
    ] {
      places.append([name, Figure.text(share.ratio), Figure.text(share.part, of: share.whole)])
    }
    let head =
      "documents: \(evaluation.documents); families of the truth: \(evaluation.families);"
      + " families found: \(evaluation.foundFamilies)\n\n"
    return head + characters.text + "\n" + families.text + "\n" + places.text
  }

  /// The tenth that a step stands for.
  static func range(_ step: Int) -> String { "0.\(step)–\(step == 9 ? "1.0" : "0.\(step + 1)")" }

  private static func row(_ name: String, _ score: ClusterScore) -> [String] {
    [name] + [score.precision, score.recall, score.f1, score.pairF1].map { Figure.text($0) }
  }

  /// Coded sheets: a table for each coder, and how far two agree.
  ///
  /// - Parameters:
  ///   - evaluation: the figures.
  ///   - names: what the sheets are called.
  package static func render(_ evaluation: SheetEvaluation, names: [String]) -> String {
    var text = ""
    for (name, coder) in zip(names, evaluation.coders) {
      var table = AlignedTable(["class", "precision", "95 %", "of", "recall", "95 %", "of"])
      for score in coder.classes {
        table.append([score.verdict.rawValue] + cells(score.precision) + cells(score.recall))
      }
      text += "\(DisplayText.clean(name)): \(Figure.count(coder.coded, "sentence")) coded"
      if coder.uncoded > 0 { text += ", \(coder.uncoded) not" }
      if coder.unknown > 0 { text += ", \(coder.unknown) of them not in the report" }
      text += "\n\n\(table.text)\nthe tool and this coder: \(line(coder.agreement))\n\n"
    }
    if let agreement = evaluation.agreement { text += "the two coders: \(line(agreement))\n" }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private static func cells(_ proportion: Proportion) -> [String] {
    let interval = proportion.interval
    let bounds = "\(Figure.text(interval.lowerBound))–\(Figure.text(interval.upperBound))"
    return [Figure.text(proportion.ratio), bounds, String(proportion.whole)]
  }

  private static func line(_ agreement: Agreement) -> String {
    "\(agreement.same) of \(agreement.both) alike, Cohen's kappa \(Figure.text(agreement.kappa))"
  }
}
