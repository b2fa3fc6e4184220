/// What a finding says, as facts; the words are made in the language of the reader.
package enum FindingMessage: Hashable, Sendable {
  /// A stock phrase, exact or edited, stands in so many of the sources.
  case stock(documents: Int, sources: Int, template: String)
  /// So many tokens stand in an earlier report, at `path:line`, and in others.
  case copied(tokens: Int, place: String, others: Int)
  /// The passage stands in an earlier line.
  case repeated(line: Int, text: String)
  /// Tokens that are stock, of how many, and the percentage that is allowed.
  case share(stock: Int, tokens: Int, limit: Double)
  case residue(text: String, reason: ResidueReason, count: Int, source: String?)
  /// The right wording.
  case misquoted(phrase: String)
  /// Words that were made already.
  case text(String)

  /// The message in English, as machine-readable formats have it.
  package var text: String { text(in: .english) }

  package func text(in language: ReportLanguage) -> String {
    let words = Words(language: language)
    switch self {
    case .stock(let documents, let sources, let template):
      return words(
        .findingStock,
        [
          "n": .number(documents), "sources": .number(sources),
          "text": .text(TemplateText.readable(template)),
        ])
    case .copied(let tokens, let place, let others):
      let more = others == 0 ? "" : words(.findingOthers, ["n": .number(others)])
      return words(.findingCopied, ["n": .number(tokens), "place": .text(place)]) + more
    case .repeated(let line, let text):
      return words(.findingRepeated, ["line": .text(String(line)), "text": .text(text)])
    case .share(let stock, let tokens, let limit):
      return words(
        .findingShare,
        [
          "stock": .number(stock), "tokens": .number(tokens),
          "share": .text(NumberText.percent(stock, of: tokens)),
          "limit": .text(NumberText.percent(limit)),
        ])
    case .residue(let text, let reason, let count, let source):
      return residue(text, reason, count, source, words)
    case .misquoted(let phrase): return words(.findingMisquoted, ["text": .text(phrase)])
    case .text(let text): return text
    }
  }

  private func residue(
    _ text: String, _ reason: ResidueReason, _ count: Int, _ source: String?, _ words: Words
  ) -> String {
    let first = count == 1 ? "" : words(.findingFirstOf, ["n": .number(count)])
    let from = source.map { words(.findingSource, ["path": .text($0)]) } ?? ""
    return words(
      .findingResidue,
      ["text": .text(text), "first": .text(first), "reason": .text(words[reason.key])]) + from
  }
}

extension ResidueReason {
  /// The sentence that says why.
  fileprivate var key: WordKey {
    switch self {
    case .placeOfSource: .residuePlace
    case .yearOfSource: .residueYear
    case .numberOfSource: .residueNumber
    case .blank: .residueBlank
    case .blanks: .residueBlanks
    case .notMasked: .residueNotMasked
    case .otherName: .residueOtherName
    case .unclosedMark: .residueUnclosed
    case .doubled: .residueDoubled
    }
  }
}
