internal import CorpusIndex
internal import PhraseMining
package import PhraseReport
internal import ShingleEngine

extension AuditParts {
  /// What a task did.
  package enum Outcome: Hashable, Sendable {
    /// It made its files of so many documents or groups.
    case made(Int)
    /// They were there, whole, of the same input.
    case there
  }

  /// Reads the files of split `number`, from 1, and writes their documents and windows.
  ///
  /// - Parameters:
  ///   - number: of the split.
  ///   - jobs: threads.
  ///   - progress: told how far it is.
  ///   - unreadable: called with the files that could not be read.
  package func makeSplit(
    _ number: Int, jobs: Int, progress: ProgressHandler?, unreadable: ([SkippedFile]) -> Void
  ) throws(PartError) -> Outcome {
    try require(split: number)
    let index = number - 1
    let inputs = Array(plan.inputs[plan.files(of: index)])
    if let changed = inputs.first(where: { !$0.isUnchanged }) {
      throw .changed(name: changed.name, split: number)
    }
    if isMade(split: index) { return .there }
    let workers = Workers(count: jobs)
    let corpus = Corpus.read(
      inputs.map { InputPath(path: $0.path, name: $0.name, isNamed: $0.isNamed) },
      settings: plan.settings.reading, jobs: jobs, progress: progress)
    unreadable(corpus.skipped)
    if let changed = inputs.first(where: { !$0.isUnchanged }) {
      throw .changed(name: changed.name, split: number)
    }
    progress?(Progress(stage: .comparing, completed: 0, total: 1))
    do throws(IndexError) {
      let fingerprint = plan.fingerprint(of: index)
      try SplitWindows.write(
        corpus.text.corpus, lengths: lengths(of: corpus), fingerprint: fingerprint,
        to: path(ofWindows: index), workers: workers)
      try SplitDocuments.write(
        corpus, inputs: inputs.map(\.name), fingerprint: fingerprint,
        to: path(ofDocuments: index), workers: workers)
    } catch {
      throw .unusable(.split(number), error)
    }
    return .made(corpus.documents.count)
  }

  /// The shingle lengths of the documents of a split, as far as it can tell: how many documents there are in
  /// all, and whether others have another script, nobody knows yet. What is missing is made when it is asked
  /// for.
  private func lengths(of corpus: Corpus) -> [Int] {
    let lengths = plan.shingleLength(documents: plan.fileCount)
    return Set(corpus.documents.map { lengths.of(isSpaced: corpus.isSpaced($0)) }).sorted()
  }

  private func isMade(split index: Int) -> Bool {
    let fingerprint = plan.fingerprint(of: index)
    do throws(IndexError) {
      let documents = try SplitDocuments(path: path(ofDocuments: index))
      let windows = try SplitWindows(path: path(ofWindows: index))
      guard documents.head.fingerprint == fingerprint, windows.fingerprint == fingerprint else {
        return false
      }
      try documents.verify()
      try windows.verify()
      return true
    } catch {
      return false
    }
  }
}

extension AuditPlan {
  /// k where `documents` are counted.
  func shingleLength(documents: Int) -> MiningSettings.Lengths {
    settings.applied(to: AuditSettings()).shingleLength(documents: documents)
  }
}
