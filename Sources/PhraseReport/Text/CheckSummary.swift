internal import PhraseMining

/// What a check says on the terminal: each draft in a sentence and three numbers, the findings that matter
/// most with their line, how many are not shown, and the next command.
package struct CheckSummary {
  /// Of more drafts the sentence alone is printed.
  private static let detailed = 3

  private let report: CheckReport
  private let style: TerminalStyle
  private let width: Int
  private let earlier: [String]
  private let text: CheckText

  /// The summary as text, each line ended.
  /// - Parameters:
  ///   - report: What is summed up.
  ///   - style: Whether to colour.
  ///   - width: Columns of the terminal; a wide East Asian character takes two.
  ///   - language: Of the words.
  ///   - earlier: The paths of the earlier reports, where they were named.
  package static func render(
    _ report: CheckReport, style: TerminalStyle, width: Int = 80,
    language: ReportLanguage = .english, earlier: [String] = []
  ) -> String {
    let summary = CheckSummary(
      report: report, style: style, width: max(40, width), earlier: earlier,
      text: CheckText(report: report, words: Words(language: language)))
    return summary.parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var words: Words { text.words }

  private var parts: [String] {
    let drafts = report.documents.indices.map { draft($0) }
    let gap = report.documents.count > Self.detailed ? "" : "\n"
    return [drafts.joined(separator: gap), findings, skipped, closing]
  }

  private func draft(_ index: Int) -> String {
    let headline = wrapped(text.headline(of: index)) { style.bold($0) }
    if report.documents.count > Self.detailed { return headline }
    let shares = self.shares(of: index)
    let verdicts = text.verdicts(of: index).map { wrapped($0) } ?? ""
    return [headline, shares, verdicts].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The shares, numbers under each other.
  private func shares(of index: Int) -> String {
    let shares = text.shares(of: index)
    let columns = [
      shares.map { DisplayText.width(of: $0.tokens) }.max() ?? 0,
      shares.map { DisplayText.width(of: $0.percent) }.max() ?? 0,
    ]
    return shares.map { share in
      let tokens = DisplayText.padded(share.tokens, to: columns[0], alignsRight: true)
      let percent = DisplayText.padded(share.percent, to: columns[1], alignsRight: true)
      let rest = width - columns[0] - columns[1] - 6
      let lines = DisplayText.wrapped(share.text, to: max(20, rest))
      let indent = String(repeating: " ", count: columns[0] + columns[1] + 6)
      return "  \(tokens)  \(style.bold(percent))  " + lines.joined(separator: "\n" + indent) + "\n"
    }.joined()
  }

  private var findings: String {
    let block = FindingBlock(
      report: report, style: style, width: width, language: words.language)
    let shown = text.ranked.prefix(CheckText.shown).map(block.text).joined(separator: "\n")
    let more = text.more(than: CheckText.shown).map { "\n" + wrapped($0) } ?? ""
    return shown + more
  }

  private var skipped: String {
    report.skipped.map {
      wrapped("\(DisplayText.clean($0.path)): \(DisplayText.clean($0.reason))")
    }.joined()
  }

  private var closing: String {
    if report.documents.isEmpty && report.findings.isEmpty { return words[.checkNothing] + "\n" }
    var lines = text.notes.map { wrapped($0) { style.dim($0) } }
    if text.ranked.isEmpty { lines.append(words[.checkClean] + "\n") }
    lines += text.notListed.map { wrapped($0) }
    lines.append(wrapped(text.verdict) { report.gate.failed ? style.red($0) : $0 })
    if let next = text.next(earlier: earlier) {
      lines.append(words(.next, ["command": .text(style.bold(next))]) + "\n")
    }
    return lines.joined()
  }

  private func wrapped(_ text: String, _ paint: (String) -> String = { $0 }) -> String {
    DisplayText.wrapped(text, to: width).map { paint($0) + "\n" }.joined()
  }
}
