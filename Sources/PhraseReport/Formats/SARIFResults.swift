/// Writes findings as results of SARIF.
struct SARIFResults {
  private let report: CheckReport
  private let sources: FindingSources
  /// Which of the findings of its fingerprint in its file each is, from 1.
  private let ordinals: [Int]
  /// Whether there are old findings, so that new ones are told from them.
  private let tellsNew: Bool
  private let hasSuppressions: Bool

  init(_ report: CheckReport) {
    self.report = report
    sources = FindingSources(report)
    var counts: [String: Int] = [:]
    ordinals = report.findings.map { finding in
      let key = finding.path + "\0" + finding.fingerprint
      counts[key, default: 0] += 1
      return counts[key]!
    }
    tellsNew = report.findings.contains { !$0.isNew }
    hasSuppressions = report.findings.contains { $0.suppression != nil }
  }

  /// The result of the finding at `index`, as fields of the object that is open.
  func write(_ index: Int, to json: inout JSONWriter) {
    let finding = report.findings[index]
    let related = related(to: finding)
    json.field("ruleId", finding.rule.rawValue)
    json.field("ruleIndex", Rule.allCases.firstIndex(of: finding.rule)!)
    json.field("level", finding.severity.rawValue)
    json.text("message", message(finding, related))
    json.array("locations", [finding]) { json, finding in
      json.object { json in
        json.location(
          finding.path,
          region: report.region(of: finding).map {
            region($0, report.hasBytesOfFile(finding) ? finding.start..<finding.end : nil)
          })
      }
    }
    if !related.isEmpty {
      json.array("relatedLocations", related.enumerated()) { json, place in
        json.object { write(place.element, id: place.offset + 1, to: &$0) }
      }
    }
    json.object("partialFingerprints") {
      $0.field("primaryLocationLineHash", "\(finding.fingerprint):\(ordinals[index])")
      $0.field("taohua/v1", finding.fingerprint)
    }
    if tellsNew { json.field("baselineState", finding.isNew ? "new" : "unchanged") }
    suppressions(finding, to: &json)
    json.object("properties") {
      $0.field("similarity", finding.similarity)
      $0.field("family", ifKnown: finding.family.map { report.families[$0].id })
      $0.field("document", report.subject(of: finding))
    }
  }

  /// The places of `finding`; a source of which no place is known is the whole file, on line 0.
  private func related(to finding: Finding) -> [FindingPlace] {
    let places = sources.places(of: finding)
    let known = Set(places.map(\.document))
    return places
      + finding.sources.filter { !known.contains($0) }.map {
        FindingPlace(
          document: $0, path: sources.path(of: $0), start: 0, end: 0, line: 0, column: 0)
      }
  }

  /// The message, and links to the places.
  private func message(_ finding: Finding, _ related: [FindingPlace]) -> String {
    let text = SARIFMessage.escaped(finding.message)
    if related.isEmpty { return text }
    let links = related.enumerated().map { index, place in
      let name = place.line > 0 ? "\(place.document):\(place.line)" : place.document
      return SARIFMessage.link(name, to: index + 1)
    }
    return text + ". See " + links.joined(separator: ", ")
  }

  /// - Parameter bytes: nil where they are those of extracted text.
  private func region(
    _ region: FindingRegion, _ bytes: Range<Int>?
  ) -> (inout JSONWriter) -> Void {
    { json in
      json.field("startLine", region.startLine)
      json.field("startColumn", region.startColumn)
      json.field("endLine", region.endLine)
      json.field("endColumn", region.endColumn)
      guard let bytes else { return }
      json.field("byteOffset", bytes.lowerBound)
      json.field("byteLength", bytes.count)
    }
  }

  private func write(_ place: FindingPlace, id: Int, to json: inout JSONWriter) {
    json.field("id", id)
    json.location(place.path, region: sources.region(of: place).map { region($0, nil) })
    json.text("message", SARIFMessage.escaped(place.document))
  }

  /// All results have a list of suppressions, or none has.
  private func suppressions(_ finding: Finding, to json: inout JSONWriter) {
    if !hasSuppressions { return }
    json.array("suppressions", [finding.suppression].compactMap { $0 }) { json, suppression in
      json.object {
        $0.field("kind", suppression.by == .comment ? "inSource" : "external")
        $0.field("justification", suppression.reason)
      }
    }
  }
}
