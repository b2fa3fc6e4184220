/// Makes reports of an office that writes in formulas: each formula stands in several reports of the
/// archive, each passage in one, and all else is random.
package struct ReportGenerator {
  package let isSpaced: Bool
  package let phrases: [[String]]
  package let passages: [[String]]
  package var generator: SeededGenerator

  private static let reports = 10

  package init(seed: UInt64, isSpaced: Bool) {
    self.isSpaced = isSpaced
    generator = SeededGenerator(seed: seed)
    var units = UnitGenerator(isSpaced: isSpaced, generator: generator)
    phrases = (0..<12).map { index in units.next(7 + index) }
    passages = (0..<Self.reports).map { _ in units.next(100) }
    generator = units.generator
  }

  /// So many units that stand nowhere else.
  package mutating func original(_ count: Int) -> [String] {
    var units = UnitGenerator(isSpaced: isSpaced, generator: generator)
    defer { generator = units.generator }
    return units.next(count)
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  package func phrase(_ index: Int) -> GeneratedReport.Piece {
    .init(.phrase(index), phrases[index])
  }

  /// A stretch of passage `index`.
  package func passage(_ index: Int, _ range: Range<Int>) -> GeneratedReport.Piece {
    .init(.passage(index), Array(passages[index][range]))
  }

  /// The archive: every phrase in half of the reports, every passage in one.
  package mutating func archive() -> [GeneratedReport] {
    (0..<Self.reports).map { report in
      var paragraphs: [[GeneratedReport.Piece]] = phrases.indices
        .filter { ($0 + report) % 2 == 0 }
        .map { [.init(.original, original(15)), phrase($0), .init(.original, original(12))] }
      paragraphs.append([passage(report, 0..<100)])
      return GeneratedReport(isSpaced: isSpaced, paragraphs: paragraphs)
    }
  }

  /// A draft of some paragraphs with phrases and, in paragraphs of their own, copied passages.
  package mutating func draft() -> GeneratedReport {
    var paragraphs: [[GeneratedReport.Piece]] = []
    for _ in 0..<number(2...5) {
      var paragraph: [GeneratedReport.Piece] = [.init(.original, original(number(10...40)))]
      for _ in 0..<number(0...3) {
        paragraph.append(phrase(number(0...phrases.count - 1)))
        paragraph.append(.init(.original, original(number(2...20))))
      }
      paragraphs.append(paragraph)
      if number(0...2) == 0 {
        let start = number(0...20)
        paragraphs.append([
          passage(number(0...passages.count - 1), start..<start + number(45...75))
        ])
      }
    }
    return GeneratedReport(isSpaced: isSpaced, paragraphs: paragraphs)
  }
}

/// Random characters or words, without those that mean something to the reader: numerals, particles,
/// what may join a phrase to its surroundings.
private struct UnitGenerator {
  let isSpaced: Bool
  var generator: SeededGenerator

  private static let consonants = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v"]
  private static let vowels = ["a", "e", "i", "o", "u"]
  /// Rare characters: none of them is a numeral, a particle or the end of a name.
  private static let characters = (0x7000..<0x8800).compactMap { Unicode.Scalar($0) }
    .filter { !"省盟第至若着等而者".unicodeScalars.contains($0) }

  mutating func next(_ count: Int) -> [String] { (0..<count).map { _ in next() } }

  private mutating func next() -> String {
    if !isSpaced { return String(Self.characters.randomElement(using: &generator)!) }
    let syllables = Int.random(in: 2...4, using: &generator)
    return (0..<syllables).map { _ in
      Self.consonants.randomElement(using: &generator)!
        + Self.vowels.randomElement(using: &generator)!
    }.joined()
  }
}
