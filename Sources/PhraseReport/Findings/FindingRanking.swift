extension Sequence<Finding> {
  /// The findings, those that matter most first: by severity, the new ones, by rule, then the longest.
  /// What stands several times comes once; its other places follow after all else that is as grave.
  var ranked: [Finding] {
    let findings = Array(self)
    var counts: [String: Int] = [:]
    let ordinals = findings.map { finding in
      counts[finding.fingerprint, default: 0] += 1
      return counts[finding.fingerprint]!
    }
    // Their numbers are sorted, by what is taken out of each once: a finding is hundreds of bytes.
    let keys = zip(findings, ordinals).map { RankingKey($0, ordinal: $1) }
    return findings.indices.sorted { first, second in
      keys[first].precedes(keys[second]) ?? (first < second)
    }.map { findings[$0] }
  }
}

/// What findings are ranked by.
private struct RankingKey {
  private let severity: Severity
  private let isNew: Bool
  private let ordinal: Int
  private let rule: String
  private let length: Int
  private let path: String
  private let start: Int

  init(_ finding: Finding, ordinal: Int) {
    severity = finding.severity
    isNew = finding.isNew
    self.ordinal = ordinal
    rule = finding.rule.rawValue
    length = finding.end - finding.start
    path = finding.path
    start = finding.start
  }

  /// Whether it comes before `other`; nil where nothing tells.
  func precedes(_ other: RankingKey) -> Bool? {
    if severity != other.severity { return severity > other.severity }
    if isNew != other.isNew { return isNew }
    if ordinal != other.ordinal { return ordinal < other.ordinal }
    if rule != other.rule { return rule < other.rule }
    if length != other.length { return length > other.length }
    if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    return start == other.start ? nil : start < other.start
  }
}
