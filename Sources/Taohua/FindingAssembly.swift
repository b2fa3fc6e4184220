internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Makes findings of the classes of drafts.
struct FindingAssembly {
  let drafts: Corpus
  let families: [FamilyReport]
  /// The documents that the drafts were compared with, and for each draft which of them count.
  let sources: [ReferenceDocument]
  let evidence: [DraftEvidence]
  /// For each draft how many sources it is compared with.
  let sourceCounts: [Int]
  let settings: CheckSettings
  /// Prescribed wording that is not quoted right, by draft.
  let misquotes: [[MisquoteReport]]

  /// So many documents are named that have a phrase, the first ones.
  static let maximumSources = 5

  /// As much of a passage as its message quotes.
  private static let quotedColumns = 60

  /// The findings of all drafts, by draft and start.
  func findings(_ reports: [DocumentReport], copies: [[CopiedPassage]]) -> [Finding] {
    var findings: [Finding] = []
    for (index, draft) in reports.enumerated() {
      if let share = shareFinding(draft, index) { findings.append(share) }
      findings += draft.residue.lazy.map { residueFinding($0, index) }
      findings += misquotes[index].lazy.map { misquoteFinding($0, index) }
      // Of a long draft that is all stock there are as many as a corpus has phrases: they stay where they are made.
      var rest: [Finding] = []
      rest.reserveCapacity(draft.spans.count { $0.tokenClass == .stock })
      for span in draft.spans where !isMisquoted(span, index) {
        if let finding = stockFinding(span, index, draft) { rest.append(finding) }
      }
      var lines = LineCursor(drafts.files[drafts.documents[index].file].content)
      for copy in copies[index] { rest.append(copyFinding(copy, index, &lines)) }
      rest += draft.repeats.lazy.map { repeatFinding($0, index) }
      rest.sort { ($0.start, $0.end) < ($1.start, $1.end) }
      if findings.isEmpty { findings = rest } else { findings += rest }
    }
    return findings
  }

  /// Whether a misquotation covers `span`: prescribed wording is one thing to mend, not two.
  private func isMisquoted(_ span: SpanReport, _ index: Int) -> Bool {
    misquotes[index].contains { $0.start <= Int(span.start) && Int(span.end) <= $0.end }
  }

  private func stockPercent(_ draft: DocumentReport) -> Double {
    draft.tokens == 0 ? 0 : 100 * Double(draft.classes[.stock]) / Double(draft.tokens)
  }

  private func stockFinding(
    _ span: SpanReport, _ index: Int, _ draft: DocumentReport
  ) -> Finding? {
    guard span.tokenClass == .stock else { return nil }
    let family = families[Int(span.owner)]
    let rule: Rule = span.similarity < 1 ? .nearVariant : .stockPhrase
    var documents: [String] = []
    for place in family.places where documents.count < Self.maximumSources {
      let document = Int(place.document)
      guard evidence[index].sources[document] != TokenCorpus.uncounted else { continue }
      if documents.last != sources[document].id { documents.append(sources[document].id) }
    }
    return Finding(
      rule: rule, severity: .note, document: index, path: path(of: index), start: Int(span.start),
      end: Int(span.end), line: Int(span.line), column: Int(span.column),
      family: Int(span.owner), sources: documents, similarity: span.similarity,
      fingerprint: Fingerprint.of(.stockPhrase, family.id),
      detail: .stock(
        documents: Int(span.documents), sources: sourceCounts[index], template: family.template))
  }

  private func residueFinding(_ residue: ResidueReport, _ index: Int) -> Finding {
    Finding(
      rule: .residue, severity: residue.reason.isGrave ? .error : .warning, document: index,
      path: path(of: index),
      start: residue.start, end: residue.end, line: residue.line, column: residue.column,
      family: nil, sources: residue.source.map { [$0] } ?? [], similarity: 1,
      fingerprint: Fingerprint.of(.residue, residue.reason.rawValue + "\0" + residue.text),
      detail: .residue(
        text: residue.text, reason: residue.reason, count: residue.count, source: residue.source))
  }

  private func misquoteFinding(_ misquote: MisquoteReport, _ index: Int) -> Finding {
    Finding(
      rule: .misquoted, severity: .error, document: index, path: path(of: index),
      start: misquote.start,
      end: misquote.end, line: misquote.line, column: misquote.column, family: nil, sources: [],
      similarity: misquote.similarity,
      fingerprint: Fingerprint.of(.misquoted, misquote.phrase),
      detail: .misquoted(phrase: misquote.phrase))
  }

  private func repeatFinding(_ passage: RepeatReport, _ index: Int) -> Finding {
    var finding = Finding(
      rule: .repeated, severity: .note, document: index, path: path(of: index),
      start: passage.start, end: passage.end, line: passage.line, column: passage.column,
      family: nil, sources: [], similarity: 1,
      fingerprint: Fingerprint.of(.repeated, passage.tokens.joined(separator: "\0")),
      detail: .repeated(
        line: passage.firstLine,
        text: DisplayText.truncated(passage.text, to: Self.quotedColumns)))
    finding.places = [
      FindingPlace(
        document: drafts.documents[index].id, path: path(of: index),
        start: passage.first.lowerBound, end: passage.first.upperBound, line: passage.firstLine,
        column: passage.firstColumn)
    ]
    return finding
  }

  private func copyFinding(
    _ passage: CopiedPassage, _ index: Int, _ lines: inout LineCursor
  ) -> Finding {
    let start = drafts.start(of: passage.tokens.lowerBound)
    let place = lines.advance(to: start)
    let ids = passage.sources.map { sources[$0].id }
    let first = passage.places.first.map { "\($0.path):\($0.line)" } ?? ids.first ?? ""
    let tokens = passage.tokens.map { drafts.text(ofToken: drafts.tokens[$0]) }
    var finding = Finding(
      rule: .copiedPassage, severity: passage.isLong ? .error : .warning, document: index,
      path: path(of: index),
      start: start,
      end: drafts.end(of: passage.tokens.upperBound - 1), line: Int(place.line),
      column: Int(place.column), family: nil, sources: Array(ids.prefix(CopiedPassage.sourceLimit)),
      similarity: 1,
      fingerprint: Fingerprint.of(.copiedPassage, tokens.joined(separator: "\0")),
      detail: .copied(
        tokens: passage.tokens.count, place: first, others: max(0, ids.count - 1)))
    finding.borrowedTokens = passage.borrowedTokens
    finding.places = passage.places
    return finding
  }

  private func shareFinding(_ draft: DocumentReport, _ index: Int) -> Finding? {
    guard let maximum = settings.gate.maximumStockPercent, stockPercent(draft) > maximum
    else { return nil }
    let start = draft.byteRange.lowerBound
    var lines = LineCursor(drafts.files[draft.file].content)
    let place = lines.advance(to: start)
    return Finding(
      rule: .stockShare, severity: .error, document: index, path: path(of: index), start: start,
      end: start, line: Int(place.line), column: Int(place.column), family: nil, sources: [],
      similarity: 1, fingerprint: Fingerprint.of(.stockShare, ""),
      detail: .share(stock: draft.classes[.stock], tokens: draft.tokens, limit: maximum))
  }

  /// The file of the draft `index`.
  private func path(of index: Int) -> String {
    drafts.files[drafts.documents[index].file].input.name
  }
}
