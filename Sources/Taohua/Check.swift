internal import PhraseMining
package import PhraseReport
internal import ShingleEngine

/// Checks drafts against earlier reports.
public enum Check {
  /// Classifies every token of each draft; only `corpus` is counted (D2).
  package static func run(
    drafts: Corpus, against corpus: Corpus, settings: CheckSettings,
    progress: ProgressHandler? = nil
  ) -> CheckReport {
    progress?(Progress(stage: .phrases, completed: 0, total: 1))
    let reference = CorpusReference(
      corpus, settings: settings.audit, workers: Workers(count: settings.audit.jobs))
    var report = run(drafts: drafts, against: reference, settings: settings, progress: progress)
    report.skipped = corpus.skipped + report.skipped
    return report
  }

  /// Classifies every token of each draft; only `reference` is counted (D2). The answer for one draft
  /// does not depend on the others.
  package static func run(
    drafts: Corpus, against reference: some CheckReference, settings: CheckSettings,
    progress: ProgressHandler? = nil
  ) -> CheckReport {
    let workers = Workers(count: settings.audit.jobs)
    let drafts = drafts.renumbered(after: reference.words)
    progress?(Progress(stage: .comparing, completed: 0, total: 1))
    let comparison = Comparison(drafts, reference, settings, workers)
    progress?(Progress(stage: .report, completed: 0, total: 1))
    return CheckAssembly(comparison, settings: settings).report()
  }
}
