internal import PhraseReport
internal import Taohua

// The seam for branch `guard`, whose Sources/Taohua/Novelty has this method: this file goes then.
extension CheckReport {
  mutating func markNew(
    of drafts: Corpus, since earlier: CheckReport, of earlierDrafts: Corpus,
    versions: (Int) -> [Int]
  ) {
    var known: [String: [String: Int]] = [:]
    for finding in earlier.findings {
      known[finding.path, default: [:]][finding.fingerprint, default: 0] += 1
    }
    for index in findings.indices {
      let (path, print) = (findings[index].path, findings[index].fingerprint)
      guard let left = known[path]?[print], left > 0 else { continue }
      known[path]![print] = left - 1
      findings[index].isNew = false
    }
  }
}
