/// Joins lines that a page break or a fixed width broke in mid-sentence.
///
/// The rules are set down in docs/reading.md.
struct LineRepair {
  private let text: UTF8Text
  private let lines: [Line]
  private let hardWrap: HardWrap?
  /// Whether lines without Han characters mostly begin with a capital, so that a small letter says
  /// something.
  private let usesCapitals: Bool

  /// For each of `lines` the offset where its own text begins if it goes on with the line before
  /// (past characters that were doubled over the break), else nil.
  static func continuations(_ lines: [Line], _ text: UTF8Text) -> [Int?] {
    let repair = LineRepair(lines, text)
    return lines.indices.map { $0 == 0 ? nil : repair.continuation(at: $0) }
  }

  private init(_ lines: [Line], _ text: UTF8Text) {
    self.text = text
    self.lines = lines
    hardWrap = HardWrap(lines, text)
    let latin = lines.filter { !$0.features.contains(.hasHan) }
    let small = latin.filter { $0.beginsSmall(text) }
    usesCapitals = small.count * 2 < latin.count
  }

  private func continuation(at index: Int) -> Int? {
    let line = lines[index - 1]
    let next = lines[index]
    if let hardWrap, hardWrap.continues[index] {
      let isParted = !next.features.isDisjoint(with: [.afterPageBreak, .afterEmptyLine])
      return isParted ? DoubledCharacters.end(text, line, next) : next.start
    }
    guard line.mayJoin, next.mayJoin, !line.endsSentence, !next.isIndented,
      !next.looksLikeHeading, !LineOpening.startsBlock(text, next.range)
    else { return nil }
    switch (line.features.contains(.hasHan), next.features.contains(.hasHan)) {
    case (true, true):
      let isBroken =
        (line.looksBroken || isAtPageBreak(line, next)) && next.characters > 1
        && !endsInNote(line) && !standsApart(next, from: line)
      return isBroken ? DoubledCharacters.end(text, line, next) : nil
    case (false, false): return isBrokenLatin(line, next) ? next.start : nil
    default: return nil
    }
  }

  /// Whether the line is a row of a list of dates (2018年9月17日第二次修正) or direct speech in Japanese,
  /// which begins on a line of its own.
  private func standsApart(_ next: Line, from line: Line) -> Bool {
    let first = text.decode(next.start).scalar
    if first == 0x300C || first == 0x300E { return !line.features.contains(.hasUnclosedMark) }
    return !next.endsSentence && LineOpening.isDate(text, next.range)
  }

  /// Whether the line ends with the number of a note or verse after the end of its sentence.
  private func endsInNote(_ line: Line) -> Bool {
    let table = CharacterTable.shared
    var offset = line.end
    while offset > line.start {
      let previous = text.previous(offset)
      let (scalar, _) = text.decode(previous)
      let characterClass = table.characterClass(scalar)
      if characterClass == .sentenceEnd { return offset < line.end }
      guard characterClass == .digit || characterClass.isMark else { return false }
      offset = previous
    }
    return false
  }

  /// Whether a page ends after the line, which is too long for a heading.
  private func isAtPageBreak(_ line: Line, _ next: Line) -> Bool {
    next.features.contains(.afterPageBreak) && !line.looksLikeHeading
      && !line.features.contains(.endsInClosingMark)
  }

  /// A line of a spaced script that ends with a word or comma before a small letter: after a page
  /// break, or if it is long, or if a sentence begins in it. Scripts without capitals are judged as
  /// the unspaced ones are.
  private func isBrokenLatin(_ line: Line, _ next: Line) -> Bool {
    let last = CharacterTable.shared.characterClass(line.lastScalar)
    if last == .hangul || last == .thai { return line.looksBroken || isAtPageBreak(line, next) }
    guard last == .letter || line.lastScalar == 0x2C else { return false }
    guard next.beginsSmall(text) else {
      // A name or a figure may stand first on a page; no heading is that long.
      return isAtPageBreak(line, next) && (line.lastScalar == 0x2C || line.characters >= 60)
    }
    if next.features.contains(.afterPageBreak) { return true }
    if usesCapitals && line.characters >= 40 { return true }
    return line.characters >= 25
      && (line.features.contains(.hasInnerSentenceEnd) || LineRepair.beginsLarge(line, text))
  }

  /// Whether the first letter, after marks and spaces, is a capital.
  private static func beginsLarge(_ line: Line, _ text: UTF8Text) -> Bool {
    var offset = line.start
    for _ in 0..<8 where offset < line.end {
      let (scalar, length) = text.decode(offset)
      if CharacterTable.shared.characterClass(scalar) == .letter {
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
      }
      offset += length
    }
    return false
  }
}

extension Line {
  /// Rows of tables, rules, and what markup sets apart keep their lines.
  var mayJoin: Bool { features.isDisjoint(with: [.hasGap, .isRule, .standsAlone, .isHeading]) }

  /// Whether the line begins with a small letter.
  func beginsSmall(_ text: UTF8Text) -> Bool {
    let first = text.decode(start).scalar
    if first < 0x80 { return first &- 0x61 < 26 }
    return Unicode.Scalar(first)?.properties.isLowercase ?? false
  }

  /// Whether the line ends with a mark that ends a sentence, introduces or parts list items.
  var endsSentence: Bool {
    switch lastScalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x2026, 0x22EF, 0x2014, 0x2015: true
    case 0x2E, 0x21, 0x3F, 0x3B, 0x3A, 0xFF0E, 0xFF61: true
    default: false
    }
  }

  /// Whether the line ends with a mark after which the sentence must go on.
  private var endsInClauseMark: Bool {
    lastScalar == 0xFF0C || lastScalar == 0x3001 || lastScalar == 0x2C
  }

  /// Whether the line was broken, judged by itself: a mark is open, a sentence has ended and
  /// another begun, or it is long and ends with a comma.
  var looksBroken: Bool {
    if features.contains(.hasUnclosedMark) && characters >= 10 { return true }
    if features.contains(.hasInnerSentenceEnd) && !features.contains(.endsInClosingMark) {
      return true
    }
    if endsInClauseMark && characters >= 20 { return true }
    // No heading is that long.
    return characters >= 50 && !features.contains(.endsInClosingMark)
  }

  /// Short, no mark at its end, no sentence in it, nothing left open.
  var looksLikeHeading: Bool {
    characters <= 30 && !endsSentence && !endsInClauseMark
      && features.isDisjoint(with: [.hasUnclosedMark, .hasInnerSentenceEnd])
  }
}
