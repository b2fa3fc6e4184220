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

  @Test("are those of a loop over all runs, on 5,000 random windows, or none has what it needs")
  func equalLoop() throws {
    var met = (found: 0, none: 0, limited: 0, overlooked: 0)
    for seed in UInt64(0)..<5_000 {
      var generator = SeededGenerator(seed: seed)
      let corpus = PlainCorpus.random(seed: seed).tokenCorpus
      let count = corpus.tokens.count
      guard count > 4 else { continue }
      let origin = Int.random(in: 0..<count - 3, using: &generator)
      let phrase = (origin..<min(count, origin + Int.random(in: 3...30, using: &generator)))
        .map { corpus.tokens[$0] }
      let start = Int.random(in: 0..<count, using: &generator)
      let window = start..<Int.random(in: start + 1...count, using: &generator)
      let need = VariantRule.Need(
        matched: Int.random(in: 1...8, using: &generator),
        length: Int.random(in: 1...phrase.count, using: &generator),
        limit: Int.random(in: 1...2 * phrase.count, using: &generator))
      let patterns = VariantPatterns([phrase], workers: Workers(count: 1))
      var runs = BestRuns(corpus: corpus, patterns: patterns)
      let members = window.map { phrase.contains(corpus.tokens[$0]) }
      let worths = Self.worths(window, phrase, in: corpus)
      let expected = Self.best(worths, limit: need.limit)
      guard let run = runs.best(of: window, as: 0, need) else {
        #expect(!Self.suffices(members, for: need, worths) || expected == nil, "seed \(seed)")
        met.none += 1
        continue
      }
      let best = try #require(expected, "seed \(seed)")
      #expect(run.range == window[best.range], "seed \(seed)")
      #expect(run.members == members[best.range].count { $0 }, "seed \(seed)")
      met.found += 1
      if !Self.suffices(members, for: need) { met.overlooked += 1 }
      if let free = Self.best(worths, limit: count), free.sum > best.sum { met.limited += 1 }
    }
    #expect(met.found > 1_000 && met.none > 200 && met.limited > 100, "\(met)")
    // The filter of bits takes some tokens for those of the phrase.
    #expect(10 * met.overlooked < met.none, "\(met)")
  }

  /// Whether any run has what `need` says and, if `worths` are given, would not be better without the tokens that it
  /// begins with.
  private static func suffices(
    _ members: [Bool], for need: VariantRule.Need, _ worths: [Int]? = nil
  ) -> Bool {
    members.indices.contains { start in
      let ends = start..<min(members.count, start + need.limit)
      var sum = 0
      let runs = ends.prefix { end in
        sum += worths?[end] ?? 0
        return sum >= 0
      }
      return runs.contains { end in
        let matched = members[start...end].count { $0 }
        return matched >= need.matched && 4 * matched >= end + 1 - start + need.length
      }
    }
  }

  @Test("What a place and a phrase have in common is counted with multiplicity, in any order")
  func overlap() {
    var repeated = 0
    for seed in UInt64(0)..<2_000 {
      var generator = SeededGenerator(seed: seed)
      func draw(_ count: ClosedRange<Int>) -> [UInt32] {
        (0..<Int.random(in: count, using: &generator)).map { _ in
          UInt32.random(in: 0...12, using: &generator)
        }
      }
      let (phrase, document) = (draw(1...40), draw(1...60))
      let corpus = PlainCorpus(documents: [[document]], sources: [0]).tokenCorpus
      let start = Int.random(in: 0..<document.count, using: &generator)
      let range = start..<Int.random(in: start + 1...document.count, using: &generator)
      var left = phrase
      for token in document[range] {
        if let index = left.firstIndex(of: token) { left.remove(at: index) }
      }
      let patterns = VariantPatterns([[], phrase], workers: Workers(count: 1))
      let overlap = patterns.overlap(of: range, in: corpus.tokens, with: 1)
      let matched = phrase.count - left.count
      #expect(overlap.matched == matched && overlap.missing == left.count, "seed \(seed)")
      #expect(overlap.foreign == range.count - matched, "seed \(seed)")
      #expect(patterns.overlap(of: range, in: corpus.tokens, with: 0).matched == 0)
      if Set(phrase).count < matched { repeated += 1 }
    }
    #expect(repeated > 100, "\(repeated)")
  }

  @Test("A variant of a phrase has what the rule says that it needs, and no less would do")
  func need() {
    for length in 8...200 {
      let phrase = Array(1...UInt32(length))
      let corpus = PlainCorpus(documents: [[phrase]], sources: [0]).tokenCorpus
      let patterns = VariantPatterns([phrase], workers: Workers(count: 1))
      let rule = VariantRule(corpus: corpus, patterns: patterns)
      let need = rule.need(of: 0)
      var least = Int.max
      for matched in 1...length {
        for count in matched...2 * length
        where Double(count) <= VariantRule.stretch * Double(length)
          && rule.mayBeVariant(matched, of: count, as: 0)
        {
          least = min(least, matched)
          #expect(count <= need.limit && 4 * matched >= count + need.length, "\(length)")
        }
      }
      #expect(need.matched == least, "\(length)")
    }
  }
}

extension Range<Int> {
  /// The part of it at `offsets` from its lower bound.
  fileprivate subscript(offsets: Range<Int>) -> Range<Int> {
    lowerBound + offsets.lowerBound..<lowerBound + offsets.upperBound
  }
}
