internal import PhraseReport

/// The places that findings of one file stand in, which is what is counted.
///
/// A span never mixes exact and edited text, so an edited phrase is several findings side by side: they
/// are one place.
struct FindingPlaces {
  /// For each place its findings, as indices, in order.
  private(set) var places: [[Int]] = []

  init(_ findings: [Finding], in version: FileVersion) {
    for (index, finding) in findings.enumerated() {
      if let last = places.last?.last, Self.goesOn(findings[last], finding, version) {
        places[places.count - 1].append(index)
      } else {
        places.append([index])
      }
    }
  }

  private static func goesOn(
    _ before: Finding, _ finding: Finding, _ version: FileVersion
  ) -> Bool {
    let rules: Set = [before.rule, finding.rule]
    guard rules == [.stockPhrase, .nearVariant], before.fingerprint == finding.fingerprint,
      let document = finding.document, before.document == document
    else { return false }
    let start = version.indices(of: finding).lowerBound
    return version.indices(of: before).upperBound == start
      && !version.startsBlock(start, in: document)
  }
}
