internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Collects the reports of the drafts, batch by batch.
struct CheckAssembly {
  private let joined: Corpus
  private let setup: CheckSetup
  private let settings: CheckSettings
  private var documents: [Int: DocumentReport] = [:]
  private var copies: [Int: [CopiedPassage]] = [:]
  private var misquotes: [Int: [MisquoteReport]] = [:]
  private var compared: [Int: CheckedCorpus] = [:]
  private var families: [FamilyReport] = []
  private var familyIndices: [String: Int] = [:]
  private var sources: [String] = []
  private var sourceIndices: [String: Int] = [:]

  init(_ joined: Corpus, _ setup: CheckSetup, _ settings: CheckSettings) {
    self.joined = joined
    self.setup = setup
    self.settings = settings
  }

  /// Analyses the corpus without what the batch leaves out, and classifies the batch's drafts.
  mutating func add(_ batch: CheckSetup.Batch, workers: Workers) {
    let leaders = setup.leaders.enumerated().map { document, leader in
      document < setup.corpusDocuments && !batch.excluded.contains(document) ? leader : nil
    }
    let text = setup.text.counted(as: Sources.numbers(leaders))
    let counted = leaders.indices.filter { leaders[$0] != nil }
    let corpus = CheckedCorpus(
      documents: counted.count, sources: text.corpus.sourceCount,
      tokens: counted.reduce(0) { $0 + joined.documents[$1].tokens.count })
    let allowed = joined.allowedPhrases(settings.audit.allowed)
    let findings = Analysis(
      of: text, isSpaced: setup.isSpaced, settings: setup.mining, workers: workers,
      allowed: allowed.map(\.phrase), allowedFamilies: settings.audit.allowedFamilies
    ).run()
    let catalogue = FamilyCatalogue(
      corpus: joined, text: text, findings: findings, facts: setup.facts
    )
    .sorted(workers: workers)
    for draft in batch.drafts {
      let report = DocumentAssembly(
        corpus: joined, text: text, findings: findings, familyRanks: catalogue.ranks,
        families: catalogue.families, facts: setup.facts,
        shingleLength: setup.mining.shingleLength.of(isSpaced: setup.isSpaced[draft])
      ).report(draft)
      compared[draft] = corpus
      documents[draft] = adopting(report, catalogue.families, isCounted: leaders.map { $0 != nil })
      documents[draft]!.residue = ResidueFinder(
        corpus: joined, findings: findings, facts: setup.facts
      ).residue(of: draft)
      misquotes[draft] = misquotes(in: draft, findings.misquotes, allowed.map(\.entry))
      copies[draft] = CopiedPassages(
        corpus: joined, text: text, findings: findings, mining: setup.mining
      ).passages(of: draft, isSpaced: setup.isSpaced[draft])
    }
  }

  /// The misquotations in `draft`, with the right text of each.
  private func misquotes(
    in draft: Int, _ all: [Misquote], _ entries: [Int]
  ) -> [MisquoteReport] {
    let document = joined.documents[draft]
    var lines = LineCursor(joined.files[document.file].content)
    return all.filter { document.tokens.contains($0.range.lowerBound) }.map { misquote in
      let start = Int(joined.starts[misquote.range.lowerBound])
      let place = lines.advance(to: start)
      return MisquoteReport(
        start: start, end: joined.end(of: misquote.range.upperBound - 1), line: Int(place.line),
        column: Int(place.column),
        phrase: settings.audit.allowed[entries[misquote.phrase]].phrase,
        similarity: misquote.similarity)
    }
  }

  /// `report` with its families and sources numbered as in the whole check.
  private mutating func adopting(
    _ report: DocumentReport, _ catalogue: [FamilyReport], isCounted: [Bool]
  ) -> DocumentReport {
    var report = report
    for index in report.spans.indices {
      let owner = Int(report.spans[index].owner)
      if owner < 0 { continue }
      report.spans[index].owner = Int32(
        report.spans[index].tokenClass == .stock
          ? self.index(of: catalogue[owner], isCounted)
          : self.index(ofSource: joined.documents[owner].id))
    }
    return report
  }

  private mutating func index(of family: FamilyReport, _ isCounted: [Bool]) -> Int {
    if let index = familyIndices[family.id] { return index }
    familyIndices[family.id] = families.count
    families.append(corpusPart(of: family, isCounted))
    return families.count - 1
  }

  /// The family without its places in drafts and in what is left out: its counts are those of the
  /// corpus alone.
  private func corpusPart(of family: FamilyReport, _ isCounted: [Bool]) -> FamilyReport {
    var family = family
    family.places.removeAll { !isCounted[Int($0.document)] }
    family.occurrences = family.places.count
    for variant in family.variants.indices {
      family.variants[variant].occurrences =
        family.places.count { Int($0.variant) == variant }
    }
    return family
  }

  private mutating func index(ofSource id: String) -> Int {
    if let index = sourceIndices[id] { return index }
    sourceIndices[id] = sources.count
    sources.append(id)
    return sources.count - 1
  }

  /// The report of all batches.
  func report(skipped: [SkippedFile]) -> CheckReport {
    let drafts = documents.keys.sorted()
    let reports = drafts.map { documents[$0]! }
    let findings = FindingAssembly(
      corpus: joined, families: families, sources: sources, settings: settings,
      misquotes: drafts.map { misquotes[$0]! }, corpusDocuments: setup.corpusDocuments)
    let passages = drafts.map { copies[$0]! }
    return CheckReport(
      settings: settings.audit.reported(setup.mining),
      corpus: CheckedCorpus(
        documents: setup.corpusDocuments, sources: setup.sources,
        tokens: joined.documents.prefix(setup.corpusDocuments)
          .reduce(0) { $0 + $1.tokens.count }),
      files: joined.files.map { ReportFile(path: $0.input.name, content: $0.content) },
      documents: reports, families: families,
      placeDocuments: joined.documents.prefix(setup.corpusDocuments).map {
        PlaceDocument(id: $0.id, file: $0.file)
      },
      sources: sources,
      findings: findings.findings(reports, copies: passages), skipped: skipped,
      compared: drafts.map { compared[$0]! })
  }
}
