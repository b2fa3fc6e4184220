internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Makes the report of an audit from what the analysis found: positions become bytes, lines, texts.
struct AuditAssembly: Sendable {
  let corpus: Corpus
  let text: PhraseText
  let findings: Findings
  let mining: MiningSettings
  let settings: AuditSettings
  let leaders: [Int]
  let facts: [DocumentFacts]
  let isSpaced: [Bool]
  let workers: Workers

  func report() -> AuditReport {
    let (families, pairs) = workers.both(
      {
        FamilyCatalogue(corpus: corpus, text: text, findings: findings, facts: facts)
          .sorted(workers: workers)
      },
      {
        PairAssembly(
          corpus: corpus, text: text, isSpaced: isSpaced, findings: findings, workers: workers
        ).pairs()
      })
    let documents = workers.map(corpus.documents.count) { document in
      DocumentAssembly(
        corpus: corpus, text: text, findings: findings, familyRanks: families.ranks,
        families: families.families, facts: facts,
        lenders: .init(sources: text.corpus.sources, facts: facts),
        shingleLength: mining.shingleLength.of(isSpaced: isSpaced[document]),
        hasSentences: corpus.tokens.count <= AuditSettings.sentenceLimit
      ).report(document)
    }
    var report = AuditReport(
      settings: settings.reported(mining, of: corpus),
      corpus: summary(documents, families.families),
      files: corpus.files.map { ReportFile($0) },
      documents: documents, families: families.families, pairs: pairs.kept,
      pairsLeftOut: pairs.leftOut)
    report.copiesCut = findings.cutSeeds
    return report
  }

  private func summary(
    _ documents: [DocumentReport], _ families: [FamilyReport]
  ) -> CorpusSummary {
    var classes = ClassCounts()
    var kinds = KindCounts()
    for document in documents {
      for tokenClass in TokenClass.allCases {
        classes[tokenClass] += document.classes[tokenClass]
      }
      for kind in PhraseKind.allCases { kinds[kind] += document.stockByKind[kind] }
    }
    let tokens = documents.reduce(0) { $0 + $1.tokens }
    var summary = CorpusSummary(
      documents: documents.count, sources: text.corpus.sourceCount,
      bytes: corpus.files.reduce(0) { $0 + $1.content.count },
      characters: documents.reduce(0) { $0 + $1.characters }, tokens: tokens, classes: classes,
      stockByKind: kinds,
      lengthCurve: mining.curve.map { length in
        let count = findings.curve[length] ?? 0
        return CurvePoint(
          length: length, tokens: count, share: tokens == 0 ? 0 : Double(count) / Double(tokens))
      },
      curveLeftOut: AuditSettings.curve.filter { !mining.curve.contains($0) },
      duplicates: groups(), skipped: corpus.skipped,
      longestSharedRun: classes[.stock] > 0
        ? 0
        : LongestSharedRun(corpus: text.corpus, workers: workers).length())
    summary.series = series()
    summary.topFormulaTokens = families.lazy.filter { $0.kind == .formula }.prefix(20)
      .reduce(0) { $0 + $1.placeTokens }
    return summary
  }

  private func series() -> [SeriesReport] {
    var members: [String: [Int]] = [:]
    for (document, facts) in facts.enumerated() {
      if let series = facts.series { members[series, default: []].append(document) }
    }
    return members.sorted { $0.key < $1.key }
      .map { SeriesReport(name: $0.key, documents: $0.value) }
  }

  private func groups() -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for (document, leader) in leaders.enumerated() { groups[leader, default: []].append(document) }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}

/// The families of an audit in the order of the report.
struct FamilyCatalogue {
  let corpus: Corpus
  let text: PhraseText
  let findings: Findings
  let facts: [DocumentFacts]

  /// The families, and for each family of the findings its index among them.
  func sorted(workers: Workers) -> (families: [FamilyReport], ranks: [Int]) {
    let assembly = FamilyAssembly(corpus: corpus, text: text, facts: facts)
    let families = findings.families
    // Families are not copied for each comparison: all that one has is counted then.
    let worths = families.map { (saving: ($0.tokens.count - 3) * ($0.sources - 1), id: $0.id) }
    let order = families.indices.sorted {
      (worths[$1].saving, worths[$0].id) < (worths[$0].saving, worths[$1].id)
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, family) in order.enumerated() { ranks[family] = rank }
    var reports = workers.map(order.count) { assembly.report(families[order[$0]]) }
    PlaceLines(
      contents: corpus.files.map(\.content), fileOf: corpus.documents.map(\.file)
    ).fill(&reports, workers: workers)
    return (reports, ranks)
  }
}
