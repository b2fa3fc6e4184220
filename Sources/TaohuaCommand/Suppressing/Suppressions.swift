internal import PhraseReport
internal import Taohua

/// The three layers that take findings out of a check, as the settings name them: comments in the drafts, the
/// allow list, the baseline.
struct Suppressions {
  let allowList: AllowList
  let baseline: BaselineStore?

  init(_ settings: Settings) throws(CommandFailure) {
    allowList = try AllowList(settings)
    baseline = try BaselineStore(settings)
  }

  /// `settings` with the wording that is allowed.
  func allowing(_ settings: CheckSettings) -> CheckSettings {
    var settings = settings
    settings.audit.allowed = allowList.entries
    return settings
  }

  /// Marks what the baseline knows; call it when comments have suppressed what they say, and what old
  /// versions had is marked.
  ///
  /// - Parameter files: what was checked, where that is whole files that a person named: then entries that
  ///   nothing needs are reported too.
  func apply(to report: inout CheckReport, of drafts: Corpus, _ files: InputFiles?) {
    let isWhole = drafts.failures.isEmpty && files != nil
    report.suppress(by: allowList.entries, in: drafts)
    if let baseline {
      let review = baseline.review(report, drafts)
      report.markKnown(review)
      if files != nil {
        report.addDead(
          review, in: baseline.path,
          withFilesGone: isWhole && files?.cover(baseline.folder) ?? false)
      }
    }
    report.add(
      allowList.review(used: report.usedEntries) { isWhole && files?.cover($0) ?? false })
  }
}
