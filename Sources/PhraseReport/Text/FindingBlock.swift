internal import PhraseMining

/// A finding on the terminal: where and what, the line, and, without colour, the marks under it.
struct FindingBlock {
  let report: CheckReport
  let style: TerminalStyle
  let width: Int

  /// An empty line, then the finding, each line ended.
  func text(_ finding: Finding) -> String {
    let place = "\(DisplayText.clean(finding.path)):\(finding.line):\(finding.column)"
    let code = finding.rule.rawValue
    let severity =
      finding.severity == .error
      ? style.red(finding.severity.rawValue) : finding.severity.rawValue
    let head = DisplayText.wrapped(
      "\(place): \(code) \(finding.rule.name): \(DisplayText.clean(finding.message))", to: width)
    var text = "\n" + head.joined(separator: "\n") + " " + style.dim("[") + severity
    text += style.dim("]") + "\n"
    guard finding.end > finding.start, let document = finding.document else { return text }
    let excerpt = FindingExcerpt(
      content: report.files[report.documents[document].file].content,
      range: finding.start..<finding.end, columns: width - 4)
    text += "  \(excerpt.before)\(style.marked(excerpt.marked, as: tokenClass(of: finding)))"
    return text + "\(excerpt.after)\n" + carets(under: excerpt)
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
