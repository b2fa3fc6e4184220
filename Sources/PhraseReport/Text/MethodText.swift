internal import PhraseMining

/// How the report was made, in prose to paste into a paper: what was compared, what counts as what, what came
/// of it, each share with its denominator, and how to do it again.
package enum MethodText {
  /// The text in paragraphs, with an empty line between two of them.
  package static func render(_ report: AuditReport, language: ReportLanguage) -> String {
    paragraphs(report, language: language).joined(separator: "\n\n")
  }

  static func paragraphs(_ report: AuditReport, language: ReportLanguage) -> [String] {
    let method = Method(report: report, words: Words(language: language))
    return method.paragraphs.map { method.joined($0) }
  }
}

private struct Method {
  let report: AuditReport
  let words: Words

  private var settings: ReportSettings { report.settings }
  private var corpus: CorpusSummary { report.corpus }

  /// The sentences of each paragraph.
  var paragraphs: [[String]] {
    let closing = [skipped, repetition]
    if corpus.tokens == 0 { return [[compared] + closing] }
    return [
      [compared, tokens] + sources,
      [stock, settings.findsVariants ? words[.methodVariants] : words[.methodNoVariants], copied],
      [result, others] + frame,
      closing,
    ]
  }

  /// Chinese sets no space between sentences.
  func joined(_ sentences: [String]) -> String {
    sentences.joined(separator: words.language == .chinese ? "" : " ")
  }

  private var compared: String {
    words(
      .methodCompared,
      [
        "n": .number(corpus.documents), "sources": .number(corpus.sources),
        "characters": .number(corpus.characters), "tokens": .number(corpus.tokens),
        "version": .text(Tool.version),
      ])
  }

  private var tokens: String {
    words[settings.arguments.contains("--slots") ? .methodSlotsChosen : .methodSlots]
  }

  private var sources: [String] {
    let grouped = corpus.duplicates.reduce(0) { $0 + $1.count }
    let grouping =
      settings.groupsNearDuplicates
      ? words(
        .methodGrouped, ["n": .number(grouped), "groups": .number(corpus.duplicates.count)])
      : words[.methodNotGrouped]
    let counting = settings.countBy.map { words(.methodCountBy, ["key": .text($0)]) }
    return [grouping] + (counting.map { [$0] } ?? [])
  }

  private var stock: String {
    let origin: WordKey =
      !settings.minimumDocumentsIsDefault
      ? .methodChosen : settings.minimumDocuments < 3 ? .methodFewDocuments : .methodFromSize
    return words(
      .methodStock,
      lengths("k", settings.shingleLength).merging([
        "d": .number(settings.minimumDocuments), "origin": .text(words[origin]),
      ]) { $1 })
  }

  private var copied: String {
    words(
      .methodCopied,
      lengths("borrowed", settings.borrowedLength)
        .merging(lengths("shared", settings.sharedLength)) { $1 })
  }

  private var result: String {
    words(
      .methodResult,
      Headline(report: report, words: words).values.merging([
        "stock": .number(corpus.classes[.stock]), "stockShare": share(corpus.classes[.stock]),
      ]) { $1 })
  }

  private var others: String {
    words(
      .methodOthers,
      Headline(report: report, words: words).values.merging([
        "allowed": .number(corpus.classes[.allowed]),
        "allowedShare": share(corpus.classes[.allowed]),
      ]) { $1 })
  }

  private var frame: [String] {
    guard let frame = corpus.frame else { return [] }
    return [
      words(
        .methodFrame,
        [
          "n": .number(frame.documents), "m": .number(frame.minimumDocuments),
          "partial": .number(frame.years.count { $0.isPartial }),
          "years": .number(frame.years.count), "undated": .number(frame.undated),
          "documents": .number(corpus.documents),
        ])
    ]
  }

  private var skipped: String {
    corpus.skipped.isEmpty
      ? words[.methodNothingSkipped]
      : words(.methodSkipped, ["n": .number(corpus.skipped.count)])
  }

  private var repetition: String {
    words(.methodRepeat, ["command": .text(settings.repeatingCommand)])
  }

  private func share(_ tokens: Int) -> Words.Value {
    .text(NumberText.percent(tokens, of: corpus.tokens))
  }

  private func lengths(_ name: String, _ lengths: ScriptLengths) -> [String: Words.Value] {
    [name: .number(lengths.unspaced), "\(name)Words": .number(lengths.spaced)]
  }
}
