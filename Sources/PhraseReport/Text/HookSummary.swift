/// What a hook says: the findings that matter most with what to do, how many are not shown, and what
/// was looked at.
package struct HookSummary {
  private let report: CheckReport
  private let facts: HookFacts
  private let limit: Int
  private let style: TerminalStyle
  private let width: Int
  private let words: Words

  /// The summary as text, each line ended.
  /// - Parameters:
  ///   - report: Its findings, those that are shown alone.
  ///   - facts: What was looked at.
  ///   - limit: The most findings that are shown.
  ///   - style: Whether to colour.
  ///   - width: Columns of the terminal.
  ///   - language: Of the words.
  package static func render(
    _ report: CheckReport, _ facts: HookFacts, limit: Int, style: TerminalStyle, width: Int = 80,
    language: ReportLanguage = .english
  ) -> String {
    HookSummary(
      report: report, facts: facts, limit: limit, style: style, width: max(40, width),
      words: Words(language: language)
    ).text
  }

  /// The line that says what was looked at and what came of it, without a line break.
  package static func headline(
    _ report: CheckReport, _ facts: HookFacts, language: ReportLanguage = .english
  ) -> String {
    HookSummary(
      report: report, facts: facts, limit: 0, style: .plain, width: 80,
      words: Words(language: language)
    ).headline
  }

  private var text: String {
    let block = FindingBlock(
      report: report, style: style, width: width, language: words.language)
    let shown = report.findings.ranked.prefix(limit)
    let sources = FindingSources(report)
    let blocks = shown.map { "\n" + block.text($0) + advice(on: $0, sources) }
    // All that cannot be read is named, once: also what is no document, and findings past the limit.
    let named = Set(shown.lazy.filter { $0.rule == .unreadable }.map(\.path))
    let skipped = report.skipped.lazy.filter { !named.contains($0.path) }.map {
      "\(DisplayText.clean($0.path)): \(DisplayText.clean($0.reason))\n"
    }
    let rest = report.findings.count - shown.count
    let more = rest == 0 ? "" : "\n" + words(.hookMore, ["n": .number(rest)]) + "\n"
    let body = blocks.joined() + skipped.joined() + more
    return body + (body.isEmpty ? "" : "\n") + headline + "\n"
  }

  /// What to do about a finding.
  private func advice(on finding: Finding, _ sources: FindingSources) -> String {
    let id = finding.family.map { report.families[$0].id } ?? finding.fingerprint
    let values: [String: Words.Value] = [
      "source": .text(DisplayText.clean(source(of: finding, sources))), "id": .text(id),
      "path": .text(DisplayText.clean(finding.path)),
    ]
    let key: WordKey =
      switch finding.rule {
      case .copiedPassage: .adviceCopied
      case .residue: finding.sources.isEmpty ? .adviceOpen : .adviceResidue
      case .misquoted: .adviceMisquoted
      case .stockShare: .adviceShare
      case .unusedSuppression, .expired: .adviceEntry
      case .unreadable: .adviceUnreadable
      case .stockPhrase, .nearVariant, .repeated: .adviceNote
      }
    return DisplayText.wrapped("→ " + words(key, values), to: width - 2)
      .map { "  \($0)\n" }.joined()
  }

  /// Where it stands too, with the line where that is known.
  private func source(of finding: Finding, _ sources: FindingSources) -> String {
    guard let source = finding.sources.first else { return "" }
    let place = sources.places(of: finding).first { $0.document == source }
    guard let place, place.line > 0 else { return source }
    return "\(source):\(place.line)"
  }

  private var headline: String {
    let values: [String: Words.Value] = [
      "scope": .text(scope), "n": .number(facts.changed), "compared": .number(facts.compared),
      "whole": .number(facts.whole), "passedBy": .number(facts.passedBy),
      "unread": .number(facts.unread), "behind": .number(facts.behind), "result": .text(result),
    ]
    let isEmpty = facts.changed + facts.whole == 0 && !report.gate.failed
    var text = words(isEmpty ? .hookNothing : .hookHeadline, values)
    if facts.whole > 0 { text += words(.hookWhole, values) }
    if facts.passedBy > 0 { text += words(.hookPassedBy, values) }
    if facts.unread > 0 { text += words(.hookUnread, values) }
    if facts.behind > 0 { text += words(.hookBehind, values) }
    return "\(Tool.name): " + text
  }

  private var scope: String {
    func name(_ text: String) -> Words.Value { .text(DisplayText.clean(text)) }
    return switch facts.scope {
    case .staged: words[.scopeStaged]
    case .since(let old): words(.scopeSince, ["old": name(old)])
    case .stagedSince(let old): words(.scopeStagedSince, ["old": name(old)])
    case .between(let old, let new): words(.scopeBetween, ["old": name(old), "new": name(new)])
    }
  }

  /// What came of it: how many findings block, or why else the gate is shut.
  private var result: String {
    let errors = report.findings.count { $0.severity == .error }
    let values: [String: Words.Value] = [
      "errors": .number(errors), "rest": .number(report.findings.count - errors),
    ]
    if !report.gate.failed { return words(.hookPasses, values) }
    if errors > 0 { return words(.hookFails, values) }
    let reasons = report.gate.reasons(in: words.language).joined(separator: "; ")
    return words(.checkFailed, ["reasons": .text(DisplayText.clean(reasons))])
  }
}
