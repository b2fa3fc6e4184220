internal import PhraseReport
internal import Taohua

/// Where a query stands in a corpus: whole, and in parts.
struct QueryMatches {
  /// A place of the whole query.
  struct Place {
    /// Index in the corpus.
    var document: Int
    /// Position of its first token.
    var position: Int
  }

  /// In order of document and position.
  private(set) var places: [Place] = []
  private let query: PhraseQuery
  private let sources: SourceNumbers
  /// For each document, for each token of the query: the most tokens that end there and stand in
  /// the document in one block.
  private var longest: [[Int32]] = []

  /// Runs over the tokens of `corpus` once.
  init(_ query: PhraseQuery, in corpus: Corpus, sources: SourceNumbers) {
    self.query = query
    self.sources = sources
    let scan = QueryScan(query.tokens)
    for (number, document) in corpus.documents.enumerated() {
      longest.append(
        scan.longest(in: document, of: corpus) {
          places.append(Place(document: number, position: $0))
        })
    }
  }

  /// In how many sources the tokens `part` of the query stand.
  func sources(holding part: Range<Int>) -> Int {
    var found: Set<Int> = []
    for (document, best) in longest.enumerated()
    where best[part.upperBound - 1] >= Int32(part.count) {
      found.insert(sources.number(of: document))
    }
    return found.count
  }

  /// The query cut into the longest parts that stand somewhere, from the left; a token that stands
  /// nowhere is a part.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < query.tokens.count {
      var end = start + 1
      while end < query.tokens.count, sources(holding: start..<end + 1) > 0 { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }
}

/// Which documents are one source: those of a group of near-duplicates.
struct SourceNumbers {
  private var leaders: [Int]

  init(_ report: AuditReport) {
    leaders = Array(report.documents.indices)
    for group in report.corpus.duplicates {
      for document in group { leaders[document] = group[0] }
    }
  }

  /// Documents of one source have one number.
  func number(of document: Int) -> Int { leaders[document] }
}
