import PhraseMining
import TestSupport
import Testing

@testable import PhraseReport

@Suite struct NearestDocumentTests {
  private static func span(_ tokenClass: TokenClass, of owner: Int, tokens: Int) -> SpanReport {
    SpanReport(
      start: 0, end: 1, line: 1, column: 1, tokens: UInt32(tokens), tokenClass: tokenClass,
      owner: Int32(owner), documents: 2, similarity: 1)
  }

  /// Documents with phrases of some families, a few of which most have, and with copied passages.
  private static func counts(seed: UInt64) -> OverlapCounts {
    var generator = SeededGenerator(seed: seed)
    let documents = Int.random(in: 1...30, using: &generator)
    let holders = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      let share = Int.random(in: 1...10, using: &generator)
      return (0..<documents).filter { _ in Int.random(in: 0..<10, using: &generator) < share }
    }
    let mostCopied = Int.random(in: 0...2, using: &generator)
    let spans = (0..<documents).map { document in
      let stock = holders.indices.filter { holders[$0].contains(document) }.flatMap { family in
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
          span(.stock, of: family, tokens: .random(in: 1...4, using: &generator))
        }
      }
      let copied = (0..<Int.random(in: 0...mostCopied, using: &generator)).map { _ in
        span(
          .borrowed, of: .random(in: 0..<documents, using: &generator),
          tokens: .random(in: 1...4, using: &generator))
      }
      return stock + copied
    }
    return OverlapCounts(spans: spans, holders: holders.map { $0.map { UInt32($0) } })
  }

  @Test("is the first of those with most in common, counted one by one, in 3,000 random corpora")
  func equalsBruteForce() {
    for seed in UInt64(0)..<3_000 {
      let counts = Self.counts(seed: seed)
      // In small corpora to count is quicker than to look up, unless that takes no steps.
      var search = NearestDocument(counts, stepsOfSearch: seed % 2 == 0 ? 0 : 16)
      for document in 0..<counts.documents {
        let row = counts.row(of: document)
        let most = row.max() ?? 0
        let expected =
          most == 0
          ? nil : DocumentOverlap.Neighbour(document: row.firstIndex(of: most)!, tokens: most)
        let found = search.nearest(to: document)
        #expect(found == expected, "seed \(seed), document \(document)")
      }
    }
  }
}
