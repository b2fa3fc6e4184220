internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// All that is known of a corpus that drafts are checked against.
struct Catalogue: Sendable {
  let corpus: Corpus
  /// The corpus with its documents counted as sources.
  let text: PhraseText
  let documents: [ReferenceDocument]
  let mining: MiningSettings
  /// Its families are in the order of `families`.
  let inventory: PhraseInventory
  let series: SeriesTable
  /// The family of every token, index in `families` + 1; 0 where it is not stock.
  let owners: Slab<UInt32>
  let families: [FamilyReport]
  let workers: Workers
}

/// Analyses a corpus that drafts are checked against. The result depends on the documents and the
/// settings that count alone; what is allowed is no matter of the corpus.
struct CatalogueBuilder {
  private let corpus: Corpus
  private let settings: AuditSettings
  private let workers: Workers

  init(_ corpus: Corpus, settings: AuditSettings, workers: Workers) {
    self.corpus = corpus
    self.settings = settings
    self.workers = workers
  }

  func catalogue() -> Catalogue {
    let scripts = corpus.areSpaced(workers)
    let lengths = settings.shingleLength(documents: corpus.documents.count)
    var grouping = Sources.grouped(
      corpus.text, lengths: scripts.map { lengths.of(isSpaced: $0) }, settings, workers)
    let text = corpus.text.counted(as: Sources.numbers(grouping.leaders))
    var mining = MiningSettings(
      shingleLength: lengths,
      minimumSources: settings.minimumSources(
        documents: corpus.documents.count, sources: text.corpus.sourceCount))
    mining.findsVariants = settings.findsVariants
    let facts = DocumentFacts.of(corpus, workers: workers)
    let findings = Analysis(of: text, isSpaced: scripts, settings: mining, workers: workers)
      .run(grouping.windows.take())
    // The catalogue lies outside the slabs.
    MappedMemory.trim()
    let families = FamilyCatalogue(corpus: corpus, text: text, findings: findings, facts: facts)
      .sorted(workers: workers)
    return Catalogue(
      corpus: corpus, text: text, documents: documents(grouping.leaders, scripts, facts),
      mining: mining, inventory: inventory(findings, families.ranks),
      series: SeriesTable(corpus.documents, workers: workers),
      owners: ranked(findings, families.ranks), families: families.families, workers: workers)
  }

  private func documents(
    _ leaders: [Int], _ scripts: [Bool], _ facts: [DocumentFacts]
  ) -> [ReferenceDocument] {
    corpus.documents.enumerated().map { index, document in
      let file = corpus.files[document.file]
      return ReferenceDocument(
        id: document.id, file: document.file, path: file.input.name,
        location: file.input.location, hash: file.hash,
        tokens: document.tokens.count, leader: leaders[index], isSpaced: scripts[index],
        facts: facts[index])
    }
  }

  private func inventory(_ findings: Findings, _ ranks: [Int]) -> PhraseInventory {
    var ids = [UInt64](repeating: 0, count: findings.families.count)
    for (family, rank) in ranks.enumerated() { ids[rank] = findings.families[family].id }
    return PhraseInventory(
      phrases: findings.phrases.map {
        KnownPhrase(tokens: $0.tokens, family: ranks[$0.family], variant: $0.variant)
      }, familyIDs: ids)
  }

  /// The owners of stock tokens by rank.
  private func ranked(_ findings: Findings, _ ranks: [Int]) -> Slab<UInt32> {
    let owners = findings.owners
    workers.forEach(corpus.documents.count) { document in
      for position in corpus.documents[document].tokens {
        let isStock = findings.classes[position] == TokenClass.stock.rawValue
        owners[position] = isStock ? UInt32(ranks[Int(owners[position]) - 1] + 1) : 0
      }
    }
    return owners
  }
}
