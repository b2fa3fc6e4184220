extension Sequence<Finding> {
  /// The findings, those that matter most first: by severity, the new ones, by rule, then the longest.
  var ranked: [Finding] {
    sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.isNew != right.isNew { return left.isNew }
      if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
      if left.end - left.start != right.end - right.start {
        return left.end - left.start > right.end - right.start
      }
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return left.start < right.start
    }
  }
}
