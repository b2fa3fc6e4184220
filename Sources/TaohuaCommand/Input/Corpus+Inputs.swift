internal import PhraseReport
internal import Taohua
internal import TextIngest

extension Corpus {
  /// Reads `inputs`; what discovery left out is among `skipped`.
  ///
  /// - Parameters:
  ///   - reports: what they are compared with, if that was read before.
  ///   - early: the documents of `inputs`, read before it was known how.
  ///   - memory: what the work on them may take; nil for all that there is.
  static func read(
    _ inputs: InputFiles, early: Corpus? = nil, like reports: OpenReports? = nil,
    settings: Settings, _ metadata: MetadataFile?, memory: MemoryPlan? = nil,
    progress: ProgressLine
  ) -> Corpus {
    let reading = settings.reading(like: reports)
    var corpus =
      if let early, early.reading == reading {
        early
      } else {
        Corpus.read(
          inputs.paths, settings: reading, jobs: settings.jobs, memory: memory,
          progress: progress.handler)
      }
    corpus.complete(inputs.skipped, metadata)
    return corpus
  }

  /// Adds what is known beside the files that were read.
  ///
  /// - Parameters:
  ///   - left: what discovery left out.
  ///   - metadata: what is known of the documents beside their text.
  mutating func complete(_ left: [SkippedFile], _ metadata: MetadataFile?) {
    metadata?.apply(to: &self)
    skipped += left
    skipped.sort { LexicalPath.precedes($0.path, $1.path) }
  }

  /// Reads `inputs`, says which files could not be read, and stops where there is no document.
  ///
  /// - Parameters:
  ///   - arguments: what the user named; empty for the working folder.
  ///   - metadata: what is known of the documents beside their text.
  ///   - memory: what the work on them may take; nil for all that there is.
  static func reading(
    _ inputs: InputFiles, among arguments: [String], settings: Settings,
    _ metadata: MetadataFile? = nil, memory: MemoryPlan? = nil, progress: ProgressLine
  ) throws(CommandFailure) -> Corpus {
    let corpus = read(
      inputs, settings: settings, metadata, memory: memory, progress: progress)
    progress.pause()
    try corpus.review(among: arguments)
    return corpus
  }

  /// Says which files could not be read or look wrong, and stops where there is no document.
  ///
  /// - Parameter arguments: what the user named; empty for the working folder.
  func review(among arguments: [String]) throws(CommandFailure) {
    reportFailures()
    reportWarnings()
    try requireDocuments(among: arguments.isEmpty ? ["this folder"] : arguments)
  }

  /// Reads drafts, and says which could not be read: these are findings, so that there is a report of
  /// them even where none is left.
  static func readingDrafts(
    _ inputs: InputFiles, early: Corpus?, like reports: OpenReports?, settings: Settings,
    _ metadata: MetadataFile?, progress: ProgressLine
  ) -> Corpus {
    let corpus = read(
      inputs, early: early, like: reports, settings: settings, metadata, progress: progress)
    progress.pause()
    corpus.reportFailures()
    corpus.reportWarnings()
    if corpus.files.isEmpty && corpus.failures.isEmpty {
      StandardError.warn("nothing to check: no document among the drafts")
    }
    return corpus
  }

  /// The files that make the run fail.
  var failures: [SkippedFile] { skipped.filter(\.isFailure) }

  /// Says which files could not be read: all of them up to 20, which is what fits a screen.
  func reportFailures() { failures.report() }

  /// Says which files have text that looks wrong: the first 20, each warning on a line.
  func reportWarnings() {
    let warnings = files.flatMap { file in
      file.source.warnings.map { "\(file.input.name): \($0)" }
    }
    for warning in warnings.prefix(20) { StandardError.warn(warning) }
    if warnings.count > 20 {
      StandardError.line("  and \(warnings.count - 20) more; the JSON report lists them all")
    }
  }

  /// - Throws: `CommandFailure.noDocuments` if nothing could be read.
  func requireDocuments(among arguments: [String]) throws(CommandFailure) {
    guard files.isEmpty else { return }
    let passedBy = skipped.count { !$0.isFailure }
    throw .noDocuments(looked: arguments, passedBy: passedBy)
  }
}

extension [SkippedFile] {
  /// Says why each could not be read: the first 20.
  func report() {
    for failure in prefix(20) { StandardError.write("\(failure.path): \(failure.reason)") }
    if count > 20 {
      StandardError.line("  and \(count - 20) more; the JSON report lists them all")
    }
  }
}
