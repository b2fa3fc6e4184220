internal import CorpusIndex
internal import Glibc
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// The index that a hook keeps in the repository's git folder, for the documents of the last commit.
///
/// It may be behind: what was changed since the commit that it was made of is read from git and takes the
/// place of what the index has, with the answer of an index that is not behind as long as it is small. Only
/// when much was changed is it brought up to date, within
/// a budget of time. It is a copy of what git has: whatever is wrong with it, it is made anew.
struct HookIndex {
  let repository: GitRepository
  let settings: Settings
  let checkSettings: CheckSettings
  /// Seconds that writing may take; 0 for no limit.
  let budget: Int

  /// Documents that are read from git beside the index, and their bytes: some 50 ms, a PDF more. When
  /// there is more, the index is brought up to date.
  private static let recentDocuments = 64
  private static let recentSize = 1 << 18

  private var folder: String { repository.ownFolder + "/index" }
  private var state: HookIndexState { HookIndexState(folder: repository.ownFolder) }
  private var indexSettings: IndexSettings { IndexSettings(checkSettings.audit) }

  /// The documents of `commit`, by the index; nil where there is none, or none that is of use.
  ///
  /// - Parameter mayWrite: whether the index is to be brought up to date where it is far behind.
  func open(
    _ commit: GitObject, mayWrite: Bool, filter: inout DocumentFilter
  ) throws(CommandFailure) -> HookCorpus? {
    guard let made = state.commit, let index = opened(),
      let changes = try? ChangeSet(.commits(made, commit), in: repository)
    else { return nil }
    let touched = changes.files.map(\.path) + changes.deleted
    if touched.contains(where: DocumentFilter.decides) { return nil }
    let documents = touched.filter(DocumentFilter.isDocument)
    if documents.isEmpty {
      return index.reports().map { HookCorpus(reports: $0, unread: index.unread()) }
    }
    let isMany = documents.count > Self.recentDocuments
    if isMany && !mayWrite { return nil }
    let recent = try CommittedDocuments(
      recentFiles(changes, filter: &filter), in: repository)
    if isMany || (mayWrite && recent.size > Self.recentSize) {
      return try update(to: commit, recent, without: changes.deleted)
    }
    return corpus(index, Set(documents.map { $0.name(from: []) }), recent)
  }

  /// The documents of `index` without the files `names`, and `recent` in their place.
  ///
  /// Phrases follow from all documents together, so those of a small index are found anew: the answer is that
  /// without an index. In a large one they stay what they were, and what is copied from newer documents is found
  /// beside that.
  private func corpus(
    _ index: OpenHookIndex, _ names: Set<String>, _ recent: CommittedDocuments
  ) -> HookCorpus? {
    var newer = read(recent.inputs)
    let unread = index.unread(without: names) + recent.missing + newer.skipped.count
    newer.skipped = []
    if index.isSmall {
      return index.reports(replacing: names, by: newer).map {
        HookCorpus(reports: $0, unread: unread)
      }
    }
    guard var reports = index.reports() else { return nil }
    reports.replace(names, by: OpenReports(newer, reports.settings))
    return HookCorpus(reports: reports, unread: unread, behind: names.count)
  }

  /// Makes the index anew of `inputs`, the documents of `commit`; nil where it cannot be written.
  func build(_ commit: GitObject, of inputs: [InputPath]) throws(CommandFailure) -> HookCorpus? {
    StandardError.line(
      "\(Tool.name): making an index of the \(inputs.count) documents of the last commit")
    return try write(commit) { (indexer) throws(IndexError) in
      _ = try indexer.build(
        inputs, roots: [], base: indexBase, settings: indexSettings, progress: nil)
    }
  }

  /// `inputs` as the hook reads them.
  func read(_ inputs: [InputPath]) -> Corpus {
    Corpus.read(inputs, settings: settings.reading, jobs: settings.jobs)
  }

  /// The documents of `corpus`, and how many could not be read.
  func inMemory(_ corpus: Corpus) -> HookCorpus {
    var corpus = corpus
    let unread = corpus.skipped.count
    corpus.skipped = []
    return HookCorpus(reports: OpenReports(corpus, ownCheckSettings), unread: unread)
  }

  /// Forgets the index: it is damaged.
  func forget() { state.remove() }

  /// What names are relative to.
  private var base: String { "/" + repository.top.joined(separator: "/") }
  private var indexBase: IndexBase { IndexBase(stored: base, folder: base) }

  /// The index as it is, if it can be used.
  private func opened() -> OpenHookIndex? {
    OpenHookIndex(folder, settings: indexSettings, ownCheckSettings)
  }

  /// How drafts are checked against documents that are named from the top of the working tree.
  private var ownCheckSettings: CheckSettings {
    var check = checkSettings
    check.base = base
    return check
  }

  /// Brings the index up to date: `documents` are those that changed, as they are now.
  private func update(
    to commit: GitObject, _ documents: CommittedDocuments, without deleted: Set<GitPath>
  ) throws(CommandFailure) -> HookCorpus? {
    let gone = deleted.map { $0.name(from: []) }
    return try write(commit) { (indexer) throws(IndexError) in
      _ = try indexer.add(documents.inputs, roots: [], base: indexBase)
      _ = try indexer.remove(gone, purge: false)
      try indexer.describe(progress: nil)
    }
  }

  /// Removes what is in the index's folder, but for the lock that is held.
  private func clear() {
    for entry in (try? FolderListing(folder).entries) ?? [] {
      let name = String(decoding: entry.name, as: UTF8.self)
      if name != "lock" { unlink(folder + "/" + name) }
    }
  }

  /// The documents among the changed files, as they are now.
  private func recentFiles(
    _ changes: ChangeSet, filter: inout DocumentFilter
  ) throws(CommandFailure) -> [GitFile] {
    let kept = Set(try filter.documents(among: changes.files.map(\.path)))
    return changes.files.compactMap { file in
      guard kept.contains(file.path), case .blob(let blob) = file.content else { return nil }
      return GitFile(path: file.path, blob: blob)
    }
  }

  /// Lets `body` write within the budget, notes the commit, and opens what was written.
  ///
  /// - Returns: nil where nothing can be written; that is said, and costs time alone.
  private func write(
    _ commit: GitObject, _ body: (borrowing CorpusIndexer) throws(IndexError) -> Void
  ) throws(CommandFailure) -> HookCorpus? {
    let limit = TimeLimit(seconds: budget, failure: .indexBudget(seconds: budget))
    defer { limit.end() }
    do throws(IndexError) {
      let indexer = try CorpusIndexer(
        folder: folder, jobs: settings.jobs, waitingUpTo: max(budget, 1)
      ) { _ in }
      do throws(IndexError) {
        try body(indexer)
      } catch {
        guard error.isDamage else { throw error }
        clear()
        try body(indexer)
      }
    } catch {
      StandardError.warn("\(error.message)\n  the documents of the last commit are read instead")
      return nil
    }
    try state.write(commit)
    guard let index = opened(), let reports = index.reports() else { return nil }
    return HookCorpus(reports: reports, unread: index.unread())
  }
}

extension IndexError {
  /// Whether the files of an index are not as they were written.
  fileprivate var isDamage: Bool {
    switch self {
    case .damaged, .lost, .otherFormat, .database: true
    case .missing, .otherSettings, .locked, .system, .unerased: false
    }
  }
}
