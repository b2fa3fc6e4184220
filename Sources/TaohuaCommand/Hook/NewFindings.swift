internal import PhraseReport

/// Marks which findings are new: those that the older versions of their file have less often.
enum NewFindings {
  /// A sort of finding in one file.
  private struct Sort: Hashable {
    var path: String
    var fingerprint: String
  }

  /// Marks the findings of `report`.
  ///
  /// Of several findings of one sort the first are taken for the known ones.
  ///
  /// - Parameter older: the reports of the older versions, one for each parent of a merge; a finding
  ///   that any of them has is known.
  static func mark(_ report: inout CheckReport, older: [CheckReport]) {
    var known: [Sort: Int] = [:]
    for version in older {
      var counts: [Sort: Int] = [:]
      for finding in version.findings { counts[Sort(of: finding), default: 0] += 1 }
      known.merge(counts) { max($0, $1) }
    }
    for index in report.findings.indices {
      let sort = Sort(of: report.findings[index])
      guard let left = known[sort], left > 0 else { continue }
      known[sort] = left - 1
      report.findings[index].isNew = false
    }
  }
}

extension NewFindings.Sort {
  fileprivate init(of finding: Finding) {
    self.init(path: finding.path, fingerprint: finding.fingerprint)
  }
}
