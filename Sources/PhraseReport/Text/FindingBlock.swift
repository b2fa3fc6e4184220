internal import PhraseMining

/// A finding on the terminal: where and what, the line, and, without colour, the marks under it.
struct FindingBlock {
  let report: CheckReport
  let style: TerminalStyle
  let width: Int
  var language = ReportLanguage.english

  /// The finding, each line ended.
  func text(_ finding: Finding) -> String {
    let words = Words(language: language)
    let place = "\(DisplayText.clean(finding.path)):\(finding.line):\(finding.column)"
    let message = DisplayText.clean(finding.detail.text(in: language))
    let name = "\(finding.rule.rawValue) \(finding.rule.name)"
    let severity = "[\(words.name(of: finding.severity))]"
    var lines = DisplayText.wrapped("\(place): \(name): \(message) \(severity)", to: width)
    if let last = lines.popLast() {
      lines.append(last.dropLast(severity.count) + painted(severity, finding.severity))
    }
    return lines.map { $0 + "\n" }.joined() + excerpt(finding)
  }

  private func painted(_ text: String, _ severity: Severity) -> String {
    severity == .error ? style.red(text) : style.dim(text)
  }

  private func excerpt(_ finding: Finding) -> String {
    guard finding.end > finding.start, let document = finding.document else { return "" }
    let excerpt = FindingExcerpt(
      content: report.files[report.documents[document].file].content,
      range: finding.start..<finding.end, columns: width - 4)
    let marked = style.marked(excerpt.marked, as: tokenClass(of: finding))
    return "  \(excerpt.before)\(marked)\(excerpt.after)\n" + carets(under: excerpt)
  }

  /// `^^^^` under the finding: nothing is said by colour alone.
  private func carets(under excerpt: FindingExcerpt) -> String {
    if style.isColored { return "" }
    return String(repeating: " ", count: 2 + DisplayText.width(of: excerpt.before))
      + String(repeating: "^", count: max(1, DisplayText.width(of: excerpt.marked))) + "\n"
  }

  private func tokenClass(of finding: Finding) -> TokenClass {
    switch finding.rule {
    case .stockPhrase, .nearVariant, .stockShare: .stock
    case .copiedPassage, .residue, .misquoted: .borrowed
    case .repeated: .repeated
    case .unusedSuppression, .expired, .unreadable: .allowed
    }
  }
}
