package import PhraseReport

extension CheckReport {
  /// Suppresses findings that an entry names by their fingerprint, in the files of its paths.
  ///
  /// A family that is allowed is no finding any more; what stands in no phrase, a copied passage or a
  /// left-over value, has a fingerprint alone.
  package mutating func suppress(by entries: [AllowEntry], in drafts: Corpus) {
    var named: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.phrase.isEmpty {
      if let id = entry.family { named[id, default: []].append(index) }
    }
    if named.isEmpty { return }
    let documents = drafts.documents(ofEntries: entries)
    for index in findings.indices {
      guard let document = findings[index].document,
        let entry = named[findings[index].fingerprint]?.first(where: {
          documents[$0]?[document] ?? true
        })
      else { continue }
      usedEntries.insert(entry)
      findings[index].suppression = Suppression(
        by: .allowList, reason: entries[entry].reason, line: entries[entry].place?.line ?? 1)
    }
  }
}
