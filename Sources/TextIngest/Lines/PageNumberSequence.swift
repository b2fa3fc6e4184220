/// Tells which bare numbers are page numbers: those that count up, each after a page of text.
enum PageNumberSequence {
  /// Characters between two page numbers; a table or a numbered list has less.
  private static let pageLength = 100

  /// The indices of page numbers among the bare numbers `candidates`, rising.
  ///
  /// A number is one if it stands beside a form feed, or between two empty lines in mid-sentence, or
  /// belongs to the longest row of numbers that each are one more than the last and stand a page
  /// apart, if one of these interrupts a sentence.
  /// - Parameters:
  ///   - candidates: indices of lines with their numbers.
  ///   - breaks: whether a form feed stands beside the line.
  static func pageNumbers(
    _ candidates: [(index: Int, value: Int)], _ lines: [Line], besideBreak breaks: (Int) -> Bool
  ) -> [Int] {
    guard !candidates.isEmpty else { return [] }
    let row = longestRow(candidates, lines)
    let interrupted = row.map { candidates[$0].index - 1 }.filter { interrupts(after: $0, lines) }
    // One long line says enough; a short one may be the heading of a numbered chapter.
    let isCounting =
      row.count >= 2
      && (interrupted.count >= 2 || interrupted.contains { lines[$0].characters >= 20 })
    let counted = Set(isCounting ? row : [])
    return candidates.indices.filter { position in
      let index = candidates[position].index
      return counted.contains(position) || breaks(index) || isAlone(index, lines)
    }.map { candidates[$0].index }
  }

  /// Positions in `candidates`.
  private static func longestRow(
    _ candidates: [(index: Int, value: Int)], _ lines: [Line]
  ) -> [Int] {
    var characters = [0]
    characters.reserveCapacity(lines.count + 1)
    for line in lines { characters.append(characters[characters.count - 1] + line.characters) }
    var lengths = [Int](repeating: 1, count: candidates.count)
    var previous = [Int?](repeating: nil, count: candidates.count)
    var lastOfValue: [Int: Int] = [:]
    for (position, candidate) in candidates.enumerated() {
      if let before = lastOfValue[candidate.value - 1],
        characters[candidate.index] - characters[candidates[before].index] >= pageLength
      {
        lengths[position] = lengths[before] + 1
        previous[position] = before
      }
      if let known = lastOfValue[candidate.value], lengths[known] > lengths[position] { continue }
      lastOfValue[candidate.value] = position
    }
    var row: [Int] = []
    var next = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }
    while let position = next {
      row.append(position)
      next = previous[position]
    }
    return row.reversed()
  }

  /// Whether the number stands between empty lines and the sentence goes on after it.
  private static func isAlone(_ index: Int, _ lines: [Line]) -> Bool {
    interrupts(after: index - 1, lines) && lines[index - 1].characters >= 20
      && !lines[index - 1].looksLikeHeading && !lines[index + 1].isIndented
      && lines[index].features.contains(.afterEmptyLine)
      && lines[index + 1].features.contains(.afterEmptyLine)
  }

  /// Whether a number after the line at `index` stands in mid-sentence.
  private static func interrupts(after index: Int, _ lines: [Line]) -> Bool {
    guard index >= 0, index + 2 < lines.count else { return false }
    return !lines[index].endsSentence && lines[index].characters >= 8 && lines[index].mayJoin
      && lines[index + 2].characters > 1
  }
}
