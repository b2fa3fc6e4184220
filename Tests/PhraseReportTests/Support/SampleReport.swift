import PhraseMining
import PhraseReport

/// A small report made by hand: two towns, four documents, five families, one borrowed passage.
enum SampleReport {
  static let audit = build(SampleSettings.settings)

  /// The corpus without a document.
  static let empty = AuditReport(
    settings: SampleSettings.settings,
    corpus: CorpusSummary(
      documents: 0, sources: 0, bytes: 0, characters: 0, tokens: 0, classes: ClassCounts(),
      stockByKind: KindCounts(), lengthCurve: [], curveLeftOut: [], duplicates: [], skipped: [],
      longestSharedRun: 0),
    files: [], documents: [], families: [], pairs: [], pairsLeftOut: 0)

  private static func build(_ settings: ReportSettings) -> AuditReport {
    let texts = [
      SampleTexts.riverOld, SampleTexts.riverNew, SampleTexts.hill, SampleTexts.hillLetter,
    ]
    let compilation = MarkedText(SampleTexts.hill + SampleTexts.divider + SampleTexts.hillLetter)
    let cut = MarkedText(SampleTexts.hill).text.utf8.count
    let files = [
      ReportFile(path: "青溪/2021.md", content: Array(MarkedText(texts[0]).text.utf8)),
      ReportFile(path: "青溪/2022.md", content: Array(MarkedText(texts[1]).text.utf8)),
      ReportFile(path: "石岭/2022.md", content: Array(compilation.text.utf8)),
    ]
    let parts = [
      SamplePart(
        file: 2, part: 1, runs: compilation.runs.filter { $0.start < cut }, bytes: 0..<cut),
      SamplePart(
        file: 2, part: 2, runs: compilation.runs.filter { $0.start >= cut },
        bytes: (cut + SampleTexts.divider.utf8.count)..<files[2].content.count),
      SamplePart(file: 0, runs: MarkedText(texts[0]).runs, bytes: files[0].content.indices),
      SamplePart(file: 1, runs: MarkedText(texts[1]).runs, bytes: files[1].content.indices),
    ]
    let families = SampleFamilies.families(in: parts)
    let documents = parts.map { $0.document(in: files, families: families) }
    return AuditReport(
      settings: settings, corpus: summary(of: documents, files: files), files: files,
      documents: documents, families: families, pairs: [pair(of: documents)], pairsLeftOut: 2)
  }

  private static func summary(
    of documents: [DocumentReport], files: [ReportFile]
  ) -> CorpusSummary {
    let tokens = documents.reduce(0) { $0 + $1.tokens }
    var classes = ClassCounts()
    for name in TokenClass.allCases {
      classes[name] = documents.reduce(0) { $0 + $1.classes[name] }
    }
    var kinds = KindCounts()
    for kind in PhraseKind.allCases {
      kinds[kind] = documents.reduce(0) { $0 + $1.stockByKind[kind] }
    }
    let curve = [(6, 140), (8, 112), (10, 80), (13, 50), (16, 36), (20, 0)]
    return CorpusSummary(
      documents: documents.count, sources: 4, bytes: files.reduce(0) { $0 + $1.content.count },
      characters: documents.reduce(0) { $0 + $1.characters }, tokens: tokens, classes: classes,
      stockByKind: kinds,
      lengthCurve: curve.map {
        CurvePoint(length: $0.0, tokens: $0.1, share: Double($0.1) / Double(tokens))
      },
      curveLeftOut: [25], duplicates: [],
      skipped: [
        SkippedFile(path: "扫描 | 件.pdf", reason: "format not read: pdf", isFailure: true),
        SkippedFile(path: "图.png", reason: "no document", isFailure: false),
      ], longestSharedRun: 19)
  }

  private static func pair(of documents: [DocumentReport]) -> PairReport {
    let span = documents[3].spans.first { $0.tokenClass == .borrowed }!
    let length = Int(span.end - span.start)
    // The passage stands in document 2 as it stands in document 3.
    let text = MarkedText(SampleTexts.riverOld).text
    let passage = MarkedText(SampleTexts.riverNew).runs.first { $0.label == "b0" }!.text
    let start = text.utf8.distance(
      from: text.startIndex, to: text.firstRange(of: passage)!.lowerBound)
    return PairReport(
      left: 2, right: 3, sharedTokens: MarkedText.tokens(in: passage),
      passages: [
        PassageReport(
          left: start..<start + length, right: Int(span.start)..<Int(span.end), similarity: 1)
      ])
  }
}
