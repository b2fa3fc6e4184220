import ShingleEngine
import TestSupport
import Testing

@testable import PhraseMining

@Suite("Tables of sequences and of leaders, against those of the standard library")
struct TableTests {
  @Test("equal sequences get one number, in the order in which they come")
  func sequences() {
    for seed in 0..<UInt64(50) {
      var generator = SeededGenerator(seed: seed)
      let tokens = (0..<2_000).map { _ in UInt32.random(in: 0...2, using: &generator) }
      let slab = Slab<UInt32>(uninitialized: tokens.count)
      for (index, token) in tokens.enumerated() { slab[index] = token }
      // Few hashes: other sequences get in the way.
      let bits = UInt64.random(in: 0...8, using: &generator)
      var table = SequenceTable(of: slab)
      var known: [[UInt32]: Int] = [:]
      for _ in 0..<400 {
        let length = Int.random(in: 1...9, using: &generator)
        let start = Int.random(in: 0...tokens.count - length, using: &generator)
        let hash = TokenHash.hash(of: slab, at: start, length: length) << (64 - bits)
        let sequence = Array(tokens[start..<start + length])
        #expect(table.number(at: start, length: length, hash: hash) == known[sequence])
        let number = known[sequence] ?? known.count
        known[sequence] = number
        #expect(table.insert(at: start, length: length, hash: hash) == number)
      }
    }
  }

  @Test("leaders share as many keys as they have, the first of each key")
  func leaders() {
    for seed in 0..<UInt64(100) {
      var generator = SeededGenerator(seed: seed)
      let most = Int.random(in: 1...6, using: &generator)
      let pool = (0..<30).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) } + [0]
      let keys = (0..<60).map { _ in
        Array(
          Set(
            (0..<Int.random(in: 0...8, using: &generator)).map { _ in
              pool.randomElement(using: &generator)!
            }))
      }
      var index = LeaderIndex(keys, most: most)
      var leaders: [UInt64: [Int]] = [:]
      var shared = SharedCounts(count: keys.count)
      var count = 0
      for phrase in keys.indices.shuffled(using: &generator) {
        var expected: [Int: Int] = [:]
        for key in keys[phrase] {
          for leader in leaders[key] ?? [] { expected[leader, default: 0] += 1 }
        }
        let ranked = expected.keys.sorted { (-expected[$0]!, $0) < (-expected[$1]!, $1) }
        index.count(keysOf: phrase, in: &shared)
        #expect(shared.takeMost(keys.count) == ranked)
        guard Bool.random(using: &generator) else { continue }
        index.enter(count, keysOf: phrase)
        for key in keys[phrase] where leaders[key, default: []].count < most {
          leaders[key, default: []].append(count)
        }
        count += 1
      }
    }
  }
}
