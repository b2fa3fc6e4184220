internal import CorpusIndex
internal import PhraseReport
internal import Taohua
internal import TextIngest

/// What the commands that write an index share: where it is, its lock, its words.
struct IndexWork {
  let settings: Settings
  let location: IndexLocation
  let progress: ProgressLine

  /// Seconds that a writer waits for another.
  private static let patience = 60

  /// - Throws: `CommandFailure.index` if there must be an index and is none.
  init(_ settings: Settings, isNew: Bool, progress: ProgressLine) throws(CommandFailure) {
    self.settings = settings
    self.progress = progress
    let path = settings.text(.index)
    guard let found = isNew ? IndexLocation.new(path) : IndexLocation.existing(path) else {
      throw .index(.missing(folder: IndexLocation.defaultFolder))
    }
    location = found
  }

  /// Calls `body` with the right to write.
  func write<Result>(
    _ body: (borrowing CorpusIndexer) throws(IndexError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(IndexError) {
      let indexer = try CorpusIndexer(
        folder: location.folder, jobs: settings.jobs, waitingUpTo: Self.patience
      ) { process in
        progress.pause()
        let holder = process.map { " (process \($0))" } ?? ""
        StandardError.line("taohua: waiting for another writer of the index\(holder)")
      }
      return try body(indexer)
    } catch {
      throw .index(error)
    }
  }

  /// The manifest as it is.
  func manifest() throws(CommandFailure) -> Manifest {
    do throws(IndexError) {
      return try IndexFolder(location.folder).snapshot().manifest
    } catch {
      throw .index(error)
    }
  }

  /// The files of `arguments`, named as the index names them.
  func files(_ arguments: [String], base: IndexBase) throws(CommandFailure) -> InputFiles {
    try InputFiles(
      arguments.map { WorkingFolder.absolute($0) }, settings: settings, base: base.folder)
  }

  /// Says why nothing of `skipped` is a document.
  func nothing(_ skipped: [SkippedFile], among named: [String]) -> CommandFailure {
    progress.end()
    report(failures: skipped)
    return .noDocuments(looked: named, passedBy: skipped.count { !$0.isFailure })
  }

  private func report(failures: [SkippedFile]) {
    for file in failures where file.isFailure {
      StandardError.write("\(file.path): \(file.reason)")
    }
  }

  /// Says what a change did, and fails if something could not be read.
  func report(_ change: CorpusIndexer.Change) throws {
    progress.end()
    report(failures: change.skipped)
    if !settings.flag(.quiet) {
      var parts: [String] = []
      func add(_ count: Int, _ what: String) {
        if count > 0 { parts.append("\(count) \(what)") }
      }
      add(change.added.count, "added")
      add(change.changed.count, "changed")
      add(change.removed.count, "removed")
      add(change.unchanged, "unchanged")
      let manifest = try manifest()
      let state = manifest.isCurrent ? "" : "; phrases are found anew at the next check"
      try StandardOutput.write(
        "\(location.folder): \(parts.isEmpty ? "nothing to do" : parts.joined(separator: ", "))"
          + "; \(manifest.entries.count) files\(state)\n")
    }
    if change.skipped.contains(where: \.isFailure) { throw ExitStatus.failure }
  }
}
