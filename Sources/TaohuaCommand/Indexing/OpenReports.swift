internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// Earlier reports that were read and analysed once, for as many checks as are wanted.
struct OpenReports {
  private let reference: any CheckReference
  /// With those settings of the reference that change the answer.
  private(set) var settings: CheckSettings
  /// Reports that are newer than the reference and take the place of some of it: what is copied from
  /// them is found as well.
  private var newer: [OpenReports] = []
  /// What could not be read of them.
  private(set) var skipped: [SkippedFile] = []
  /// Which of them count because of their dates; nil where all do.
  private var counted: EarlierReports?

  init(
    reference: any CheckReference, settings: CheckSettings, skipped: [SkippedFile] = []
  ) {
    self.reference = reference
    self.settings = settings
    self.skipped = skipped
  }

  /// The reports of `corpus`, in memory.
  init(_ corpus: Corpus, _ settings: CheckSettings) {
    (reference, counted) = CorpusReference.counted(corpus, settings)
    self.settings = settings
    skipped = corpus.skipped
  }

  /// How many documents they are.
  var count: Int {
    reference.documents.count { !settings.leftOut.contains($0.path) }
      + newer.reduce(0) { $0 + $1.count }
  }

  /// Leaves the files `names` out, whatever is checked.
  mutating func leaveOut(_ names: Set<String>) {
    settings.leftOut.formUnion(names)
    for index in newer.indices { newer[index].leaveOut(names) }
  }

  /// Puts `reports` in the place of the files `names`.
  mutating func replace(_ names: Set<String>, by reports: OpenReports) {
    settings.leftOut.formUnion(names)
    newer.append(reports)
  }

  /// Checks `drafts`.
  ///
  /// - Throws: `CommandFailure.index` if an index is damaged.
  func check(
    _ drafts: Corpus, progress: ProgressHandler? = nil
  ) throws(CommandFailure) -> CheckReport {
    var report: CheckReport
    do throws(IndexError) {
      report = try Check.run(
        drafts: drafts, against: reference, settings: settings, progress: progress)
    } catch {
      throw .index(error)
    }
    for reports in newer { report.addCopies(of: try reports.check(drafts)) }
    report.skipped = skipped + report.skipped
    report.earlierReports = counted
    return report
  }
}

extension CheckReport {
  /// Adds what `other`, a check of the same drafts, found to be copied where this one found nothing.
  fileprivate mutating func addCopies(of other: CheckReport) {
    let known = findings.filter { $0.rule == .copiedPassage }
    findings += other.findings.filter { finding in
      finding.rule == .copiedPassage
        && !known.contains {
          $0.document == finding.document && $0.start < finding.end && finding.start < $0.end
        }
    }
  }
}

extension Settings {
  /// How drafts are read that are compared with `reports`: so that the same text has the same tokens.
  func reading(like reports: OpenReports?) -> ReadingSettings {
    guard let reports else { return reading }
    var result = reports.settings.audit.reading
    // In which encoding the files of an index were says nothing of the drafts'.
    result.encoding = reading.encoding
    return result
  }
}
