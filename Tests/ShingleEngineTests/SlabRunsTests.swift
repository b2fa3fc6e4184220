import ShingleEngine
import TestSupport
import Testing

/// Runs of elements, of which several are looked at at once, are those of a loop over one after another.
@Suite struct SlabRunsTests {
  @Test func runsAreThoseOfALoop() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let size = Int.random(in: 1...80, using: &random)
      let kinds = UInt32.random(in: 1...3, using: &random)
      let slab = Slab<UInt32>(uninitialized: size)
      for index in 0..<size { slab[index] = UInt32.random(in: 1...kinds, using: &random) << 30 }
      let left = Int.random(in: 0..<size, using: &random)
      let right = Int.random(in: 0..<size, using: &random)
      let room = size - max(left, right)
      let count = Int.random(in: 0...room, using: &random)
      let same = (0..<count).prefix { slab[left + $0] == slab[right + $0] }.count
      #expect(slab.commonCount(left, right, count: count) == same)
      let repeated = (0..<count).prefix { slab[left + $0] == slab[right] }.count
      #expect(slab.repetitions(of: slab[right], from: left, count: count) == repeated)
      #expect(slab.holds(slab, from: left, count: count, at: right) == (same == count))
    }
  }

  @Test func fewerThanALimitAreThoseOfALoop() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let size = Int.random(in: 1...80, using: &random)
      let highest = UInt8.random(in: 1...127, using: &random)
      let slab = Slab<UInt8>(uninitialized: size)
      for index in 0..<size { slab[index] = UInt8.random(in: 0...highest, using: &random) }
      let first = Int.random(in: 0...size, using: &random)
      let range = first..<Int.random(in: first...size, using: &random)
      let limit = UInt8.random(in: 0...127, using: &random)
      #expect(slab.count(below: limit, in: range) == range.count { slab[$0] < limit })
    }
  }

  @Test func aFewAreThoseThatWereAskedForAndZeros() {
    var random = SeededGenerator(seed: 13)
    let slab = Slab<UInt8>(uninitialized: 40)
    for _ in 0..<500 {
      for index in 0..<40 { slab[index] = UInt8.random(in: 0...3, using: &random) &* 85 }
      let first = Int.random(in: 0...24, using: &random)
      let count = Int.random(in: 0...15, using: &random)
      let wanted = (0..<16).map { $0 < count ? slab[first + $0] : 0 }
      let (low, high) = slab.few(from: first, count: count)
      let bytes = (0..<16).map {
        UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64(8 * ($0 % 8)))
      }
      #expect(bytes == wanted)
      #expect(low.byteSum == wanted[..<8].reduce(0) { $0 + Int($1) })
      for byte in [0, 1, 85, 255] as [UInt8] {
        #expect(low.hasByte(byte) == wanted[..<8].contains(byte))
        let limit = byte / 2 + 1
        #expect(low.hasByte(below: limit) == wanted[..<8].contains { $0 < limit })
      }
    }
  }
}
