internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Taohua

/// The earlier reports that a check compares with: those of `--against`, else those of an index.
struct CheckedReports {
  private let settings: Settings
  /// The reports, analysed.
  let reference: any CheckReference
  /// What could not be read of them.
  private(set) var failures: [SkippedFile] = []
  /// The settings that the index was made with; nil where there is no index.
  private var made: IndexSettings?
  /// The folder that the names of the index are relative to.
  private var base: String?

  /// What the settings name, else the index that is found; nil where there is neither.
  static func found(
    by settings: Settings, progress: ProgressLine
  ) throws(CommandFailure) -> CheckedReports? {
    if !settings.list(.against).isEmpty {
      return try CheckedReports(against: settings, progress: progress)
    }
    guard let location = IndexLocation.existing(settings.text(.index)) else { return nil }
    do throws(IndexError) {
      return try CheckedReports(index: location, settings, progress: progress)
    } catch {
      throw .index(error)
    }
  }

  static func warnOfNone() {
    StandardError.warn(
      "no earlier reports to compare with; add --against FOLDER, or make an index: "
        + "taohua index build FOLDER")
  }

  /// Reads the reports of `--against`.
  private init(against settings: Settings, progress: ProgressLine) throws(CommandFailure) {
    let earlier = settings.list(.against)
    let files = try InputFiles(earlier, settings: settings)
    let corpus = try Corpus.reading(files, among: earlier, settings: settings, progress: progress)
    self.settings = settings
    failures = corpus.failures
    progress.handler?(Progress(stage: .phrases, completed: 0, total: 1))
    reference = CorpusReference(
      corpus, settings: settings.audit, workers: Workers(count: settings.jobs))
  }

  /// Opens the index at `location`.
  private init(
    index location: IndexLocation, _ settings: Settings, progress: ProgressLine
  ) throws(IndexError) {
    self.settings = settings
    var snapshot = try IndexFolder(location.folder).snapshot()
    let made = try Self.agreed(snapshot.manifest.settings, settings)
    self.made = made
    base = location.base(snapshot.manifest.base)
    if !snapshot.manifest.isCurrent {
      snapshot = try Self.described(snapshot, location, settings, progress)
    }
    let audit = made.applied(to: settings.audit)
    reference =
      snapshot.manifest.isCurrent
      ? try IndexReference(snapshot, workers: Workers(count: settings.jobs))
      // Somebody else writes, or nobody may: this once the phrases are found in memory.
      : try CorpusReference(restoring: snapshot, settings: audit)
  }

  /// `check` as it is to be for these reports.
  func adapted(_ check: CheckSettings) -> CheckSettings {
    var check = check
    if let made { check.audit = made.applied(to: check.audit) }
    check.base = base
    return check
  }

  /// The index with its phrases found anew, if it may be written.
  private static func described(
    _ snapshot: IndexSnapshot, _ location: IndexLocation, _ settings: Settings,
    _ progress: ProgressLine
  ) throws(IndexError) -> IndexSnapshot {
    do throws(IndexError) {
      let indexer = try CorpusIndexer(
        folder: location.folder, jobs: settings.jobs, waitingUpTo: 0
      ) { _ in }
      try indexer.describe(progress: progress.handler)
    } catch {
      switch error {
      case .locked, .system, .database: return snapshot
      default: throw error
      }
    }
    return try IndexFolder(location.folder).snapshot()
  }

  /// The settings of the index, if none was asked for that is another.
  private static func agreed(
    _ text: String, _ settings: Settings
  ) throws(IndexError) -> IndexSettings {
    var asked = settings.audit
    guard let made = IndexSettings(text: text) else {
      throw .otherSettings(found: text, asked: IndexSettings(asked).text)
    }
    let own = made.applied(to: asked)
    for name in [SettingName.minLength, .minDocuments, .group, .split, .variants]
    where settings.entry(name).isDefault {
      switch name {
      case .minLength: asked.minimumLength = own.minimumLength
      case .minDocuments: asked.minimumDocuments = own.minimumDocuments
      case .group: asked.groupsNearDuplicates = own.groupsNearDuplicates
      case .split: asked.reading.splitsCompilations = own.reading.splitsCompilations
      default: asked.findsVariants = own.findsVariants
      }
    }
    // In which encoding the files were says nothing of the draft's.
    asked.reading.encoding = own.reading.encoding
    guard IndexSettings(asked) == made else {
      throw .otherSettings(found: text, asked: IndexSettings(asked).text)
    }
    return made
  }
}

extension CheckedReports? {
  /// Checks `drafts` against the reports, or alone where there are none.
  func check(
    _ drafts: Corpus, _ check: CheckSettings, progress: ProgressHandler?
  ) throws(CommandFailure) -> CheckReport {
    do throws(IndexError) {
      if let self {
        return try Check.run(
          drafts: drafts, against: self.reference, settings: self.adapted(check),
          progress: progress)
      }
      return Check.run(
        drafts: drafts, against: Corpus.read([], jobs: 1), settings: check, progress: progress)
    } catch {
      throw .index(error)
    }
  }
}
