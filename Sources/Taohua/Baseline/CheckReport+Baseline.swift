package import PhraseReport

extension CheckReport {
  /// Marks what the baseline knows as not new.
  package mutating func markKnown(_ review: BaselineReview) {
    for index in review.knownFindings { findings[index].isNew = false }
  }

  /// Adds a finding (TH900) for each entry that no longer holds.
  ///
  /// Against an empty corpus hardly anything is found, and so nothing is said of the baseline.
  ///
  /// - Parameters:
  ///   - file: the baseline, as the user sees it.
  ///   - withFilesGone: whether all files that there are were checked, so that one that is not there is
  ///     not one that moved.
  package mutating func addDead(
    _ review: BaselineReview, in file: String, withFilesGone: Bool
  ) {
    if corpus.documents == 0 { return }
    var found = review.dead.map { dead in
      finding(
        dead.entry, in: file,
        dead.left == 0
          ? "no longer stands in \(dead.entry.path)"
          : "stands \(dead.left)× in \(dead.entry.path), not \(dead.entry.count)×")
    }
    if withFilesGone {
      found += review.gone.map { finding($0, in: file, "stood in \($0.path), which is gone") }
    }
    findings += found.sorted { $0.line < $1.line }
  }

  private func finding(
    _ entry: Baseline.Entry, in file: String, _ what: String
  ) -> Finding {
    Finding(
      rule: .unusedSuppression, severity: .warning, document: nil, path: file, start: 0, end: 0,
      line: entry.line, column: 1, family: nil, sources: [], similarity: 1,
      fingerprint: Fingerprint.of(.unusedSuppression, entry.fingerprint),
      message: "the known \(entry.rule.noun) '\(entry.words)' \(what): taohua baseline prune")
  }
}
