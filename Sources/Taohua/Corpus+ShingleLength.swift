internal import PhraseMining

extension Corpus {
  /// k of `document`, which depends on its script and on how many documents there are.
  package func shingleLength(of document: CorpusDocument, settings: AuditSettings) -> Int {
    settings.shingleLength(documents: documents.count).of(isSpaced: isSpaced(document))
  }
}
