/// What there is to know of a rule, in words: `taohua explain`, the rules of SARIF, the documents.
package struct RulePage: Sendable {
  /// One line: what a finding says.
  package var summary: String
  /// What is compared with what.
  package var meaning: String
  package var why: String
  package var remedy: String
  /// How grave it is where nothing else is said.
  package var severity: Severity
  /// What makes a finding graver or milder than that.
  package var exceptions: String?

  /// The page of `rule` as text, each line ended.
  package static func text(of rule: Rule) -> String {
    let page = rule.page
    let paragraphs = [
      "\(rule.rawValue) \(rule.name): \(page.summary)", page.meaning, "Why: \(page.why)",
      "What to do: \(page.remedy)",
      "Severity: \(page.severity.rawValue)" + (page.exceptions.map { "; \($0)" } ?? "")
        + (page.severity == .error ? ". Errors block (--fail-on)." : "."),
    ]
    return paragraphs.map { paragraph in
      DisplayText.wrapped(paragraph, to: 80).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// A line for each rule: code, name, severity, summary.
  package static var list: String {
    let width = Rule.allCases.map(\.name.count).max() ?? 0
    return Rule.allCases.map { rule in
      let name = DisplayText.padded(rule.name, to: width)
      let severity = DisplayText.padded(rule.page.severity.rawValue, to: 7)
      return "\(rule.rawValue)  \(name)  \(severity)  \(rule.page.summary)\n"
    }.joined()
  }
}
