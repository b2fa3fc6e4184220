/// Lines that a word processor repeats at the edges of pages.
enum RunningHeads {
  /// The indices of running heads among `lines`, rising; page numbers are out already.
  ///
  /// A short line beside a page break that stands, but for its digits, beside three breaks, or two
  /// of four at most, one in four of which interrupts a sentence (else they are the titles of what
  /// begins there); without marked breaks a short line that stands three times and mostly
  /// interrupts a sentence. The first time, at the head of the text, it is the title.
  static func find(_ lines: [Line], _ text: UTF8Text) -> [Int] {
    let breaks = lines.count { $0.features.contains(.afterPageBreak) }
    guard breaks > 0 else { return interrupting(lines, text).sorted() }
    var keys: [String: [Int]] = [:]
    for index in edges(lines) where mayBe(lines[index]) {
      keys[key(lines[index], text), default: []].append(index)
    }
    let groups = keys.values.filter { $0.count >= (breaks <= 4 ? 2 : 3) }
    let repeated = Set(groups.joined())
    return groups.filter { indices in
      let open = indices.count { index in
        let before = (0..<index).last { !repeated.contains($0) }
        return before.map { !lines[$0].endsSentence } ?? false
      }
      return open > 0 && open * 4 >= indices.count
    }.joined().sorted()
  }

  /// The first and the last line of each page, but the first of the text.
  private static func edges(_ lines: [Line]) -> [Int] {
    var edges: [Int] = []
    for index in lines.indices.dropFirst() where lines[index].features.contains(.afterPageBreak) {
      if index > 1, edges.last != index - 1 { edges.append(index - 1) }
      edges.append(index)
    }
    if let last = edges.last, last < lines.count - 1 { edges.append(lines.count - 1) }
    return edges
  }

  private static func mayBe(_ line: Line) -> Bool {
    (2...60).contains(line.characters) && !line.endsSentence && !line.features.contains(.isRule)
  }

  /// Short lines that stand three times or more, two of them in mid-sentence.
  private static func interrupting(_ lines: [Line], _ text: UTF8Text) -> [Int] {
    var suspects: [String: Int] = [:]
    for index in lines.indices.dropFirst().dropLast() where interrupts(index, lines, text) {
      suspects[key(lines[index], text), default: 0] += 1
    }
    suspects = suspects.filter { $0.value >= 2 }
    guard !suspects.isEmpty else { return [] }
    var places: [String: [Int]] = [:]
    for index in lines.indices where mayBe(lines[index]) {
      let key = key(lines[index], text)
      if suspects[key] != nil { places[key, default: []].append(index) }
    }
    return places.flatMap { key, indices -> [Int] in
      let isTitle = indices[0] < 3 && !interrupts(indices[0], lines, text)
      let repeated = isTitle ? Array(indices.dropFirst()) : indices
      let isHead = indices.count >= 3 && suspects[key, default: 0] * 2 >= repeated.count
      return isHead ? repeated : []
    }
  }

  /// Whether the line stands where a sentence should go on.
  private static func interrupts(_ index: Int, _ lines: [Line], _ text: UTF8Text) -> Bool {
    guard index > 0, index + 1 < lines.count else { return false }
    let line = lines[index]
    let before = lines[index - 1]
    let after = lines[index + 1]
    guard mayBe(line), line.characters >= 4, line.mayJoin, before.mayJoin, after.mayJoin,
      !before.endsSentence, !after.isIndented, !LineOpening.startsBlock(text, after.range)
    else { return false }
    guard before.features.contains(.hasHan) else { return after.beginsSmall(text) }
    let isWide = after.features.contains(.hasHan)
    return isWide && isMidParagraph(index - 1, lines)
      && (!after.looksLikeHeading || abs(after.columns - before.columns) <= 3)
  }

  /// Whether the line is too long for a heading, or one of two in a row that are equally wide.
  private static func isMidParagraph(_ index: Int, _ lines: [Line]) -> Bool {
    let line = lines[index]
    if line.characters >= 20, !line.looksLikeHeading { return true }
    return line.characters >= 8 && index > 0 && !line.features.contains(.afterEmptyLine)
      && abs(lines[index - 1].columns - line.columns) <= 3
  }

  /// The line folded, each run of digits as one.
  private static func key(_ line: Line, _ text: UTF8Text) -> String {
    var key = ""
    var wasDigit = false
    for character in TitleKey.make(text, line.range).unicodeScalars {
      let isDigit = CharacterTable.shared.characterClass(character.value) == .digit
      if !(isDigit && wasDigit) { key.unicodeScalars.append(isDigit ? "#" : character) }
      wasDigit = isDigit
    }
    return key
  }
}
