import TestSupport
import Testing

@testable import Taohua

/// Where tokens stand, in two bytes each.
@Suite struct TokenPlacesTests {
  /// Tokens of some files with gaps and lengths that fit into a byte and that do not.
  private func files(_ random: inout SeededGenerator) -> [[Range<Int>]] {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      var offset = Int.random(in: 0...600, using: &random)
      return (0..<Int.random(in: 0...90, using: &random)).map { _ in
        let isOdd = Int.random(in: 0..<12, using: &random) == 0
        let start = offset + Int.random(in: 0...(isOdd ? 700 : 3), using: &random)
        offset = start + Int.random(in: 1...(isOdd ? 700 : 4), using: &random)
        return start..<offset
      }
    }
  }

  @Test(arguments: 0..<300)
  func everyTokenIsWhereItWas(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let files = files(&random)
    let columns = TokenPlaceColumns(capacity: files.reduce(0) { $0 + $1.count } + 7)
    var exceptions: [TokenPlaceColumns.Exceptions] = []
    var filled = 0
    for file in files {
      exceptions.append(columns.write(file.count, at: filled) { file[$0] })
      filled += file.count
    }
    columns.truncate(to: filled)
    var places = TokenPlaces(columns)
    for exceptions in exceptions { places.enter(exceptions) }
    let expected = files.flatMap { $0 }
    for position in expected.indices {
      #expect(places.start(of: position) == expected[position].lowerBound)
      #expect(places.end(of: position) == expected[position].upperBound)
    }
  }

  @Test func copiesStandWhereTheOriginalsDid() {
    let ranges = [3..<6, 6..<9, 400..<403, 404..<900, 901..<902]
    let columns = TokenPlaceColumns(capacity: 40)
    var first = TokenPlaces(columns)
    first.enter(columns.write(ranges.count, at: 20) { ranges[$0] })
    var second = TokenPlaces(TokenPlaceColumns(capacity: 10))
    second.copy(21..<25, of: first, to: 2)
    for index in 1..<5 {
      #expect(second.start(of: index + 1) == ranges[index].lowerBound)
      #expect(second.end(of: index + 1) == ranges[index].upperBound)
    }
  }
}
