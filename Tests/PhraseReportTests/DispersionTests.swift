import TestSupport
import Testing

@testable import PhraseReport

@Suite struct DispersionTests {
  private func places(_ counts: [Int]) -> [PlaceReport] {
    counts.enumerated().flatMap { document, count in
      (0..<count).map {
        PlaceReport(
          document: Int32(document), start: UInt32($0), end: UInt32($0 + 1), line: 1, column: 1,
          variant: 0, similarity: 1)
      }
    }
  }

  @Test("as even as the documents are long is 0; all in the smallest is 1 when normed")
  func ends() {
    let dispersion = Dispersion(sizes: [100, 300, 0, 600])
    let even = dispersion.value(of: places([1, 3, 0, 6]))
    #expect(even.range == 3 && abs(even.deviation!) < 1e-12 && abs(even.normed!) < 1e-12)
    let uneven = dispersion.value(of: places([5, 0, 0, 0]))
    #expect(uneven.range == 1 && abs(uneven.deviation! - 0.9) < 1e-12)
    #expect(abs(uneven.normed! - 1) < 1e-12)
  }

  @Test("nothing is told of nothing, and nothing is normed in one document")
  func nothing() {
    #expect(Dispersion(sizes: [3, 4]).value(of: []) == Dispersion.Value())
    let one = Dispersion(sizes: [0, 40]).value(of: places([0, 3]))
    #expect(one == Dispersion.Value(range: 1, deviation: 0, normed: nil))
  }

  @Test("the definition, document by document, on 500 random corpora")
  func definition() {
    for seed in UInt64(0)..<500 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...8, using: &random)
      let sizes = (0..<count).map { _ in Int.random(in: 1...50, using: &random) }
      let counts = sizes.map { _ in max(0, Int.random(in: -3...4, using: &random)) }
      let total = Double(sizes.reduce(0, +))
      let all = Double(counts.reduce(0, +))
      let found = Dispersion(sizes: sizes).value(of: places(counts))
      guard all > 0 else {
        #expect(found.deviation == nil)
        continue
      }
      let expected = zip(sizes, counts).reduce(0.0) { sum, pair in
        sum + abs(Double(pair.1) / all - Double(pair.0) / total) / 2
      }
      #expect(abs(found.deviation! - expected) < 1e-12, "seed \(seed)")
      #expect(found.range == counts.count { $0 > 0 })
    }
  }
}
