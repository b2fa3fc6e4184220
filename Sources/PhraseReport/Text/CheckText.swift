internal import PhraseMining

/// The sentences of a check that the terminal and Markdown have in common.
struct CheckText {
  /// A number of tokens, its share, and what it counts, with the denominator.
  struct Share {
    var tokens: String
    var percent: String
    var text: String
  }

  let report: CheckReport
  let words: Words
  /// The findings that are listed, what matters most first.
  let ranked: [Finding]

  init(report: CheckReport, words: Words) {
    self.report = report
    self.words = words
    ranked = report.listedFindings.ranked
  }

  /// As many findings as a person reads at once.
  static let shown = 10

  /// The draft in a sentence.
  func headline(of index: Int) -> String {
    let document = report.documents[index]
    let compared = report.compared[index]
    let leftOut = report.corpus.documents - compared.documents
    let stock = document.classes[.stock]
    let values: [String: Words.Value] = [
      "path": .text(DisplayText.clean(document.id)), "stock": .number(stock),
      "tokens": .number(document.tokens),
      "share": .text(NumberText.percent(stock, of: document.tokens)),
      "borrowed": .number(document.classes[.borrowed]),
      "n": .number(compared.documents), "sources": .number(compared.sources),
    ]
    if isAlone { return words(.checkAlone, values) }
    return words(.checkHeadline, values)
      + (leftOut == 0 ? "" : words(.checkLeftOut, ["n": .number(leftOut)]))
  }

  /// Whether there was nothing to compare with.
  var isAlone: Bool { report.corpus.documents == 0 }

  /// What of the draft is found elsewhere, raw and net, and what is not.
  func shares(of index: Int) -> [Share] {
    let document = report.documents[index]
    if isAlone || document.tokens == 0 { return [] }
    let shares = document.shares
    let values: [String: Words.Value] = [
      "tokens": .number(document.tokens), "rest": .number(shares.netOf),
      "n": .number(report.compared[index].documents),
    ]
    let rows: [(WordKey, Int, Int)] = [
      (.checkRaw, shares.raw, document.tokens), (.checkNet, shares.net, shares.netOf),
      (.checkOriginal, document.classes[.original], document.tokens),
    ]
    return rows.map { key, part, whole in
      Share(
        tokens: NumberText.grouped(part), percent: NumberText.percent(part, of: whole),
        text: words(key, values))
    }
  }

  /// The verdicts of the sentences, counted; nil where there is nothing to compare with.
  func verdicts(of index: Int) -> String? {
    let sentences = report.documents[index].sentences
    if isAlone || sentences.isEmpty { return nil }
    var values: [String: Words.Value] = ["n": .number(sentences.count)]
    for verdict in Verdict.allCases {
      values[verdict.rawValue] = .number(sentences.count { $0.verdict == verdict })
    }
    return words(.checkSentences, values)
  }

  /// How many of the listed findings come after those that are shown; nil for none.
  func more(than shown: Int) -> String? {
    let rest = ranked.dropFirst(shown)
    if rest.isEmpty { return nil }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = rest.count { $0.severity == severity }
      if count == 0 { return nil }
      return words(
        .checkCount, ["n": .number(count), "what": .text(words.counted(severity, count))])
    }
    return words(
      .checkMore,
      ["n": .number(rest.count), "counts": .text(counts.joined(separator: words[.listMark]))])
  }

  /// How many findings there are beside the listed ones, and why they are not.
  var notListed: [String] {
    let open = report.openFindings.count
    let suppressed = report.findings.count - open
    let known = open - report.listedFindings.count
    return
      (suppressed == 0 ? [] : [words(.checkSuppressed, ["n": .number(suppressed)])])
      + (known == 0 ? [] : [words(.checkKnown, ["n": .number(known)])])
  }

  /// What a reader must know before he believes the numbers.
  var notes: [String] {
    let sources = report.compared.map(\.sources).min() ?? 0
    let isSmall = !isAlone && sources < AuditReport.smallCorpus && !report.documents.isEmpty
    return (isSmall ? [ReportNote.smallCorpus(sources: sources).text(in: words.language)] : [])
      + leftOutByDate
  }

  /// How many earlier reports do not count for their dates.
  private var leftOutByDate: [String] {
    guard let reports = report.earlierReports else { return [] }
    let values: [String: Words.Value] = [
      "date": .text(reports.date), "n": .number(report.corpus.documents),
      "later": .number(reports.later), "undated": .number(reports.undated),
    ]
    return [words(.checkAsOf, values)]
  }

  /// Whether the check passes, and why not.
  var verdict: String {
    if !report.gate.failed { return words[.checkPassed] }
    let reasons = report.gate.reasons(in: words.language).joined(separator: words[.reasonMark])
    return words(.checkFailed, ["reasons": .text(DisplayText.clean(reasons))])
  }

  /// The one command that says more: of the finding that matters most, or how to add earlier reports.
  ///
  /// - Parameter earlier: the paths of the earlier reports, where they are known.
  func next(earlier: [String]) -> String? {
    guard let first = report.documents.first else { return nil }
    let path = ShellText.quoted(report.files[first.file].path)
    if isAlone { return "\(Tool.name) check \(path) --against FOLDER" }
    guard let finding = ranked.first else { return nil }
    if let command = compare(finding) { return command }
    if let family = finding.family, (1...Self.mostPaths).contains(earlier.count) {
      let paths = earlier.map(ShellText.quoted).joined(separator: " ")
      return "\(Tool.name) explain \(report.families[family].id) \(paths)"
    }
    return "\(Tool.name) explain \(finding.rule.rawValue)"
  }

  /// Paths that a command is shown with; more are no command that somebody would copy.
  private static let mostPaths = 3

  /// The command that shows a copy beside its source; nil where one of them is a part of its file.
  private func compare(_ finding: Finding) -> String? {
    guard finding.rule == .copiedPassage, let document = finding.document,
      report.documents[document].part == nil, let place = finding.places.first,
      place.document == place.path
    else { return nil }
    return "\(Tool.name) compare \(ShellText.quoted(finding.path)) \(ShellText.quoted(place.path))"
  }
}

extension Words {
  /// The name of a severity.
  func name(of severity: Severity) -> String {
    switch severity {
    case .error: self[.severityError]
    case .warning: self[.severityWarning]
    case .note: self[.severityNote]
    }
  }

  /// What so many findings of a severity are called.
  func counted(_ severity: Severity, _ count: Int) -> String {
    name(of: severity) + (language == .english && count != 1 ? "s" : "")
  }
}
