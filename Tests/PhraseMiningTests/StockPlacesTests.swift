import ShingleEngine
import TestSupport
import Testing

@testable import PhraseMining

/// Where the tokens of stock runs stand in the whole corpus, without a table of them all.
@Suite struct StockPlacesTests {
  /// Ranges that rise and do not meet.
  private static func ranges(
    upTo end: Int, using generator: inout SeededGenerator
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while true {
      start += Int.random(in: 0...9, using: &generator)
      let next = start + Int.random(in: 1...9, using: &generator)
      if next > end { return ranges }
      ranges.append(start..<next)
      start = next
    }
  }

  @Test("are those of a list of all tokens, on 500 random corpora")
  func equalList() {
    for seed in UInt64(0)..<500 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...200, using: &generator)
      let runs = Self.ranges(upTo: count, using: &generator)
      let parts = Self.ranges(upTo: count, using: &generator)
      let places = StockPlaces(runs)
      let list = runs.flatMap { Array($0) }
      #expect(places.count == list.count, "seed \(seed)")
      #expect(list.indices.map { places.origin(of: $0) } == list, "seed \(seed)")
      let wanted = Set(parts.flatMap { Array($0) })
      let covered = places.covered(by: parts)
      #expect(
        list.indices.filter { covered.contains($0) }
          == list.indices.filter { wanted.contains(list[$0]) }, "seed \(seed)")
    }
  }
}
