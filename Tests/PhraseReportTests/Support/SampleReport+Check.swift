import PhraseMining
import PhraseReport

extension SampleReport {
  /// The newer report of the first town checked against the older ones.
  static let check = makeCheck()

  private static func makeCheck() -> CheckReport {
    var document = audit.documents[3]
    document.file = 0
    document.shares.raw = 69
    document.shares.net = 69
    document.shares.netOf = document.tokens
    document.spans = document.spans.map { span in
      var span = span
      if span.tokenClass == .borrowed { span.owner = 0 }
      return span
    }
    let families = audit.families.map { family in
      var family = family
      family.places = family.places.filter { $0.document == 3 }.map {
        var place = $0
        place.document = 0
        return place
      }
      return family
    }
    let findings = document.spans.compactMap { finding(for: $0, families: families) }
    var report = CheckReport(
      settings: audit.settings, corpus: CheckedCorpus(documents: 3, sources: 3, tokens: 240),
      files: [audit.files[1]], documents: [document], families: families,
      placeDocuments: [PlaceDocument(id: document.id, file: 0)],
      sources: [audit.documents[2].id], findings: findings, skipped: [],
      compared: [CheckedCorpus(documents: 3, sources: 3, tokens: 240)])
    report.judge(GateSettings())
    return report
  }

  private static func finding(for span: SpanReport, families: [FamilyReport]) -> Finding? {
    let isStock = span.tokenClass == .stock
    guard isStock || span.tokenClass == .borrowed else { return nil }
    let message =
      isStock
      ? "stands in \(span.documents) of 3 documents"
      : "copied from 青溪/2021.md"
    return Finding(
      rule: isStock ? .stockPhrase : .copiedPassage, severity: isStock ? .note : .error,
      document: 0, path: audit.files[1].path, start: Int(span.start), end: Int(span.end),
      line: Int(span.line),
      column: Int(span.column), family: isStock ? Int(span.owner) : nil,
      sources: isStock ? [] : [audit.documents[2].id], similarity: 1,
      fingerprint: "00000000000000f\(span.column % 10)", message: message)
  }
}
