import ShingleEngine
import TestSupport
import Testing

/// A set of numbers as bits, of which ranges are entered, removed, counted and looked at 64 at once.
@Suite struct BitsetTests {
  @Test("says of any range what a set of numbers says, after 100 changes of 200 seeds")
  func equalSet() {
    for seed in UInt64(0)..<200 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...300, using: &generator)
      func range() -> Range<Int> {
        let ends = [
          Int.random(in: 0...count, using: &generator),
          Int.random(in: 0...count, using: &generator),
        ]
        return ends.min()!..<ends.max()!
      }
      var bits = Bitset(count: count)
      var numbers = Set<Int>()
      for _ in 0..<100 {
        let changed = range()
        if Bool.random(using: &generator) {
          bits.insert(changed)
          numbers.formUnion(changed)
        } else {
          bits.remove(changed)
          numbers.subtract(changed)
        }
        let asked = range()
        #expect(bits.count(in: asked) == asked.count { numbers.contains($0) }, "seed \(seed)")
        #expect(bits.isEmpty(in: asked) == numbers.isDisjoint(with: asked), "seed \(seed)")
        let first = numbers.filter { $0 >= asked.lowerBound }.min()
        #expect(bits.first(from: asked.lowerBound) == first, "seed \(seed)")
      }
      #expect((0..<count).filter(bits.contains) == numbers.sorted(), "seed \(seed)")
    }
  }
}
