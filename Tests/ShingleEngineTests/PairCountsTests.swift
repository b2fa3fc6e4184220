import ShingleEngine
import TestSupport
import Testing

/// How often two tokens are neighbours, and how often before certain others.
@Suite struct PairCountsTests {
  /// By looking at each place.
  private static func twin(
    _ corpus: TokenCorpus, _ tokens: Set<UInt32>, before followers: Set<UInt32>
  ) -> [UInt64: [Int]] {
    var counts: [UInt64: [Int]] = [:]
    for document in 0..<corpus.documentCount {
      let range = corpus.range(of: document)
      for position in range.dropFirst() {
        let (left, right) = (corpus.tokens[position - 1], corpus.tokens[position])
        guard tokens.contains(left), tokens.contains(right) else { continue }
        let isFollowed =
          position + 1 < range.upperBound && followers.contains(corpus.tokens[position + 1])
        let count = counts[PairCounts.pair(left, right)] ?? [0, 0]
        counts[PairCounts.pair(left, right)] = [count[0] + 1, count[1] + (isFollowed ? 1 : 0)]
      }
    }
    return counts
  }

  @Test("equal brute force on 1,000 random corpora, all of them and those that are asked for")
  func equalBruteForce() {
    for seed in UInt64(0)..<1_000 {
      let corpus = PlainCorpus.random(seed: seed).tokenCorpus
      var generator = SeededGenerator(seed: seed)
      // 0, the slot, is in no pair.
      let tokens = Set((1..<30).filter { _ in Bool.random(using: &generator) }.map { UInt32($0) })
      let followers = Set(tokens.filter { _ in Bool.random(using: &generator) })
      let twin = Self.twin(corpus, tokens, before: followers)
      let workers = Workers(count: 2)
      let all = PairCounts.all(
        of: tokens, before: followers, in: corpus, workers: workers,
        atATime: Int.random(in: 3...30, using: &generator))
      #expect(all.map(\.pair) == twin.keys.sorted(), "seed \(seed)")
      #expect(all.allSatisfy { twin[$0.pair] == [$0.count.all, $0.count.followed] })
      let wanted = Set(twin.keys.filter { _ in Bool.random(using: &generator) })
      var counts = PairCounts(wanted, before: followers)
      counts.add(counts.counting(in: corpus, workers: workers))
      #expect(wanted.allSatisfy { [counts[$0].all, counts[$0].followed] == twin[$0] })
      for document in 0..<corpus.documentCount {
        counts.add(corpus.range(of: document), of: corpus)
      }
      #expect(
        wanted.allSatisfy { [counts[$0].all, counts[$0].followed] == twin[$0]!.map { 2 * $0 } })
    }
  }

  @Test("a table that grows keeps its counts")
  func growing() {
    var generator = SeededGenerator(seed: 7)
    var table = PairTable(capacity: 4)
    var twin: [UInt64: Int] = [:]
    for _ in 0..<20_000 {
      let pair = UInt64.random(in: 1...5_000, using: &generator) << 32 | 9
      table.add(pair)
      twin[pair, default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: table.all.map { ($0.pair, $0.count) }) == twin)
    #expect(table.count(of: 3) == 0)
  }
}
