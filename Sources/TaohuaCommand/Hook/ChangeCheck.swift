internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// A check of what a change of the repository adds (`check --staged`, `check --since`, `hook`).
///
/// Each file is judged against the corpus and its own older versions only: the answer is the same
/// however a list of names is cut into calls.
struct ChangeCheck {
  /// What came of it.
  struct Outcome {
    var report: CheckReport
    var facts: HookFacts
    /// Whether a document that was to be checked could not be read.
    var hasFailures: Bool
  }

  let scope: ChangeSet.Scope
  let untouched: DraftSelection.Untouched
  let settings: Settings
  let suppressions: Suppressions
  /// What is known of the documents beside their text.
  var metadata: MetadataFile? = nil

  /// What is counted and fails, with the wording that is allowed.
  var checkSettings: CheckSettings { suppressions.allowing(settings.check) }

  /// Checks the files of the change that `arguments` name.
  ///
  /// - Parameter given: what they are compared with; nil for the documents of the commit that the
  ///   change starts from.
  func run(
    _ arguments: [String], against given: OpenReports?, progress: ProgressHandler? = nil
  ) throws(CommandFailure) -> Outcome {
    let (repository, changes) = try Git.ask { () throws(GitFailure) in
      let repository = try GitRepository()
      return (repository, try ChangeSet(scope, in: repository))
    }
    ConvertedTexts.shared.keep(in: HookTexts(repository))
    var filter = DocumentFilter(repository)
    let selection = try DraftSelection(
      among: changes, named: NamedPaths(arguments, in: repository),
      isForced: settings.flag(.forceExclude), filter: &filter)
    let changed = try Git.ask { () throws(GitFailure) in
      try ChangedDrafts(selection.files, removed: changes.removed, in: repository)
    }
    let whole = try wholeFiles(selection.untouched)
    let inputs = changed.inputs + whole.paths
    let jobs = settings.jobs
    let reading = settings.reading(like: given)
    // While what they are compared with is opened: a PDF takes a while.
    let texts = Workers(count: jobs).start(1) { _ in
      Corpus.read(inputs, settings: reading, jobs: jobs)
    }
    defer { _ = texts.finish() }
    var facts = HookFacts(scope: scope.reported)
    facts.changed = changed.inputs.count
    facts.whole = whole.paths.count
    facts.passedBy = selection.passedBy + whole.passedBy
    var hasFailures = false
    func judged(_ reports: OpenReports) throws(CommandFailure) -> CheckReport {
      var drafts = texts.finish()[0]
      metadata?.apply(to: &drafts)
      drafts.skipped += changed.skipped + whole.skipped
      hasFailures = !drafts.failures.isEmpty
      var reports = reports
      reports.leaveOut(
        Set(changes.deleted.map { reports.settings.name(of: $0, in: repository) }))
      facts.compared = reports.count
      // What the files were is checked at once: all but a few have findings, which ask for it.
      let (before, now) = Workers(count: settings.jobs).both(
        { earlier(changed, against: reports) },
        { [reports, drafts] in
          Result { () throws(CommandFailure) in try reports.check(drafts, progress: progress) }
        })
      var report = try now.get()
      report.skipped = drafts.skipped
      report.suppress(byCommentsIn: drafts)
      if let before, !report.findings.isEmpty {
        markNew(in: &report, of: drafts, since: try before.report.get(), of: before.corpus, changed)
      }
      let moves = MovedPassages(changes: changes, repository: repository, settings: settings)
      try moves.mark(in: &report, of: drafts, reports.settings)
      suppressions.apply(to: &report, of: drafts, nil)
      report.addUnreadable(drafts.failures)
      report.judge(checkSettings.gate)
      return report
    }
    let nothing = OpenReports(read([], like: nil), checkSettings)
    let report: CheckReport
    if let given {
      report = try judged(given)
    } else if inputs.isEmpty {
      report = try judged(nothing)
    } else {
      let index = HookIndex(
        repository: repository, settings: settings, checkSettings: checkSettings,
        budget: settings.integer(.indexBudget) ?? 0)
      report = try index.reading(
        changes.base, isHead: scope == .staged, filter: &filter
      ) { (committed) throws(CommandFailure) in
        guard !texts.finish()[0].documents.isEmpty else { return try judged(nothing) }
        facts.unread = committed.unread
        facts.behind = committed.behind
        return try judged(committed.reports)
      }
    }
    return Outcome(report: report, facts: facts, hasFailures: hasFailures)
  }

  /// The files that were named and that the change does not touch, where they are to be judged.
  private func wholeFiles(
    _ arguments: [String]
  ) throws(CommandFailure) -> (paths: [InputPath], skipped: [SkippedFile], passedBy: Int) {
    let files = try InputFiles(arguments, settings: settings)
    let failures = files.skipped.filter(\.isFailure)
    guard untouched == .judgedWhole else { return ([], failures, 0) }
    let documents = files.paths.filter(\.isDocument)
    return (documents, failures, files.paths.count - documents.count)
  }

  private func read(_ inputs: [InputPath], like reports: OpenReports?) -> Corpus {
    var corpus = Corpus.read(
      inputs, settings: settings.reading(like: reports), jobs: settings.jobs)
    metadata?.apply(to: &corpus)
    return corpus
  }

  /// The older versions of the files, those that the change takes away, and what they are against the same
  /// reports; nil where there are none.
  private func earlier(
    _ changed: ChangedDrafts, against reports: OpenReports
  ) -> (corpus: Corpus, report: Result<CheckReport, CommandFailure>)? {
    let earlier = read(changed.older + changed.removed, like: reports)
    if earlier.files.isEmpty { return nil }
    let report = Result { () throws(CommandFailure) in try reports.check(earlier) }
    return (earlier, report)
  }

  /// Marks what the older versions of the files do not have, nor what the change takes away.
  private func markNew(
    in report: inout CheckReport, of drafts: Corpus, since before: CheckReport, of earlier: Corpus,
    _ changed: ChangedDrafts
  ) {
    let removed = Set(changed.removed.map(\.name))
    let versions = Dictionary(grouping: earlier.files.indices) { earlier.files[$0].input.name }
    let gone = earlier.files.indices.filter { removed.contains(earlier.files[$0].input.name) }
    report.markNew(
      of: drafts, since: before, of: earlier, workers: Workers(count: settings.jobs)
    ) {
      (versions[drafts.files[$0].input.name] ?? []) + gone
    }
  }
}

extension CheckSettings {
  /// What the earlier reports of these settings call `path`.
  func name(of path: GitPath, in repository: GitRepository) -> String {
    guard let base else { return path.name(from: repository.prefix) }
    return LexicalPath.normalised(repository.absolute(path), in: base)
  }
}

extension InputPath {
  /// Whether the name is that of a document.
  fileprivate var isDocument: Bool { DocumentFilter.isDocument(GitPath(bytes: Array(name.utf8))) }
}

extension CheckReport {
  /// Leaves out what is not new, where only what is new can fail.
  mutating func keepNew() {
    if gate.settings.failOn == .new { findings.removeAll { !$0.isNew } }
  }
}
