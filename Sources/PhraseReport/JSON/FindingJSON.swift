/// Writes a finding as fields of the object that is open.
struct FindingJSON {
  let report: CheckReport

  func write(_ finding: Finding, to json: inout JSONWriter) {
    json.field("code", finding.rule.rawValue)
    json.field("name", finding.rule.name)
    json.field("severity", finding.severity.rawValue)
    json.field("document", report.subject(of: finding))
    json.field("path", finding.path)
    json.field("start", finding.start)
    json.field("end", finding.end)
    json.field("line", finding.line)
    json.field("column", finding.column)
    json.field("family", ifKnown: finding.family.map { report.families[$0].id })
    json.field("sources", finding.sources)
    json.array("places", finding.places) { json, place in
      json.object {
        $0.field("document", place.document)
        $0.field("start", place.start)
        $0.field("end", place.end)
        $0.field("line", place.line)
        $0.field("column", place.column)
      }
    }
    json.field("similarity", finding.similarity)
    json.field("fingerprint", finding.fingerprint)
    json.field("new", finding.isNew)
    suppression(finding.suppression, to: &json)
    json.field("message", finding.message)
  }

  private func suppression(_ suppression: Suppression?, to json: inout JSONWriter) {
    json.key("suppressed")
    guard let suppression else { return json.null() }
    json.object {
      $0.field("by", suppression.by.rawValue)
      $0.field("reason", suppression.reason)
      $0.field("line", suppression.line)
    }
  }
}
