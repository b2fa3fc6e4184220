internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport

extension Catalogue {
  /// For the user's own tools.
  var tables: CatalogueTables {
    CatalogueTables(
      documents: documents.enumerated().map { index, document in
        CatalogueTables.Document(
          id: document.id, path: document.path, part: corpus.documents[index].part,
          title: corpus.documents[index].title, hash: document.hash, tokens: document.tokens,
          source: document.leader, series: document.facts.series, year: document.facts.year,
          place: document.facts.place, author: document.facts.author)
      },
      families: families.map { family in
        CatalogueTables.Family(
          id: family.id, kind: family.kind.name, canonical: family.canonical,
          template: family.template, tokens: family.tokens, documents: family.documents,
          occurrences: family.occurrences, nested: family.nested, score: family.score,
          variants: family.variants.map {
            .init(text: $0.text, documents: $0.documents, occurrences: $0.occurrences)
          },
          places: family.places.map {
            .init(
              document: Int($0.document), start: Int($0.start), end: Int($0.end),
              variant: Int($0.variant), similarity: $0.similarity)
          })
      })
  }
}
