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
    // Their numbers are sorted: a finding is hundreds of bytes.
    return findings.indices.sorted { first, second in
      let (left, right) = (findings[first], findings[second])
      if left.severity != right.severity { return left.severity > right.severity }
      if left.isNew != right.isNew { return left.isNew }
      if ordinals[first] != ordinals[second] { return ordinals[first] < ordinals[second] }
      if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
      if left.end - left.start != right.end - right.start {
        return left.end - left.start > right.end - right.start
      }
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return (left.start, first) < (right.start, second)
    }.map { findings[$0] }
  }
}
