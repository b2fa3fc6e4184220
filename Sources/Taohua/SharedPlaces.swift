internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Finds where the shared text of drafts stands too: it has no family and is no finding, and a reader wants
/// to know all the same.
struct SharedPlaces {
  let reference: any CheckReference
  let drafts: Corpus
  let evidence: [DraftEvidence]

  /// So many documents of a span are looked at.
  private static let limit = 3

  /// A span of a draft and the documents that have a run of it.
  private struct Span {
    var range: Range<Int>
    var tokens: Range<Int>
    /// By document: the tokens of the draft, and the first of them there.
    var best: [Int: (tokens: Range<Int>, offset: Int)] = [:]

    /// The documents, those with most of it first.
    var ranked: [Int] {
      best.keys.sorted { left, right in
        let counts = (best[left]!.tokens.count, best[right]!.tokens.count)
        return counts.0 == counts.1 ? left < right : counts.0 > counts.1
      }
    }

    mutating func add(_ run: CommonRun) {
      let overlap = tokens.clamped(to: run.draftRange)
      let document = Int(run.document)
      guard overlap.count > best[document]?.tokens.count ?? 0 else { return }
      best[document] = (overlap, Int(run.offset) + overlap.lowerBound - Int(run.draft))
    }
  }

  /// Of the shared and borrowed spans of `reports`, the drafts, in order.
  func sources(_ reports: [DocumentReport]) throws(IndexError) -> [SpanSources] {
    var found: [SpanSources] = []
    for (draft, report) in reports.enumerated() {
      let spans = spans(report, draft)
      let wanted = spans.map { span in
        span.ranked.prefix(Self.limit).map { document in (document, span.best[document]!) }
      }
      let places = try places(wanted.flatMap { $0 })
      var next = 0
      for (span, wanted) in zip(spans, wanted) where !wanted.isEmpty {
        found.append(
          SpanSources(
            document: draft, range: span.range,
            sources: span.ranked.map { reference.documents[$0].id },
            places: Array(places[next..<next + wanted.count])))
        next += wanted.count
      }
    }
    return found
  }

  /// The spans of `draft` with the runs that they lie in. O(runs · log spans).
  private func spans(_ report: DocumentReport, _ draft: Int) -> [Span] {
    var spans = report.spans.filter { [.shared, .borrowed].contains($0.tokenClass) }
      .map { span -> Span in
        let range = Int(span.start)..<Int(span.end)
        return Span(range: range, tokens: drafts.positions(in: range, of: draft))
      }
    for run in evidence[draft].runs where evidence[draft].isCounted(run.document) {
      let range = run.draftRange
      var index = spans.partitioningIndex { $0.tokens.upperBound > range.lowerBound }
      while index < spans.count, spans[index].tokens.lowerBound < range.upperBound {
        spans[index].add(run)
        index += 1
      }
    }
    return spans
  }

  /// Where runs of tokens stand, in their order; each document is read once.
  private func places(
    _ wanted: [(document: Int, run: (tokens: Range<Int>, offset: Int))]
  ) throws(IndexError) -> [FindingPlace] {
    var places = [FindingPlace?](repeating: nil, count: wanted.count)
    for (document, indices) in Dictionary(grouping: wanted.indices, by: { wanted[$0].document }) {
      let runs = indices.map { index in
        wanted[index].run.offset..<wanted[index].run.offset + wanted[index].run.tokens.count
      }
      for (index, place) in zip(indices, try reference.places(runs, of: document)) {
        places[index] = place
      }
    }
    return places.map { $0! }
  }
}

extension Array {
  /// The index of the first element for which `isAfter` holds; it holds for all that follow. O(log n).
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
