import ShingleEngine
import TestSupport
import Testing

@testable import PhraseMining

@Suite("Many sequences in one pass")
struct PhraseFinderTests {
  /// Text of small alphabets that repeats a piece, with faults here and there.
  private static func periodic(_ count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    let period = Int.random(in: 1...7, using: &generator)
    let piece = (0..<period).map { _ in UInt32.random(in: 1...2, using: &generator) }
    return (0..<count).map { index in
      Int.random(in: 0..<900, using: &generator) == 0 ? 3 : piece[index % period]
    }
  }

  @Test("long patterns are found wherever they stand in periodic text")
  func longPatterns() {
    for seed in 0..<UInt64(40) {
      var generator = SeededGenerator(seed: seed)
      var blocks = (0..<3).map { _ in
        Self.periodic(Int.random(in: 900...3_000, using: &generator), using: &generator)
      }
      blocks.append(blocks[0] + blocks[1])
      let corpus = PlainCorpus(documents: [Array(blocks[..<2]), Array(blocks[2...])]).tokenCorpus
      var patterns: [[UInt32]] = []
      for _ in 0..<6 {
        let block = blocks.randomElement(using: &generator)!
        let length = min(block.count, Int.random(in: 980...1_400, using: &generator))
        let start = Int.random(in: 0...block.count - length, using: &generator)
        let pattern = Array(block[start..<start + length])
        if !patterns.contains(pattern) { patterns.append(pattern) }
      }
      let found = PhraseFinder(patterns, in: corpus)
        .occurrences(in: corpus.parts(2), workers: Workers(count: 2))
      for (index, pattern) in patterns.enumerated() {
        let positions = found.flatMap { $0[index].map { Int($0) } }
        #expect(positions == Self.places(of: pattern, in: corpus), "seed \(seed)")
      }
    }
  }

  @Test(
    "30,000 patterns of one hash are told apart in time",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func collidingPatterns() {
    var generator = SeededGenerator(seed: 1)
    let tokens = (0..<300_000).map { _ in UInt32.random(in: 1..<60_000, using: &generator) }
    let corpus = PlainCorpus(documents: [[tokens], [tokens.reversed()]]).tokenCorpus
    let starts = (0..<30_000).map { 10 * $0 }
    // With no bit of the hash kept all patterns collide.
    let found = PhraseFinder(starts.map { Array(tokens[$0..<$0 + 6]) }, in: corpus, hashBits: 0)
      .occurrences(in: corpus.parts(2), workers: Workers(count: 2))
    for (index, start) in starts.enumerated() {
      #expect(found.flatMap { $0[index].map { Int($0) } } == [start])
    }
  }

  private static func places(of pattern: [UInt32], in corpus: TokenCorpus) -> [Int] {
    corpus.blockStarts.indices.flatMap { block -> [Int] in
      let range = Int(corpus.blockStarts[block])..<corpus.blockEnd(block)
      guard pattern.count <= range.count else { return [] }
      return (range.lowerBound...range.upperBound - pattern.count).filter { start in
        !pattern.indices.contains { corpus.tokens[start + $0] != pattern[$0] }
      }
    }
  }
}
