internal import PhraseReport
internal import Taohua

/// Passages that a change moves from one document to another: copies of the last commit, and of nothing
/// once the change is made.
struct MovedPassages {
  let changes: ChangeSet
  let repository: GitRepository
  let settings: Settings

  /// Marks copied passages as known if all of their sources are changed too, and none has the passage
  /// any more.
  ///
  /// - Parameter check: the settings of the check, with the names that its sources have.
  func mark(
    in report: inout CheckReport, of drafts: Corpus, _ check: CheckSettings
  ) throws(CommandFailure) {
    var changed: [String: GitFile] = [:]
    for file in changes.files {
      guard case .blob(let blob) = file.content else { continue }
      changed[check.name(of: file.path, in: repository)] = GitFile(path: file.path, blob: blob)
    }
    let candidates = report.findings.indices.filter { index in
      let finding = report.findings[index]
      return finding.rule == .copiedPassage && finding.isNew && !finding.sources.isEmpty
        && finding.sources.allSatisfy { changed[Self.file(ofDocument: $0)] != nil }
    }
    if candidates.isEmpty { return }
    let sources = Set(candidates.flatMap { report.findings[$0].sources })
    let files = Set(sources.compactMap { changed[Self.file(ofDocument: $0)] })
    let after = try reportAfter(drafts, against: files.sorted { $0.path.precedes($1.path) }, check)
    for index in candidates where !after.hasCopy(overlapping: report.findings[index]) {
      report.findings[index].isNew = false
    }
  }

  /// The check against `files` as they are after the change.
  private func reportAfter(
    _ drafts: Corpus, against files: [GitFile], _ check: CheckSettings
  ) throws(CommandFailure) -> CheckReport {
    let inputs = try CommittedDocuments(files, in: repository).inputs
    let corpus = Corpus.read(inputs, settings: settings.reading, jobs: settings.jobs)
    var check = check
    check.base = "/" + repository.top.joined(separator: "/")
    check.leftOut = []
    return try OpenReports(corpus, check).check(drafts)
  }

  /// The file of a document's id, which may be a part of it.
  private static func file(ofDocument id: String) -> String {
    guard let mark = id.lastIndex(of: "#"), !id[mark...].dropFirst().isEmpty,
      id[mark...].dropFirst().allSatisfy(\.isNumber)
    else { return id }
    return String(id[..<mark])
  }
}

extension CheckReport {
  /// Whether a copied passage was found where `finding` is.
  fileprivate func hasCopy(overlapping finding: Finding) -> Bool {
    findings.contains {
      $0.rule == .copiedPassage && $0.document == finding.document && $0.start < finding.end
        && finding.start < $0.end
    }
  }
}
