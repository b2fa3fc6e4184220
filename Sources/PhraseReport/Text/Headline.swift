internal import PhraseMining

/// The report in one sentence and one paragraph; every share names its denominator.
struct Headline {
  let report: AuditReport
  let words: Words

  /// The sentence that the report starts with.
  var sentence: String {
    if report.corpus.tokens == 0 { return words[.noteEmpty] }
    return words(report.families.isEmpty ? .headlineNone : .headline, values)
  }

  /// What the other classes are, and what `original` means.
  var lead: String { words(.lead, values) }

  /// Formulas and quotations are stock by choice of words; terms and titles are names.
  var formulas: Int {
    report.corpus.stockByKind[.formula] + report.corpus.stockByKind[.quotation]
  }

  var names: Int { report.corpus.stockByKind[.term] + report.corpus.stockByKind[.title] }

  var values: [String: Words.Value] {
    let corpus = report.corpus
    func share(_ tokens: Int) -> Words.Value {
      .text(NumberText.percent(tokens, of: corpus.tokens))
    }
    return [
      "n": .number(corpus.documents), "sources": .number(corpus.sources),
      "tokens": .number(corpus.tokens), "d": .number(report.settings.minimumDocuments),
      "formula": .number(formulas), "share": share(formulas),
      "term": .number(names), "termShare": share(names),
      "borrowed": .number(corpus.classes[.borrowed]),
      "borrowedShare": share(corpus.classes[.borrowed]),
      "shared": .number(corpus.classes[.shared]), "sharedShare": share(corpus.classes[.shared]),
      "repeated": .number(corpus.classes[.repeated]),
      "repeatedShare": share(corpus.classes[.repeated]),
      "original": .number(corpus.classes[.original]),
      "originalShare": share(corpus.classes[.original]),
    ]
  }
}

extension Words {
  func name(of kind: PhraseKind) -> String {
    switch kind {
    case .formula: self[.formula]
    case .term: self[.term]
    case .title: self[.title]
    case .quotation: self[.quotation]
    }
  }
}
