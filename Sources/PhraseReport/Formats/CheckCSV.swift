/// The findings of a check as a table for spreadsheets: RFC 4180, UTF-8.
package enum CheckCSV {
  private static let header = [
    "path", "document", "line", "column", "start", "end", "code", "name", "severity", "new",
    "suppressed", "similarity", "family", "sources", "fingerprint", "message", "text",
  ]

  /// A line for each finding, after the header; lines end with CR LF.
  package static func render(_ report: CheckReport) -> String {
    CSVText.table([header] + report.findings.map { row($0, of: report) })
  }

  private static func row(_ finding: Finding, of report: CheckReport) -> [String] {
    [
      finding.path, report.subject(of: finding), String(finding.line), String(finding.column),
      String(finding.start), String(finding.end), finding.rule.rawValue, finding.rule.name,
      finding.severity.rawValue, String(finding.isNew), finding.suppression?.reason ?? "",
      Int(exactly: finding.similarity).map { String($0) } ?? finding.similarity.description,
      finding.family.map { report.families[$0].id } ?? "",
      finding.sources.joined(separator: "; "), finding.fingerprint, finding.message,
      report.text(of: finding),
    ]
  }
}
