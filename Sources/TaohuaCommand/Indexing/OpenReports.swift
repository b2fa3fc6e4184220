internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// Earlier reports that were read and analysed once, for as many checks as are wanted.
struct OpenReports {
  let reference: any CheckReference
  /// With those settings of the reference that change the answer.
  var settings: CheckSettings
  /// What could not be read of them.
  private(set) var skipped: [SkippedFile] = []

  init(reference: any CheckReference, settings: CheckSettings) {
    self.reference = reference
    self.settings = settings
  }

  /// The reports of `corpus`, in memory.
  init(_ corpus: Corpus, _ settings: CheckSettings) {
    let workers = Workers(count: settings.audit.jobs)
    reference = CorpusReference(corpus, settings: settings.audit, workers: workers)
    self.settings = settings
    skipped = corpus.skipped
  }

  /// Checks `drafts`.
  ///
  /// - Throws: `CommandFailure.index` if an index is damaged.
  func check(
    _ drafts: Corpus, progress: ProgressHandler? = nil
  ) throws(CommandFailure) -> CheckReport {
    do throws(IndexError) {
      var report = try Check.run(
        drafts: drafts, against: reference, settings: settings, progress: progress)
      report.skipped = skipped + report.skipped
      return report
    } catch {
      throw .index(error)
    }
  }
}
