internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Counts the documents of each year against the sources before it.
struct FrameAssembly {
  let corpus: TokenCorpus
  let facts: [DocumentFacts]
  /// Each document's shingle length.
  let lengths: [Int]
  /// In how many sources a window is stock.
  let minimumSources: Int
  let workers: Workers

  /// - Parameter size: sources in a frame.
  func report(frame size: Int) -> FrameReport {
    let minimum = FrameReport.minimumDocuments(frame: size, stock: minimumSources)
    let dated = datedDocuments
    let years = YearFrames(
      of: corpus, dated: dated, lengths: lengths, size: size, minimumSources: minimum,
      workers: workers
    ).years()
    return FrameReport(
      documents: size, minimumDocuments: minimum,
      years: years.map { year in
        FrameYear(
          year: year.year, documents: year.documents, tokens: year.tokens, counted: year.counted,
          frame: year.frame, isPartial: year.frame < size)
      }, undated: facts.count - dated.count)
  }

  /// By year, then by date where it is known, then by id.
  private var datedDocuments: [YearFrames.DatedDocument] {
    facts.indices.compactMap { document in
      facts[document].year.map { YearFrames.DatedDocument(document: document, year: $0) }
    }.sorted { a, b in
      let dates = [a, b].map { facts[$0.document].date?.text ?? "" }
      return (a.year, dates[0], a.document) < (b.year, dates[1], b.document)
    }
  }
}
