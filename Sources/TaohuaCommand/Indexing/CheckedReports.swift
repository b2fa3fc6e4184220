internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// The earlier reports that a check compares with: those of `--against`, else those of an index, else none.
struct CheckedReports {
  let settings: Settings
  let metadata: MetadataFile?
  let progress: ProgressLine
  /// The copy of the draft that is written, which is no earlier report and takes the place of none.
  var annotated: AnnotatedDraft?

  /// What could not be read of the earlier reports.
  private(set) var failures: [SkippedFile] = []
  /// The files and folders that they were found in, as the user would name them from here.
  private(set) var roots: [String] = []

  init(_ settings: Settings, _ metadata: MetadataFile?, progress: ProgressLine) {
    self.settings = settings
    self.metadata = metadata
    self.progress = progress
  }

  /// Checks the drafts in `files`.
  mutating func check(
    _ files: InputFiles, _ check: CheckSettings
  ) throws -> (drafts: Corpus, report: CheckReport) {
    // Read as most indexes are made; those of another are read anew.
    let (opened, early) = Workers(count: settings.jobs).both(
      { Result { () throws(CommandFailure) in try open(check) } },
      { [settings, progress] in
        Corpus.read(
          files.paths, settings: settings.reading, jobs: settings.jobs, progress: progress.handler)
      })
    let earlier = try opened.get()
    if let earlier { UntilExit.keep(earlier) }
    let drafts = Corpus.readingDrafts(
      files, early: early, like: earlier, settings: settings, metadata, progress: progress)
    if earlier == nil {
      StandardError.warn(
        "no earlier reports to compare with; add --against FOLDER, or make an index: "
          + "taohua index build FOLDER")
    }
    let report = try (earlier ?? OpenReports(Corpus.read([], jobs: 1), check))
      .check(drafts, progress: progress.handler)
    return (drafts, report)
  }

  /// The earlier reports, ready to be compared with; nil where there are none.
  mutating func open(_ check: CheckSettings) throws(CommandFailure) -> OpenReports? {
    let earlier = settings.list(.against)
    if !earlier.isEmpty {
      let files = try InputFiles(
        earlier, settings: settings, outputs: annotated?.written ?? [])
      try annotated?.spare(files)
      let corpus = try Corpus.reading(
        files, among: earlier, settings: settings, metadata, progress: progress)
      failures = corpus.failures
      roots = Self.named(files.rootPaths)
      return OpenReports(corpus, check)
    }
    guard let location = IndexLocation.existing(settings.text(.index)) else { return nil }
    do throws(IndexError) {
      return try open(location, check)
    } catch {
      throw .index(error)
    }
  }

  /// `paths`, absolute, in order and relative to the working folder where they lie in it: those of an index
  /// and of `--against` are the same.
  private static func named(_ paths: [String]) -> [String] {
    let working = WorkingFolder.path
    return paths.map { path in
      LexicalPath.areSame(path, working) ? "." : LexicalPath.normalised(path, in: working)
    }.sorted(by: LexicalPath.precedes)
  }

  /// The index at `location`.
  private mutating func open(
    _ location: IndexLocation, _ check: CheckSettings
  ) throws(IndexError) -> OpenReports {
    let workers = Workers(count: self.settings.jobs)
    var (snapshot, ahead) = try IndexReference.opening(
      IndexFolder(location.folder), workers: workers)
    let settings = try agreed(snapshot.manifest.settings)
    var check = check
    check.audit = settings.applied(to: check.audit)
    let base = location.base(of: snapshot.manifest)
    check.base = base.folder
    roots = Self.named(snapshot.manifest.roots.map { base.path(ofRoot: $0) })
    if check.asOf != nil {
      // Phrases of some of the reports are other phrases: they are found anew.
      return OpenReports(try Corpus.restored(from: snapshot, jobs: check.audit.jobs), check)
    }
    if !snapshot.manifest.isCurrent {
      snapshot = try described(snapshot, location)
      ahead.finish()
      ahead = .init()
    }
    let reference: any CheckReference =
      snapshot.manifest.isCurrent
      ? try IndexReference(snapshot, ahead: ahead, workers: workers)
      // Somebody else writes, or nobody may: this once the phrases are found in memory.
      : try CorpusReference(restoring: snapshot, settings: check.audit)
    return OpenReports(
      reference: reference, settings: check,
      skipped: snapshot.manifest.skipped.map {
        SkippedFile(path: $0.path, reason: $0.reason, isFailure: $0.isFailure)
      })
  }

  /// The index with its phrases found anew, if it may be written.
  private func described(
    _ snapshot: IndexSnapshot, _ location: IndexLocation
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
  private func agreed(_ text: String) throws(IndexError) -> IndexSettings {
    var asked = settings.audit
    guard let made = IndexSettings(text: text) else {
      throw .otherSettings(found: text, asked: IndexSettings(asked).text)
    }
    let own = made.applied(to: asked)
    for name in [
      SettingName.minLength, .minDocuments, .group, .split, .splitAt, .foldScript, .slots,
      .variants,
    ]
    where settings.entry(name).isDefault {
      switch name {
      case .minLength: asked.minimumLength = own.minimumLength
      case .minDocuments: asked.minimumDocuments = own.minimumDocuments
      case .group: asked.groupsNearDuplicates = own.groupsNearDuplicates
      case .split: asked.reading.splitsCompilations = own.reading.splitsCompilations
      case .splitAt: asked.reading.splitPattern = own.reading.splitPattern
      case .slots: asked.reading.slots = own.reading.slots
      case .foldScript: asked.reading.foldsScript = own.reading.foldsScript
      default: asked.findsVariants = own.findsVariants
      }
    }
    // In which encoding the files were, and how large they might be, says nothing of the draft's.
    asked.reading.sizeLimit = own.reading.sizeLimit
    asked.reading.encoding = own.reading.encoding
    guard IndexSettings(asked) == made else {
      throw .otherSettings(found: text, asked: IndexSettings(asked).text)
    }
    return made
  }
}
