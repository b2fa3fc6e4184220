internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Makes the report of a check from what the comparison found.
struct CheckAssembly {
  private let comparison: Comparison
  private let settings: CheckSettings
  private let reference: any CheckReference
  private let workers: Workers
  /// The places of a family are wanted in so many documents; nil for all. They are most of a catalogue.
  private let placeDocuments: Int?
  private var families: [FamilyReport] = []
  private var familyIndices: [String: Int] = [:]
  private var sources: [String] = []
  private var sourceIndices: [Int: Int] = [:]

  init(_ comparison: Comparison, settings: CheckSettings) {
    self.comparison = comparison
    self.settings = settings
    reference = comparison.reference
    workers = Workers(count: settings.audit.jobs)
    let isComplete = comparison.evidence.allSatisfy { !$0.sources.contains(TokenCorpus.uncounted) }
    placeDocuments =
      settings.needsPlaceTexts || !isComplete ? nil : FindingAssembly.maximumSources
  }

  /// The report of all drafts.
  consuming func report() throws(IndexError) -> CheckReport {
    let drafts = comparison.drafts.documents.indices
    let (found, places) = workers.both(
      { [assembly = copy self] in workers.map(drafts.count) { assembly.document($0) } },
      { [assembly = copy self] in Result { () throws(IndexError) in try assembly.places() } })
    let reports = found.map { numbered($0.report, families: $0.families) }
    let (passages, files) = try places.get()
    let compared = drafts.map { self.compared($0) }
    let findings = FindingAssembly(
      drafts: comparison.drafts, families: families, sources: reference.documents,
      evidence: comparison.evidence, sourceCounts: compared.map(\.sources),
      settings: settings, misquotes: drafts.map { misquotes(in: $0) }
    ).findings(reports, copies: passages)
    fillLines(files)
    let earlier = files.count - comparison.drafts.files.count
    var report = CheckReport(
      settings: settings.audit.reported(reference.mining, of: comparison.drafts),
      corpus: self.compared(nil),
      files: files,
      documents: reports.map { report in
        var report = report
        report.file += earlier
        return report
      },
      families: families,
      placeDocuments: reference.documents.map { PlaceDocument(id: $0.id, file: $0.file) },
      sources: sources, findings: findings, skipped: comparison.drafts.skipped,
      compared: compared)
    report.leftOut = comparison.evidence.map { evidence in
      Set(evidence.sources.indices.filter { evidence.sources[$0] == TokenCorpus.uncounted })
    }
    if settings.needsSpanSources {
      report.spanSources = try SharedPlaces(
        reference: reference, drafts: comparison.drafts, evidence: comparison.evidence
      ).sources(report.documents)
    }
    report.usedEntries = settings.audit.used(
      comparison.findings.allowed, phrases: comparison.allowed.map(\.entry))
    return report
  }

  /// The copied passages of each draft with their places, and the files of the reference and of the drafts.
  private func places() throws(IndexError) -> ([[CopiedPassage]], [ReportFile]) {
    let passages = try CopyPlaces(
      reference: reference, workers: workers,
      limit: settings.needsPlaceTexts ? CopiedPassage.sourceLimit : 1
    ).filled(
      comparison.drafts.documents.indices.map { copies(in: $0) }, evidence: comparison.evidence)
    var files = try reference.files(withText: settings.needsPlaceTexts)
    files += comparison.drafts.files.map { ReportFile($0) }
    return (passages, files)
  }

  /// Fills in the lines and columns of places, where their texts are there.
  private mutating func fillLines(_ files: [ReportFile]) {
    guard settings.needsPlaceTexts else { return }
    PlaceLines(contents: files.map(\.content), fileOf: reference.documents.map(\.file))
      .fill(&families, workers: workers)
  }

  /// The size of the reference, without what is left out for `draft`.
  private func compared(_ draft: Int?) -> CheckedCorpus {
    let documents = reference.documents
    let isLeftOut = draft.map { draft in
      comparison.evidence[draft].sources.map { $0 == TokenCorpus.uncounted }
    }
    var compared = CheckedCorpus(documents: 0, sources: 0, tokens: 0)
    var isMet = [Bool](repeating: false, count: documents.count)
    for document in documents.indices where isLeftOut?[document] != true {
      compared.documents += 1
      compared.tokens += documents[document].tokens
      if !isMet[documents[document].leader] { compared.sources += 1 }
      isMet[documents[document].leader] = true
    }
    return compared
  }

  private func copies(in draft: Int) -> [CopiedPassage] {
    CopiedPassages(
      text: comparison.text, findings: comparison.findings, evidence: comparison.evidence[draft],
      mining: reference.mining
    ).passages(of: draft, isSpaced: comparison.isSpaced[draft])
  }

  /// The misquotations in `draft`, with the right text of each.
  private func misquotes(in draft: Int) -> [MisquoteReport] {
    let drafts = comparison.drafts
    let document = drafts.documents[draft]
    var lines = LineCursor(drafts.files[document.file].content)
    return comparison.findings.allowed.misquotes.filter {
      document.tokens.contains($0.range.lowerBound)
    }
    .map { misquote in
      let start = drafts.start(of: misquote.range.lowerBound)
      let place = lines.advance(to: start)
      let entry = comparison.allowed[misquote.phrase].entry
      return MisquoteReport(
        start: start, end: drafts.end(of: misquote.range.upperBound - 1), line: Int(place.line),
        column: Int(place.column), phrase: settings.audit.allowed[entry].phrase,
        similarity: misquote.similarity)
    }
  }
}

// MARK: Documents

extension CheckAssembly {
  /// The report of `draft`, and the families that its spans number.
  private func document(_ draft: Int) -> (report: DocumentReport, families: [Int]) {
    let (found, residue) = workers.both(
      { stretches(of: draft) }, { [assembly = copy self] in assembly.residue(of: draft) })
    var (report, touched) = found
    report.residue = residue
    report.repeats = RepeatedPassages(
      corpus: comparison.drafts, text: comparison.text, classes: comparison.findings.classes
    ).repeats(
      in: draft, length: report.shingleLength,
      least: reference.mining.sharedLength.of(isSpaced: comparison.isSpaced[draft]))
    return (report, touched)
  }

  /// The same without residue and repeats.
  private func stretches(of draft: Int) -> (report: DocumentReport, families: [Int]) {
    let touched = touchedFamilies(of: draft)
    var ranks = [Int](
      repeating: 0,
      count: reference.inventory.familyIDs.count + comparison.findings.families.count)
    for (rank, family) in touched.enumerated() { ranks[family] = rank }
    let reports = workers.map(touched.count) { [self] in family(touched[$0], for: draft) }
    let report = DocumentAssembly(
      corpus: comparison.drafts, text: comparison.text, findings: comparison.findings,
      familyRanks: ranks, families: reports, facts: comparison.facts,
      lenders: .init(
        sources: comparison.evidence[draft].sources, facts: reference.documents.map(\.facts)),
      shingleLength: reference.mining.shingleLength.of(isSpaced: comparison.isSpaced[draft])
    ).report(draft)
    return (report, touched)
  }

  private func residue(of draft: Int) -> [ResidueReport] {
    var names = comparison.names
    names.add(comparison.drafts.documents[draft].tokens, of: comparison.text.corpus)
    return ResidueFinder(
      corpus: comparison.drafts, findings: comparison.findings, facts: comparison.facts,
      sources: reference.documents, counts: names
    ).residue(of: draft)
  }

  /// `report` with its families and sources numbered as in the whole check.
  private mutating func numbered(_ report: DocumentReport, families: [Int]) -> DocumentReport {
    var report = report
    for index in report.spans.indices {
      let owner = Int(report.spans[index].owner)
      if owner < 0 { continue }
      report.spans[index].owner = Int32(
        report.spans[index].tokenClass == .stock
          ? self.index(ofFamily: families[owner]) : self.index(ofSource: owner))
    }
    return report
  }

  /// The families that own a stock token of `draft`, in order of their first one.
  private func touchedFamilies(of draft: Int) -> [Int] {
    let findings = comparison.findings
    var known = Set<Int>()
    return comparison.drafts.documents[draft].tokens.compactMap { position in
      guard findings.classes[position] == TokenClass.stock.rawValue else { return nil }
      let family = Int(findings.owners[position]) - 1
      return known.insert(family).inserted ? family : nil
    }
  }

  /// The family `index`; one of the drafts' own after those of the reference.
  private func family(_ index: Int) -> FamilyReport {
    let known = reference.inventory.familyIDs.count
    if index < known { return reference.family(index, inFirst: placeDocuments) }
    let family = comparison.findings.families[index - known]
    let position = (0..<comparison.drafts.tokens.count).first {
      Int(comparison.findings.owners[$0]) == index + 1
    }!
    let drafts = comparison.drafts
    let file = drafts.files[drafts.documents[drafts.document(at: position)].file]
    let bytes =
      drafts.start(of: position)..<drafts.end(of: position + family.tokens.count - 1)
    let text = OneLine.text(file.content[bytes])
    return FamilyReport(
      id: hexadecimal(family.id), kind: family.kind, kindIsSure: family.kindIsSure,
      canonical: text, template: text, tokens: family.tokens.count, documents: family.sources,
      occurrences: family.variants[0].occurrences, nested: 0,
      variants: [
        VariantReport(
          text: text, documents: family.sources, occurrences: family.variants[0].occurrences)
      ],
      places: [])
  }

  /// The family `index` with the number of sources that `draft` is compared with.
  private func family(_ index: Int, for draft: Int) -> FamilyReport {
    var family = family(index)
    let sources = comparison.evidence[draft].sources
    guard sources.contains(TokenCorpus.uncounted), !family.places.isEmpty else { return family }
    var seen = Bitset(count: sources.count)
    family.documents = 0
    for place in family.places {
      let source = sources[Int(place.document)]
      if source == TokenCorpus.uncounted || seen.contains(Int(source)) { continue }
      seen.insert(Int(source)..<Int(source) + 1)
      family.documents += 1
    }
    return family
  }

  private mutating func index(ofFamily index: Int) -> Int {
    let family = family(index)
    if let known = familyIndices[family.id] { return known }
    familyIndices[family.id] = families.count
    families.append(family)
    return families.count - 1
  }

  private mutating func index(ofSource document: Int) -> Int {
    if let index = sourceIndices[document] { return index }
    sourceIndices[document] = sources.count
    sources.append(reference.documents[document].id)
    return sources.count - 1
  }
}
