internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Finds where copied passages stand in their sources. Each source is read once.
struct CopyPlaces {
  let reference: any CheckReference
  let workers: Workers
  /// So many sources of a passage are looked at, the best ones.
  let limit: Int

  /// A passage in a source: which passage of which draft, and its tokens in the document.
  private struct Wanted {
    var draft: Int
    var passage: Int
    /// The source's place among those of the passage.
    var rank: Int
    var tokens: Range<Int>
  }

  /// `passages`, by draft, with their places.
  func filled(
    _ passages: [[CopiedPassage]], evidence: [DraftEvidence]
  ) throws(IndexError) -> [[CopiedPassage]] {
    var places = passages.map {
      $0.map { [FindingPlace?](repeating: nil, count: $0.sources.count) }
    }
    let wanted = wanted(passages, evidence).sorted { $0.key < $1.key }
    let found = workers.map(wanted.count) { index in
      let (document, items) = wanted[index]
      return Result { () throws(IndexError) in
        try reference.places(items.map(\.tokens), of: document)
      }
    }
    for ((_, items), found) in zip(wanted, found) {
      for (item, place) in zip(items, try found.get()) {
        places[item.draft][item.passage][item.rank] = place
      }
    }
    var filled = passages
    for draft in filled.indices {
      for passage in filled[draft].indices {
        filled[draft][passage].places = places[draft][passage].compactMap { $0 }
      }
    }
    return filled
  }

  /// What is asked of each document.
  private func wanted(
    _ passages: [[CopiedPassage]], _ evidence: [DraftEvidence]
  ) -> [Int: [Wanted]] {
    var wanted: [Int: [Wanted]] = [:]
    for (draft, passages) in passages.enumerated() {
      let sources = Set(passages.flatMap { $0.sources.prefix(limit) })
      let runs = Dictionary(
        grouping: evidence[draft].runs.lazy.filter { sources.contains(Int($0.document)) },
        by: { Int($0.document) })
      for (index, passage) in passages.enumerated() {
        for (rank, source) in passage.sources.prefix(limit).enumerated() {
          guard let tokens = tokens(of: passage, runs[source] ?? []) else { continue }
          wanted[source, default: []].append(
            Wanted(draft: draft, passage: index, rank: rank, tokens: tokens))
        }
      }
    }
    return wanted
  }

  /// The tokens of a source, which has `runs` in common with the draft, that most of the passage stands
  /// in.
  private func tokens(of passage: CopiedPassage, _ runs: [CommonRun]) -> Range<Int>? {
    var best: (run: CommonRun, overlap: Range<Int>)?
    for run in runs {
      let overlap = passage.tokens.clamped(to: run.draftRange)
      if overlap.count > best?.overlap.count ?? 0 { best = (run, overlap) }
    }
    return best.map { run, overlap in
      let start = Int(run.offset) + overlap.lowerBound - Int(run.draft)
      return start..<start + overlap.count
    }
  }
}

extension Corpus {
  /// Where runs of tokens stand in the file of `document`; they are counted from its first one.
  func places(_ runs: [Range<Int>], of document: Int) -> [FindingPlace] {
    let source = documents[document]
    let file = files[source.file]
    var lines = LineCursor(file.content)
    var places: [Int: FindingPlace] = [:]
    for index in runs.indices.sorted(by: { runs[$0].lowerBound < runs[$1].lowerBound }) {
      let first = source.tokens.lowerBound
      let start = start(of: first + runs[index].lowerBound)
      let place = lines.advance(to: start)
      places[index] = FindingPlace(
        document: source.id, path: file.input.name, start: start,
        end: end(of: first + runs[index].upperBound - 1), line: Int(place.line),
        column: Int(place.column))
    }
    return runs.indices.map { places[$0]! }
  }
}
