import ShingleEngine
import TestSupport
import Testing

@testable import PhraseMining

/// The run that speaks most for a phrase, and when there is none.
@Suite struct BestRunsTests {
  /// What each token of `window` is worth, in tenths of a token.
  private static func worths(
    _ window: Range<Int>, _ phrase: [UInt32], in corpus: TokenCorpus
  ) -> [Int] {
    let pairs = Set(zip(phrase, phrase.dropFirst()).map { [$0, $1] })
    let isPair = { (position: Int) in
      window.contains(position) && window.contains(position + 1)
        && pairs.contains([corpus.tokens[position], corpus.tokens[position + 1]])
    }
    return window.map { position in
      let kind = phrase.contains(corpus.tokens[position]) ? -1 : -8
      return (isPair(position - 1) || isPair(position) ? 10 : kind)
        - (corpus.startsBlock(position) ? 10 : 0)
    }
  }

  /// All runs, one by one: the best, of these the longest, of these the first.
  private static func best(_ worths: [Int], limit: Int) -> (sum: Int, range: Range<Int>)? {
    var best: (sum: Int, range: Range<Int>)?
    for end in worths.indices where worths[end] > 0 {
      for start in max(0, end + 1 - limit)...end where worths[start] > 0 {
        let sum = worths[start...end].reduce(0, +)
        let known = best ?? (0, 0..<0)
        if sum > known.sum || (sum == known.sum && end + 1 - start > known.range.count) {
          best = (sum, start..<end + 1)
        }
      }
    }
    return best
  }

  @Test("are those of a loop over all runs, on 3,000 random windows")
  func equalLoop() throws {
    var met = (found: 0, none: 0, limited: 0)
    for seed in UInt64(0)..<3_000 {
      var generator = SeededGenerator(seed: seed)
      let corpus = PlainCorpus.random(seed: seed).tokenCorpus
      let count = corpus.tokens.count
      guard count > 4 else { continue }
      let origin = Int.random(in: 0..<count - 3, using: &generator)
      let phrase = (origin..<min(count, origin + Int.random(in: 3...30, using: &generator)))
        .map { corpus.tokens[$0] }
      let start = Int.random(in: 0..<count, using: &generator)
      let window = start..<Int.random(in: start + 1...count, using: &generator)
      let limit = Int.random(in: 1...2 * phrase.count, using: &generator)
      let least = Int.random(in: 1...8, using: &generator)
      let patterns = VariantPatterns([phrase], workers: Workers(count: 1))
      var runs = BestRuns(corpus: corpus, patterns: patterns)
      let found = runs.best(of: window, as: 0, limit: limit, least: least)
      let members = window.map { phrase.contains(corpus.tokens[$0]) }
      let isPossible = members.indices.contains { end in
        members[max(0, end + 1 - limit)...end].count { $0 } >= least
      }
      let worths = Self.worths(window, phrase, in: corpus)
      let expected = isPossible ? Self.best(worths, limit: limit) : nil
      guard let expected else {
        #expect((found?.members ?? 0) < least, "seed \(seed)")
        met.none += 1
        continue
      }
      let run = try #require(found, "seed \(seed)")
      #expect(run.range == window[expected.range], "seed \(seed)")
      #expect(run.members == members[expected.range].count { $0 }, "seed \(seed)")
      met.found += 1
      if let free = Self.best(worths, limit: count), free.sum > expected.sum { met.limited += 1 }
    }
    #expect(met.found > 1_000 && met.none > 100 && met.limited > 100, "\(met)")
  }

  @Test("A variant of a phrase has as many of its tokens as the rule says, and not fewer")
  func leastMatched() {
    for length in 8...200 {
      let corpus = PlainCorpus(
        documents: [[Array(1...UInt32(length))]], sources: [0]
      ).tokenCorpus
      let patterns = VariantPatterns([Array(1...UInt32(length))], workers: Workers(count: 1))
      var rule = VariantRule(corpus: corpus, patterns: patterns)
      rule.acceptsPieces = true
      let least = rule.leastMatched(of: 0)
      let first = (1...length).first { matched in
        (matched...2 * length).contains { rule.mayBeVariant(matched, of: $0, as: 0) }
      }
      #expect(least == first, "\(length)")
    }
  }
}

extension Range<Int> {
  /// The part of it at `offsets` from its lower bound.
  fileprivate subscript(offsets: Range<Int>) -> Range<Int> {
    lowerBound + offsets.lowerBound..<lowerBound + offsets.upperBound
  }
}
