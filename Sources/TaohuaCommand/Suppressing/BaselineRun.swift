internal import PhraseReport
internal import Taohua

/// A check for the baseline's sake.
struct BaselineRun {
  let store: BaselineStore
  let review: BaselineReview
  let report: CheckReport

  /// Checks `drafts`, all documents of the working folder where there are none.
  ///
  /// - Throws: what keeps a check from its work; also if a draft cannot be read: it may hold any finding.
  init(_ drafts: [String], _ options: BaselineRunOptions) throws {
    let settings = try Settings(.baseline, common: options.common, layers: options.layer)
    let progress = ProgressLine(isQuiet: settings.flag(.quiet))
    defer { progress.end() }
    store = try BaselineStore(new: settings)
    let files = try InputFiles(drafts, from: options.input, settings: settings, fallback: ["."])
    let allowList = try AllowList(settings)
    var check = settings.check
    check.needsPlaceTexts = false
    check.audit.allowed = allowList.entries
    let metadata = try MetadataFile(settings)
    var reports = CheckedReports(settings, metadata, progress: progress)
    var (draft, report) = try reports.check(files, check)
    try draft.requireDocuments(among: drafts.isEmpty ? ["this folder"] : drafts)
    metadata?.reportUnused()
    if !draft.failures.isEmpty || !reports.failures.isEmpty { throw ExitStatus.failure }
    report.suppress(byCommentsIn: draft)
    self.report = report
    review = store.review(report, draft)
  }
}
