package import PhraseReport
package import ShingleEngine

extension CheckReport {
  /// Leaves only those findings marked as new that the files of the drafts had not before.
  ///
  /// The answer for a file depends on its own versions alone, however files are put together for a
  /// check. A finding that is known already stays known.
  ///
  /// - Parameters:
  ///   - drafts: What was checked: `documents` are its documents.
  ///   - earlier: The check of the old versions against the same corpus; this report itself where old and
  ///     new ones were checked together.
  ///   - earlierDrafts: What that check checked.
  ///   - versions: For the index of a file of `drafts`, the files of `earlierDrafts` that are old versions
  ///     of it: none where it is new, two in a merge, where nothing is new that one of them has.
  ///   - workers: The threads to use.
  package mutating func markNew(
    of drafts: Corpus, since earlier: CheckReport, of earlierDrafts: Corpus,
    workers: Workers = Workers(count: 1), versions: (Int) -> [Int]
  ) {
    // What comments do not do there is known too.
    var earlier = earlier
    earlier.suppress(byCommentsIn: earlierDrafts)
    let now = FindingsByFile(findings, of: drafts)
    let before = FindingsByFile(earlier.findings, of: earlierDrafts)
    let pairs = now.byFile.flatMap { file, indices in
      versions(file).map { (file: file, version: $0, indices: indices) }
    }
    let (settings, current, old) = (settings, findings, earlier.findings)
    let isNew = workers.map(pairs.count) { index in
      let (file, version, indices) = pairs[index]
      return Novelty(
        of: FileVersion(drafts, file: file), since: FileVersion(earlierDrafts, file: version),
        settings: settings
      ).isNew(indices.map { current[$0] }, since: (before.byFile[version] ?? []).map { old[$0] })
    }
    for (pair, isNew) in zip(pairs, isNew) {
      for (index, isNew) in zip(pair.indices, isNew) where !isNew { findings[index].isNew = false }
    }
  }
}
