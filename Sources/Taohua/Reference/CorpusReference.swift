package import CorpusIndex
package import PhraseMining
package import PhraseReport
package import ShingleEngine

/// A corpus in memory that drafts are checked against: read and analysed as a whole.
package struct CorpusReference: CheckReference {
  package let documents: [ReferenceDocument]
  package let mining: MiningSettings
  package let inventory: PhraseInventory
  package let series: SeriesTable
  private let corpus: Corpus
  private let tokens: TokenCorpus
  /// The family of every token, rank + 1; 0 where it is not stock.
  private let owners: Slab<UInt32>
  private let families: [FamilyReport]
  private let workers: Workers

  package var words: [String] { corpus.words }

  /// Analyses `corpus`.
  package init(_ corpus: Corpus, settings: AuditSettings, workers: Workers) {
    self.init(CatalogueBuilder(corpus, settings: settings, workers: workers).catalogue())
  }

  /// Analyses those documents of `corpus` that count in a check, and says which do not.
  package static func counted(
    _ corpus: Corpus, _ settings: CheckSettings
  ) -> (reference: CorpusReference, left: EarlierReports?) {
    let before = settings.asOf.map { corpus.before($0) }
    let reference = CorpusReference(
      before?.corpus ?? corpus, settings: settings.audit,
      workers: Workers(count: settings.audit.jobs))
    return (reference, before?.left)
  }

  /// Analyses the documents of an index whose catalogue is behind.
  package init(restoring snapshot: IndexSnapshot, settings: AuditSettings) throws(IndexError) {
    self.init(
      try Corpus.restored(from: snapshot, jobs: settings.jobs), settings: settings,
      workers: Workers(count: settings.jobs))
  }

  init(_ catalogue: Catalogue) {
    corpus = catalogue.corpus
    tokens = catalogue.text.corpus
    documents = catalogue.documents
    mining = catalogue.mining
    inventory = catalogue.inventory
    series = catalogue.series
    owners = catalogue.owners
    families = catalogue.families
    workers = catalogue.workers
  }

  package func parts(words: [String]) -> [DocumentPart] {
    [
      DocumentPart(
        tokens: .corpus(tokens), starts: tokens.documentStarts,
        numbers: documents.indices.map { UInt32($0) })
    ]
  }

  package func counting(_ names: PairCounts) -> PairCounts.PendingCounts {
    names.counting(in: tokens, workers: workers)
  }

  package func releaseTokens() -> PendingResults<Void>? { nil }

  package func family(of document: UInt32, at offset: UInt32) -> Int? {
    let owner = owners[tokens.documentStarts[Int(document)] + Int(offset)]
    return owner == 0 ? nil : Int(owner) - 1
  }

  package func family(_ index: Int, inFirst count: Int?) -> FamilyReport { families[index] }

  package func places(_ runs: [Range<Int>], of document: Int) -> [FindingPlace] {
    corpus.places(runs, of: document)
  }

  package func files(withText: Bool) -> [ReportFile] {
    corpus.files.map {
      ReportFile(path: $0.input.name, content: withText ? $0.content : [])
    }
  }
}
