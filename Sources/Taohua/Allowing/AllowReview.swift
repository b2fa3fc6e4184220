package import PhraseReport

/// What is to be said of an allow list after a run: entries that no longer hold, and entries that nothing
/// needs.
package struct AllowReview: Sendable {
  package var expired: [AllowEntry]
  package var unused: [AllowEntry]

  /// - Parameters:
  ///   - entries: those that held in the run, in its order.
  ///   - expired: those that held no more.
  ///   - used: the indices of the entries that were found.
  ///   - covers: whether a folder or file, an absolute path, was read whole: what stands nowhere in a part
  ///     may stand in the rest.
  package init(
    _ entries: [AllowEntry], expired: [AllowEntry], used: Set<Int>, covers: (String) -> Bool
  ) {
    self.expired = expired
    unused = entries.enumerated().filter { index, entry in
      !used.contains(index) && entry.scope?.allSatisfy(covers) ?? false
    }.map(\.element)
  }
}

extension CheckReport {
  /// Adds a finding for each entry of `review`: TH901 if it expired, TH900 if it is not used.
  package mutating func add(_ review: AllowReview) {
    findings += review.expired.compactMap { entry in
      entry.finding(
        .expired,
        "'\(entry.name)' was allowed up to \(entry.expires ?? ""): renew the entry or remove it")
    }
    findings += review.unused.compactMap { entry in
      entry.finding(
        .unusedSuppression,
        "'\(entry.name)' stands in none of the documents that it is allowed in: remove the entry")
    }
  }
}

extension AuditReport {
  /// Adds the entries of `review` to the notes.
  package mutating func add(_ review: AllowReview) {
    expiredEntries = review.expired.compactMap(\.place?.text)
    unusedEntries = review.unused.compactMap(\.place?.text)
  }
}

extension AllowEntry {
  fileprivate func finding(_ rule: Rule, _ message: String) -> Finding? {
    guard let place else { return nil }
    return Finding(
      rule: rule, severity: .warning, document: nil, path: place.file, start: 0, end: 0,
      line: place.line, column: 1, family: nil, sources: [], similarity: 1,
      fingerprint: Fingerprint.of(rule, name), message: message)
  }
}

extension AllowEntry.Place {
  /// `file:line`.
  fileprivate var text: String { "\(file):\(line)" }
}
