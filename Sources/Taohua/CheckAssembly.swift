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
    let drafts = Set(batch.drafts)
    let leaders: [Int?] = joined.documents.indices.map { document in
      let isWanted =
        document < setup.corpusDocuments
        ? !batch.excluded.contains(document) : drafts.contains(document)
      return isWanted ? setup.leaders[document] : nil
    }
    let input = EngineInput(
      joined, leaders: leaders,
      isCounted: joined.documents.indices.map { $0 < setup.corpusDocuments })
    let findings = Analysis(
      of: input.text, isSpaced: input.order.map { setup.isSpaced[$0] }, settings: setup.mining,
      workers: workers
    ).run()
    let catalogue = FamilyCatalogue(corpus: joined, input: input, findings: findings)
      .sorted(workers: workers)
    for draft in batch.drafts {
      let report = DocumentAssembly(
        corpus: joined, input: input, findings: findings, familyRanks: catalogue.ranks,
        families: catalogue.families, sourceIndex: { input.order[$0] },
        shingleLength: setup.mining.shingleLength.of(isSpaced: setup.isSpaced[draft])
      ).report(draft)
      documents[draft] = adopting(report, catalogue.families)
      copies[draft] = CopiedPassages(
        corpus: joined, input: input, findings: findings, mining: setup.mining
      ).passages(of: draft, isSpaced: setup.isSpaced[draft])
    }
  }

  /// `report` with its families and sources numbered as in the whole check.
  private mutating func adopting(
    _ report: DocumentReport, _ catalogue: [FamilyReport]
  ) -> DocumentReport {
    var report = report
    for index in report.spans.indices {
      let owner = Int(report.spans[index].owner)
      if owner < 0 { continue }
      report.spans[index].owner = Int32(
        report.spans[index].tokenClass == .stock
          ? self.index(of: catalogue[owner]) : self.index(ofSource: joined.documents[owner].id))
    }
    return report
  }

  private mutating func index(of family: FamilyReport) -> Int {
    if let index = familyIndices[family.id] { return index }
    familyIndices[family.id] = families.count
    families.append(corpusPart(of: family))
    return families.count - 1
  }

  /// The family without its places in drafts: its counts are those of the corpus alone.
  private func corpusPart(of family: FamilyReport) -> FamilyReport {
    var family = family
    family.places.removeAll { Int($0.document) >= setup.corpusDocuments }
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
      corpusDocuments: setup.corpusDocuments)
    let gate = findings.gate(reports)
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
      findings: findings.findings(reports, copies: drafts.map { copies[$0]! }), gate: gate,
      skipped: skipped)
  }
}
