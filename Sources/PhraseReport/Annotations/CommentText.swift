/// The words of the comments on a draft.
struct CommentText {
  private let report: CheckReport
  private let words: Words
  private let sources: FindingSources
  private let text: CheckText

  /// As many sources as a comment names.
  private static let namedSources = 3

  init(report: CheckReport, words: Words) {
    self.report = report
    self.words = words
    sources = FindingSources(report)
    text = CheckText(report: report, words: words)
  }

  /// The comment at the head of a document: its shares, and how to read the rest.
  func summary(of index: Int) -> DraftComment {
    var lines = text.shares(of: index).map { "\($0.percent) \($0.text)" }
    lines += [words[text.isAlone ? .commentLegendAlone : .commentLegend]]
    if !text.isAlone { lines.append(words[.commentPlaces]) }
    return DraftComment(
      range: firstLine(of: index), title: text.headline(of: index), lines: lines + text.notes)
  }

  /// The comment on `finding`.
  func comment(_ finding: Finding) -> DraftComment {
    var lines = [DisplayText.clean(finding.detail.text(in: words.language))]
    lines += years(of: finding) + named(finding)
    if let advice = advice(on: finding.rule) { lines.append(words[advice]) }
    let document = finding.document ?? 0
    return DraftComment(
      range: finding.start < finding.end
        ? finding.start..<finding.end : firstLine(of: document),
      title: words(
        .commentTitle,
        [
          "rule": .text(words[title(of: finding.rule)]), "code": .text(finding.rule.rawValue),
          "severity": .text(words.name(of: finding.severity)),
        ]),
      lines: lines)
  }

  /// The bytes of the first line of a document that has text.
  private func firstLine(of index: Int) -> Range<Int> {
    let document = report.documents[index]
    let bytes = report.files[document.file].content[document.byteRange]
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.startIndex
    return start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex)
  }

  /// The first and the last year of the reports that have the phrase.
  private func years(of finding: Finding) -> [String] {
    guard let family = finding.family, let years = report.families[family].years else { return [] }
    let values: [String: Words.Value] = [
      "first": .text(String(years.lowerBound)), "last": .text(String(years.upperBound)),
    ]
    return [words(years.count == 1 ? .commentYear : .commentYears, values)]
  }

  /// Where it stands too: places with their lines, or the documents alone where there are none. What the
  /// finding says itself is not said twice.
  private func named(_ finding: Finding) -> [String] {
    if finding.rule == .repeated || finding.rule == .residue { return [] }
    if finding.rule == .copiedPassage && finding.sources.count < 2 { return [] }
    let places = sources.places(of: finding)
    let names =
      places.isEmpty
      ? finding.sources : places.map { $0.line > 0 ? "\($0.path):\($0.line)" : $0.path }
    let shown = names.prefix(Self.namedSources).map { DisplayText.clean($0) }
    if shown.isEmpty { return [] }
    return [words(.commentSources, ["paths": .text(shown.joined(separator: words[.listMark]))])]
  }

  private func title(of rule: Rule) -> WordKey {
    switch rule {
    case .stockPhrase: .ruleStock
    case .nearVariant: .ruleVariant
    case .copiedPassage: .ruleCopied
    case .repeated: .ruleRepeated
    case .stockShare: .ruleShare
    case .misquoted: .ruleMisquoted
    case .residue: .ruleResidue
    case .unusedSuppression, .expired, .unreadable: .rule
    }
  }

  /// What to do; nil for stock phrases, of which the comment at the head says it once.
  private func advice(on rule: Rule) -> WordKey? {
    switch rule {
    case .copiedPassage: .commentCopied
    case .repeated: .commentRepeated
    case .residue: .commentResidue
    case .misquoted: .commentMisquoted
    default: nil
    }
  }
}
