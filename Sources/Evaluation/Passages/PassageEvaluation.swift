/// Detections measured against the truth, for each category and over all.
package struct PassageEvaluation: Sendable {
  /// What was done to the passages, and how well they were found; in order of name. The detections of
  /// a category are those in pairs with cases of it.
  package var categories: [(name: String, score: PassageScore)] = []
  /// All cases and all detections, those in pairs without cases among them.
  package var overall: PassageScore
  /// The pairs that have no case.
  package var pairsWithoutCases: Int
  /// The detections in pairs without a case: all of them are wrong.
  package var falseDetections: Int
  /// The detections that were left out since the truth says that they count neither way.
  package var ignoredDetections: Int

  /// Measures `detections`.
  ///
  /// - Parameters:
  ///   - detections: what was found, moved to the copies that the truth names if wished.
  ///   - comparedPairs: the pairs that the result speaks of.
  ///   - truth: what should have been found.
  package init(
    detections: [AlignedSpans], comparedPairs: [DocumentPair], truth: PassageTruth
  ) {
    let casesOfPair = Dictionary(grouping: truth.cases, by: \.spans.pair)
    let ignoredOfPair = Dictionary(grouping: truth.ignored, by: \.pair)
    let counted = detections.filter { detection in
      let isIgnored = ignoredOfPair[detection.pair]?.contains { detection.detects($0) } ?? false
      guard isIgnored else { return true }
      return casesOfPair[detection.pair]?.contains { $0.spans.left.overlaps(detection.left) }
        ?? false
    }
    ignoredDetections = detections.count - counted.count
    var detectionsOf: [String: [AlignedSpans]] = [:]
    for detection in counted {
      guard let cases = casesOfPair[detection.pair] else { continue }
      detectionsOf[Self.category(of: detection, among: cases), default: []].append(detection)
    }
    let casesOf = Dictionary(grouping: truth.cases, by: \.category)
    categories = casesOf.keys.sorted().map { name in
      let cases = casesOf[name, default: []].map(\.spans)
      return (name, PassageScore(cases: cases, detections: detectionsOf[name] ?? []))
    }
    overall = PassageScore(cases: truth.cases.map(\.spans), detections: counted)
    falseDetections = counted.count { casesOfPair[$0.pair] == nil }
    let pairs = Set(truth.pairs).union(comparedPairs).union(counted.map(\.pair))
    pairsWithoutCases = pairs.count { casesOfPair[$0] == nil }
  }

  /// The category of the first case that `detection` detects, else that of the pair's last case: the
  /// pairs of all known corpora have one.
  private static func category(of detection: AlignedSpans, among cases: [PassageCase]) -> String {
    (cases.first { detection.detects($0.spans) } ?? cases[cases.count - 1]).category
  }
}
