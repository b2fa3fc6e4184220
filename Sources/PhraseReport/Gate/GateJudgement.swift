/// Judges findings: a function of the list alone, so that what was allowed, is known from a baseline or is
/// not new has only to be taken out of it, or marked, before.
///
/// Errors block. With a limit of borrowed tokens, a copied passage that holds some is judged by their
/// sum in its draft instead, pairs of shorter passages (warnings) included; one that is wholly formula
/// has none and blocks still.
package struct GateJudgement {
  private let report: CheckReport
  private let settings: GateSettings

  package init(of report: CheckReport, by settings: GateSettings) {
    self.report = report
    self.settings = settings
  }

  /// The judgement. O(findings).
  package var gate: Gate {
    let reasons = subjects.flatMap { subject, findings in
      self.reasons(findings).map { "\(subject): \($0)" }
    }
    return Gate(failed: !reasons.isEmpty, reasons: reasons, settings: settings)
  }

  /// The findings that can block, by the document or file that they stand in, in order of its first.
  private var subjects: [(String, [Finding])] {
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in report.openFindings where canBlock(finding) {
      let subject = report.subject(of: finding)
      if groups[subject] == nil { order.append(subject) }
      groups[subject, default: []].append(finding)
    }
    return order.map { ($0, groups[$0]!) }
  }

  private func canBlock(_ finding: Finding) -> Bool {
    switch settings.failOn {
    case .never: false
    case .any: true
    case .new: finding.isNew
    }
  }

  /// Why the findings of one subject block, rule by rule.
  private func reasons(_ findings: [Finding]) -> [String] {
    Rule.allCases.flatMap { rule -> [String] in
      var found = findings.filter { $0.rule == rule }
      if rule == .stockShare { return found.filter { $0.severity == .error }.map(\.message) }
      var reasons: [String] = []
      if rule == .copiedPassage, let limit = settings.maximumBorrowed {
        let sum = found.reduce(0) { $0 + $1.borrowedTokens }
        if sum > limit { reasons.append("\(sum) borrowed tokens; \(limit) are allowed") }
        found.removeAll { $0.borrowedTokens > 0 }
      }
      let errors = found.count { $0.severity == .error }
      if errors > 0 { reasons.append(CountedNoun.of(errors, rule.noun)) }
      return reasons
    }
  }
}

extension CheckReport {
  /// Judges the findings as they are now: call it when all are there, suppressed ones are gone and new
  /// ones are marked.
  package mutating func judge(_ settings: GateSettings) {
    gate = GateJudgement(of: self, by: settings).gate
  }
}
