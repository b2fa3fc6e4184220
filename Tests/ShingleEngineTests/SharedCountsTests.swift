import ShingleEngine
import TestSupport
import Testing

@Suite struct SharedCountsTests {
  @Test func thoseAddedMostOftenComeFirst() {
    var random = SeededGenerator(seed: 12)
    var shared = SharedCounts(count: 40)
    for round in 0..<500 {
      var counts = [Int](repeating: 0, count: 40)
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        let index = Int.random(in: 0..<40, using: &random)
        shared.add(index)
        counts[index] += 1
      }
      let ranked = counts.indices.filter { counts[$0] > 0 }
        .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      let limit = round % 45
      #expect(shared.takeMost(limit) == Array(ranked.prefix(limit)))
    }
  }
}
