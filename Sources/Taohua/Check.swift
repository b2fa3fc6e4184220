package import CorpusIndex
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
    let (reference, left) = CorpusReference.counted(corpus, settings)
    do throws(IndexError) {
      var report = try run(
        drafts: drafts, against: reference, settings: settings, progress: progress)
      report.skipped = corpus.skipped + report.skipped
      report.earlierReports = left
      return report
    } catch {
      preconditionFailure("nothing of a corpus in memory can be damaged: \(error)")
    }
  }

  /// Classifies every token of each draft; only `reference` is counted (D2). The answer for one draft
  /// does not depend on the others.
  ///
  /// - Throws: ``CorpusIndex/IndexError`` if the reference is an index that is damaged.
  package static func run(
    drafts: Corpus, against reference: any CheckReference, settings: CheckSettings,
    progress: ProgressHandler? = nil
  ) throws(IndexError) -> CheckReport {
    let workers = Workers(count: settings.audit.jobs)
    let drafts = drafts.renumbered(after: reference.words)
    progress?(Progress(stage: .comparing, completed: 0, total: 1))
    let comparison = try Comparison(drafts, reference, settings, workers)
    let releasing = reference.releaseTokens()
    defer { _ = releasing?.finish() }
    progress?(Progress(stage: .report, completed: 0, total: 1))
    return try CheckAssembly(comparison, settings: settings).report()
  }
}
