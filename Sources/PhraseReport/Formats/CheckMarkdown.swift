/// A check as Markdown: for a comment on a change, a job's summary, a colleague.
package enum CheckMarkdown {
  /// The document as text.
  package static func render(
    _ report: CheckReport, language: ReportLanguage = .english
  ) -> String {
    let page = CheckPage(
      report: report, text: CheckText(report: report, words: Words(language: language)))
    return page.sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// The sections of the Markdown report of a check.
private struct CheckPage {
  let report: CheckReport
  let text: CheckText

  private var words: Words { text.words }

  var sections: [String] {
    if report.documents.isEmpty && report.findings.isEmpty {
      return ["# \(words[.checkNothing])\n"]
    }
    let level = report.documents.count == 1 ? "#" : "##"
    return report.documents.indices.map { draft($0, level) } + [first, all, skipped, result]
  }

  private func draft(_ index: Int, _ level: String) -> String {
    var section = "\(level) \(MarkdownText.escaped(text.headline(of: index)))\n"
    let shares = text.shares(of: index)
    if !shares.isEmpty {
      var table = MarkdownTable(columns: [
        .init(title: words[.tokens], alignsRight: true),
        .init(title: words[.share], alignsRight: true), .init(title: ""),
      ])
      table.rows = shares.map { [$0.tokens, $0.percent, $0.text] }
      section += "\n" + table.text
    }
    return section + (text.verdicts(of: index).map { "\n\($0)\n" } ?? "")
  }

  /// The findings that matter most, with their text.
  private var first: String {
    let ranked = text.ranked
    if ranked.isEmpty { return "" }
    let shown = ranked.prefix(CheckText.shown)
    let title =
      ranked.count > shown.count
      ? words(.firstFindings, ["n": .number(shown.count), "all": .number(ranked.count)])
      : words[.findings]
    return "## \(title)\n\n"
      + shown.enumerated().map { item($0.element, number: $0.offset + 1) }.joined()
  }

  private func item(_ finding: Finding, number: Int) -> String {
    let name = "\(finding.rule.rawValue) \(finding.rule.name)"
    let message = MarkdownText.escaped(finding.detail.text(in: words.language))
    var lines = [
      "\(number). **\(name)** (\(words.name(of: finding.severity))) \(place(finding)): \(message)"
    ]
    let quoted = DisplayText.truncated(
      DisplayText.clean(report.text(of: finding)), to: CheckPage.quoted)
    if !quoted.isEmpty { lines += ["", "   > " + MarkdownText.escaped(quoted)] }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Columns of a quotation.
  private static let quoted = 240

  private func place(_ finding: Finding) -> String {
    MarkdownText.escaped("\(finding.path):\(finding.line):\(finding.column)")
  }

  /// All findings in a table, where not all were shown.
  private var all: String {
    let listed = report.listedFindings
    if listed.count <= CheckText.shown { return "" }
    var table = MarkdownTable(columns: [
      .init(title: words[.place]), .init(title: words[.rule]), .init(title: words[.severity]),
      .init(title: words[.message]),
    ])
    table.rows = listed.map { finding in
      [
        place(finding), "\(finding.rule.rawValue) \(finding.rule.name)",
        words.name(of: finding.severity),
        MarkdownText.escaped(finding.detail.text(in: words.language)),
      ]
    }
    return "## \(words[.allFindings])\n\n" + table.text
  }

  private var skipped: String {
    if report.skipped.isEmpty { return "" }
    var table = MarkdownTable(columns: [.init(title: words[.path]), .init(title: words[.reason])])
    table.rows = report.skipped.map {
      [MarkdownText.escaped($0.path), MarkdownText.escaped($0.reason)]
    }
    return "## \(words[.skipped])\n\n" + table.text
  }

  private var result: String {
    let clean = report.listedFindings.isEmpty ? [words[.checkClean]] : []
    let lines = clean + text.notListed + text.notes + [text.verdict]
    return "## \(words[.result])\n\n" + lines.map { "- \(MarkdownText.escaped($0))\n" }.joined()
  }
}
