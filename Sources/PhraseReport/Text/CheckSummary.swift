internal import PhraseMining

/// What a check says on the terminal: each draft in a sentence, then its findings with their line.
package struct CheckSummary {
  private let report: CheckReport
  private let style: TerminalStyle
  private let width: Int
  private let words: Words

  /// The summary as text, each line ended.
  /// - Parameters:
  ///   - report: What is summed up.
  ///   - style: Whether to colour.
  ///   - width: Columns of the terminal; a wide East Asian character takes two.
  ///   - language: Of the words.
  package static func render(
    _ report: CheckReport, style: TerminalStyle, width: Int = 80,
    language: ReportLanguage = .english
  ) -> String {
    CheckSummary(
      report: report, style: style, width: max(40, width), words: Words(language: language)
    ).text
  }

  private var text: String {
    let findings = Dictionary(grouping: report.listedFindings, by: \.document)
    let drafts = report.documents.indices.map { index in
      headline(of: index) + (findings[index] ?? []).map(block.text).joined()
    }
    let others = (findings[nil] ?? []).map(block.text)
    let skipped = report.skipped.map {
      "\(DisplayText.clean($0.path)): \(DisplayText.clean($0.reason))\n"
    }
    return
      (drafts + (others.isEmpty ? [] : [others.joined()])
      + (skipped.isEmpty ? [] : [skipped.joined()]) + [closing])
      .joined(separator: "\n")
  }

  private var block: FindingBlock { FindingBlock(report: report, style: style, width: width) }

  private func headline(of index: Int) -> String {
    let document = report.documents[index]
    let compared = report.compared[index]
    let leftOut = report.corpus.documents - compared.documents
    let stock = document.classes[.stock]
    let sentence =
      words(
        .checkHeadline,
        [
          "path": .text(DisplayText.clean(document.id)), "stock": .number(stock),
          "tokens": .number(document.tokens),
          "share": .text(NumberText.percent(stock, of: document.tokens)),
          "borrowed": .number(document.classes[.borrowed]),
          "n": .number(compared.documents), "sources": .number(compared.sources),
        ]) + (leftOut == 0 ? "" : words(.checkLeftOut, ["n": .number(leftOut)]))
    let head = DisplayText.wrapped(sentence, to: width).map { style.bold($0) + "\n" }
    return (head + (allowed(in: document) + verdicts(of: document)).map { $0 + "\n" }).joined()
  }

  /// How much is allowed, and what is found elsewhere with it and without it.
  private func allowed(in document: DocumentReport) -> [String] {
    let count = document.classes[.allowed]
    if count == 0 { return [] }
    let shares = document.shares
    return DisplayText.wrapped(
      words(
        .checkAllowed,
        [
          "allowed": .number(count), "raw": .number(shares.raw),
          "tokens": .number(document.tokens), "net": .number(shares.net),
          "rest": .number(shares.netOf),
        ]), to: width)
  }

  /// The verdicts of the sentences, counted.
  private func verdicts(of document: DocumentReport) -> [String] {
    if document.sentences.isEmpty { return [] }
    var values: [String: Words.Value] = ["n": .number(document.sentences.count)]
    for verdict in Verdict.allCases {
      values[verdict.rawValue] = .number(document.sentences.count { $0.verdict == verdict })
    }
    return DisplayText.wrapped(words(.checkSentences, values), to: width)
  }

  /// How many findings are there beside those that are listed, and why.
  private func notListed(_ listed: Int) -> String {
    let suppressed = report.findings.count - report.openFindings.count
    let known = report.openFindings.count - listed
    var text = ""
    if suppressed > 0 { text += words(.checkSuppressed, ["n": .number(suppressed)]) + "\n" }
    if known > 0 { text += words(.checkKnown, ["n": .number(known)]) + "\n" }
    return text
  }

  private var closing: String {
    var text = ""
    let listed = report.listedFindings
    if listed.isEmpty { text += words[.checkClean] + "\n" }
    text += notListed(listed.count)
    if report.gate.failed {
      let reasons = report.gate.reasons.joined(separator: "; ")
      text += style.red(words(.checkFailed, ["reasons": .text(DisplayText.clean(reasons))])) + "\n"
    } else {
      text += words[.checkPassed] + "\n"
    }
    guard let family = listed.compactMap(\.family).first else { return text }
    let command = "\(Tool.name) explain \(report.families[family].id)"
    return text + words(.next, ["command": .text(style.bold(command))]) + "\n"
  }
}
