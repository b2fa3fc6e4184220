package import PhraseReport

extension CheckReport {
  /// Adds a finding (TH902) for each draft that could not be read: it stands first, for nothing is known
  /// of the rest of it.
  package mutating func addUnreadable(_ drafts: [SkippedFile]) {
    if drafts.isEmpty { return }
    let found = drafts.map { draft in
      Finding(
        rule: .unreadable, severity: .error, document: nil, path: draft.path, start: 0, end: 0,
        line: 1, column: 1, family: nil, sources: [], similarity: 1,
        fingerprint: Fingerprint.of(.unreadable, draft.path), message: draft.reason)
    }
    findings = found + findings
  }
}
