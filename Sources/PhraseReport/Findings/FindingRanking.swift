extension Sequence<Finding> {
  /// The findings, those that matter most first: by severity, the new ones, by rule, then the longest.
  /// What stands several times comes once; its other places follow after all else that is as grave.
  var ranked: [Finding] {
    var counts: [String: Int] = [:]
    return map { finding in
      counts[finding.fingerprint, default: 0] += 1
      return (finding: finding, ordinal: counts[finding.fingerprint]!)
    }.sorted { left, right in
      let ordinals = (left.ordinal, right.ordinal)
      let (left, right) = (left.finding, right.finding)
      if left.severity != right.severity { return left.severity > right.severity }
      if left.isNew != right.isNew { return left.isNew }
      if ordinals.0 != ordinals.1 { return ordinals.0 < ordinals.1 }
      if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
      if left.end - left.start != right.end - right.start {
        return left.end - left.start > right.end - right.start
      }
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return left.start < right.start
    }.map(\.finding)
  }
}
