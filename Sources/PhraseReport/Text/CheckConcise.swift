/// The findings of a check for editors and scripts, one a line:
/// `path:line:column: CODE name: message`.
package enum CheckConcise {
  /// The listed findings in their order, each line ended; empty without any.
  package static func render(_ report: CheckReport) -> String {
    report.listedFindings.map { finding in
      let place = "\(DisplayText.clean(finding.path)):\(finding.line):\(finding.column)"
      let rule = "\(finding.rule.rawValue) \(finding.rule.name)"
      return "\(place): \(rule): \(DisplayText.clean(finding.message))\n"
    }.joined()
  }
}
