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
    let causes = subjects.flatMap { subject, findings in
      self.causes(findings).map { GateReason(subject: subject, cause: $0) }
    }
    return Gate(causes, settings: settings)
  }

  /// The findings that can block, by the document or file that they stand in, in order of its first.
  private var subjects: [(String, [Finding])] {
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in report.findings where finding.isOpen && canBlock(finding) {
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
  private func causes(_ findings: [Finding]) -> [GateReason.Cause] {
    Rule.allCases.flatMap { rule -> [GateReason.Cause] in
      var found = findings.filter { $0.rule == rule }
      if rule == .stockShare {
        return found.filter { $0.severity == .error }.map { .message($0.detail) }
      }
      var causes: [GateReason.Cause] = []
      if rule == .copiedPassage, let limit = settings.maximumBorrowed {
        let sum = found.reduce(0) { $0 + $1.borrowedTokens }
        if sum > limit { causes.append(.borrowed(tokens: sum, limit: limit)) }
        found.removeAll { $0.borrowedTokens > 0 }
      }
      let errors = found.count { $0.severity == .error }
      if errors > 0 { causes.append(.findings(rule, count: errors)) }
      return causes
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
