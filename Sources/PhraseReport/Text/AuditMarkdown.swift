internal import PhraseMining

/// The report of an audit as Markdown: it reads well in a terminal and on a forge.
package enum AuditMarkdown {
  /// How many families the catalogue shows; the rest is in the JSON.
  package static let familyLimit = 40
  /// How many rows other tables show: forges do not render what is much longer.
  package static let rowLimit = 100

  /// The document as UTF-8 bytes.
  package static func render(
    _ report: AuditReport, language: ReportLanguage = .english
  ) -> [UInt8] {
    let page = MarkdownPage(report: report, words: Words(language: language))
    return Array(page.sections.joined(separator: "\n").utf8)
  }
}

/// The sections of the Markdown report.
struct MarkdownPage {
  let report: AuditReport
  let words: Words

  var sections: [String] {
    let head = [headline]
    guard report.corpus.tokens > 0 else { return head + closing }
    return head + [corpus, curve, families, documents] + found + closing
  }

  private var found: [String] {
    (report.corpus.duplicates.isEmpty ? [] : [duplicates])
      + (report.pairs.isEmpty ? [] : [pairs])
  }

  private var closing: [String] {
    (report.corpus.skipped.isEmpty ? [] : [skipped]) + [method, settings]
  }

  private var headline: String {
    let headline = Headline(report: report, words: words)
    var text = "# \(headline.sentence)\n"
    if report.corpus.tokens > 0 { text += "\n\(headline.lead)\n" }
    let notes = report.notes.filter { $0 != .empty }
    if !notes.isEmpty { text += "\n" }
    for note in notes { text += "- \(note.text(in: words.language))\n" }
    return text
  }

  private var corpus: String {
    let corpus = report.corpus
    let classes: [(WordKey, TokenClass)] = [
      (.stock, .stock), (.borrowed, .borrowed), (.shared, .shared), (.repeated, .repeated),
      (.allowed, .allowed), (.original, .original),
    ]
    var table = MarkdownTable.facts([
      (words[.documents], NumberText.grouped(corpus.documents)),
      (words[.sources], NumberText.grouped(corpus.sources)),
      (words[.characters], NumberText.grouped(corpus.characters)),
      (words[.tokens], NumberText.grouped(corpus.tokens)),
    ])
    table.rows += classes.map { [words[$0.0], part(corpus.classes[$0.1], of: corpus.tokens)] }
    table.rows += PhraseKind.allCases.map { kind in
      [
        "\(words[.stock]): \(words.name(of: kind))",
        part(corpus.stockByKind[kind], of: corpus.tokens),
      ]
    }
    return section(.corpus, table)
  }

  private var curve: String {
    var table = MarkdownTable(columns: [
      .init(title: words[.length], alignsRight: true),
      .init(title: words[.tokens], alignsRight: true),
      .init(title: words[.share], alignsRight: true), .init(title: ""),
    ])
    let total = report.corpus.tokens
    for point in report.corpus.lengthCurve {
      let bar = String(repeating: "█", count: Int((point.share * 40).rounded()))
      table.rows.append([
        String(point.length), NumberText.grouped(point.tokens),
        NumberText.percent(point.tokens, of: total), bar,
      ])
    }
    return section(.curve, table, text: words(.curveText, ["tokens": .number(total)]))
  }

  private var families: String {
    guard !report.families.isEmpty else { return section(.phrases, nil, text: nothingFound) }
    let names: [PhraseKind] = [.term, .title]
    return [
      catalogue(.phrases, .phrasesText, report.families.filter { !names.contains($0.kind) }),
      catalogue(.names, .namesText, report.families.filter { names.contains($0.kind) }),
    ].compactMap { $0 }.joined(separator: "\n")
  }

  /// The first of `families` as a section of their own; nil where there is none.
  private func catalogue(
    _ title: WordKey, _ text: WordKey, _ families: [FamilyReport]
  ) -> String? {
    if families.isEmpty { return nil }
    let shown = families.prefix(AuditMarkdown.familyLimit)
    var table = MarkdownTable(columns: [
      .init(title: words[.number], alignsRight: true),
      .init(title: words[.sources], alignsRight: true),
      .init(title: words[.places], alignsRight: true),
      .init(title: words[.tokens], alignsRight: true), .init(title: words[.kind]),
      .init(title: words[.phrase]),
    ])
    for (index, family) in shown.enumerated() {
      table.rows.append([
        String(index + 1), NumberText.grouped(family.documents),
        NumberText.grouped(family.occurrences), String(family.tokens),
        words.name(of: family.kind) + (family.kindIsSure ? "" : " ?"),
        MarkdownText.escaped(TemplateText.readable(family.template)),
      ])
    }
    let values: [String: Words.Value] = [
      "shown": .number(shown.count), "n": .number(families.count),
    ]
    return section(title, table, text: words(text, values))
  }

  private var nothingFound: String {
    report.notes.first { $0.code == "nothing-found" }?.text(in: words.language) ?? ""
  }

  private var documents: String {
    let classes: [(WordKey, TokenClass)] = [
      (.stock, .stock), (.borrowed, .borrowed), (.shared, .shared), (.repeated, .repeated),
      (.original, .original),
    ]
    let shares = classes.map { MarkdownTable.Column(title: words[$0.0], alignsRight: true) }
    var table = MarkdownTable(
      columns: [.init(title: words[.tokens], alignsRight: true)] + shares + [
        .init(title: words[.document])
      ])
    for document in shownDocuments {
      let parts = classes.map { NumberText.percent(document.classes[$0.1], of: document.tokens) }
      table.rows.append(
        [NumberText.grouped(document.tokens)] + parts + [MarkdownText.escaped(document.id)])
    }
    let all = report.documents.count
    let values: [String: Words.Value] = [
      "n": .number(report.corpus.documents), "shown": .number(AuditMarkdown.rowLimit),
    ]
    let isCut = all > AuditMarkdown.rowLimit
    return section(
      .documents, table,
      text: words(.documentsText, values) + (isCut ? "\n\n" + words(.documentsShown, values) : ""))
  }

  /// In order of id, or, of too many, those with the greatest share of stock.
  private var shownDocuments: [DocumentReport] {
    guard report.documents.count > AuditMarkdown.rowLimit else { return report.documents }
    func share(_ document: DocumentReport) -> Double {
      document.tokens == 0 ? 0 : Double(document.classes[.stock]) / Double(document.tokens)
    }
    let sorted = report.documents.enumerated().sorted {
      (share($1.element), $0.offset) < (share($0.element), $1.offset)
    }
    return sorted.prefix(AuditMarkdown.rowLimit).map(\.element)
  }

  /// Says of a list that is too long how much of it is shown; nil if it is not.
  func cut(_ count: Int) -> String? {
    guard count > AuditMarkdown.rowLimit else { return nil }
    return words(.rowsShown, ["shown": .number(AuditMarkdown.rowLimit), "n": .number(count)])
  }

  private func part(_ tokens: Int, of whole: Int) -> String {
    let share: Words.Value = .text(NumberText.percent(tokens, of: whole))
    let of = words(.of, ["share": share, "tokens": .number(whole)])
    return "\(NumberText.grouped(tokens)) (\(of))"
  }

  func section(_ title: WordKey, _ table: MarkdownTable?, text: String? = nil) -> String {
    let parts = [text.map { "\($0)\n" }, table?.text].compactMap(\.self)
    return "## \(words[title])\n\n" + parts.joined(separator: "\n")
  }
}
