/// How well passages were found: the measures of Potthast, Stein, Barrón-Cedeño and Rosso, *An
/// Evaluation Framework for Plagiarism Detection* (2010), as the PAN competitions use them.
///
/// A detection r detects a case s if they overlap on both sides in the same pair of documents.
package struct PassageScore: Hashable, Sendable {
  /// The cases.
  package var cases: Int
  /// The cases that something detects.
  package var detectedCases: Int
  /// The detections.
  package var detections: Int
  /// The mean over detections of the share of the detection that lies in cases it detects.
  package var precision: Double
  /// The mean over cases of the share of the case that detections of it cover.
  package var recall: Double
  /// The same share over all characters of all detections, each once.
  package var microPrecision: Double
  /// The same share over all characters of all cases, each once.
  package var microRecall: Double
  /// The mean number of detections of a detected case, 1 at best.
  package var granularity: Double

  /// The macro measures in one number.
  package var plagdet: Double {
    Self.plagdet(precision: precision, recall: recall, granularity: granularity)
  }

  /// The micro measures in one number.
  package var microPlagdet: Double {
    Self.plagdet(precision: microPrecision, recall: microRecall, granularity: granularity)
  }

  /// F1 / log2(1 + granularity).
  ///
  /// - Parameters:
  ///   - precision: from 0 to 1.
  ///   - recall: from 0 to 1.
  ///   - granularity: 1 or more.
  /// - Returns: from 0 to 1.
  package static func plagdet(precision: Double, recall: Double, granularity: Double) -> Double {
    Ratio.harmonicMean(precision, recall) / Logarithm.base2(1 + granularity)
  }

  /// Measures `detections` against `cases`. O(cases + detections), and their product in each pair.
  ///
  /// - Parameters:
  ///   - cases: what should be found.
  ///   - detections: what was found.
  package init(cases: [AlignedSpans], detections: [AlignedSpans]) {
    let matching = Matching(cases: cases, detections: detections)
    self.cases = cases.count
    self.detections = detections.count
    let counts = matching.detectors.filter { !$0.isEmpty }.map(\.count)
    detectedCases = counts.count
    let total = counts.reduce(0, +)
    granularity = counts.isEmpty ? 1 : Double(total) / Double(counts.count)
    if cases.isEmpty && detections.isEmpty {
      (precision, recall, microPrecision, microRecall) = (1, 1, 1, 1)
      return
    }
    precision = Self.meanShare(of: detections, in: cases, matching.detected)
    recall = Self.meanShare(of: cases, in: detections, matching.detectors)
    let common = Self.characters(matching.intersections)
    microPrecision = Ratio.of(common, Self.characters(detections))
    microRecall = Ratio.of(common, Self.characters(cases))
  }

  /// The mean over `spans` of the share that their partners among `others` cover.
  private static func meanShare(
    of spans: [AlignedSpans], in others: [AlignedSpans], _ partners: [[Int]]
  ) -> Double {
    guard !spans.isEmpty else { return 0 }
    let shares = zip(spans, partners).map { span, partners in
      let common = partners.map { span.common(with: others[$0]) }
      return Ratio.of(
        Coverage.count(common.map(\.left)) + Coverage.count(common.map(\.right)), span.length)
    }
    return shares.reduce(0, +) / Double(spans.count)
  }

  /// The characters of all documents that `spans` cover, each once.
  private static func characters(_ spans: [AlignedSpans]) -> Int {
    var left: [String: [Range<Int>]] = [:]
    var right: [String: [Range<Int>]] = [:]
    for span in spans {
      left[span.pair.suspicious, default: []].append(span.left)
      right[span.pair.source, default: []].append(span.right)
    }
    return (left.values.map(Coverage.count) + right.values.map(Coverage.count)).reduce(0, +)
  }
}

/// Which detections detect which cases.
private struct Matching {
  /// For each case the detections of it.
  var detectors: [[Int]]
  /// For each detection the cases that it detects.
  var detected: [[Int]]
  /// What each has in common with the other.
  var intersections: [AlignedSpans] = []

  init(cases: [AlignedSpans], detections: [AlignedSpans]) {
    detectors = Array(repeating: [], count: cases.count)
    detected = Array(repeating: [], count: detections.count)
    let casesOfPair = Dictionary(grouping: cases.indices) { cases[$0].pair }
    for (index, detection) in detections.enumerated() {
      for number in casesOfPair[detection.pair] ?? [] where detection.detects(cases[number]) {
        detectors[number].append(index)
        detected[index].append(number)
        intersections.append(detection.common(with: cases[number]))
      }
    }
  }
}
