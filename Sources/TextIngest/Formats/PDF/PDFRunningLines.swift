/// Finds what belongs to the pages: running heads and feet, and page numbers.
///
/// A line among the outermost three of a page, above or below, with none but its like further out, that
/// stands at the same height with the same words on other pages; a number must count the pages.
enum PDFRunningLines {
  /// Lines that are alike on several pages.
  private struct Key: Hashable {
    /// Without white space, each run of digits one `#`.
    var words: String
    /// Of the top, in steps of four points.
    var height: Int

    /// Whether there is nothing but a number, perhaps between dashes, in 第 and 页, or behind Page.
    var isNumber: Bool {
      guard words.contains("#") else { return false }
      let rest = words.lowercased().filter { !"#-–—·―/()".contains($0) }
      return ["", "第页", "第页共页", "page", "pageof", "p.", "页"].contains(rest)
    }
  }

  /// `lines` without those; what they were is counted by `writer`.
  static func removed(
    from lines: [PDFLine], pages: Int, _ writer: inout BlockWriter
  ) -> [PDFLine] {
    let edges = outermost(lines)
    var places: [Key: [Int]] = [:]
    for index in Set(edges.joined()).sorted() {
      places[key(lines[index]), default: []].append(index)
    }
    var isAlike = [Bool](repeating: false, count: lines.count)
    for (key, indices) in places {
      for index in running(indices, key, lines, pages) { isAlike[index] = true }
    }
    let found = Set(edges.flatMap { edge in edge.prefix { isAlike[$0] } })
    let numbers = found.count { key(lines[$0]).isNumber }
    writer.omit(.pageNumbers, numbers)
    writer.omit(.runningHeads, found.count - numbers)
    return lines.indices.filter { !found.contains($0) }.map { lines[$0] }
  }

  /// The three highest and the three lowest lines of each page, from the outside in.
  private static func outermost(_ lines: [PDFLine]) -> [[Int]] {
    Dictionary(grouping: lines.indices, by: { lines[$0].page }).values.flatMap { indices in
      let sorted = indices.sorted { (lines[$0].top, $0) < (lines[$1].top, $1) }
      return [Array(sorted.prefix(3)), sorted.suffix(3).reversed()]
    }
  }

  private static func key(_ line: PDFLine) -> Key {
    var words = ""
    for character in line.text where !character.isWhitespace {
      let isDigit = character.isWholeNumber
      if isDigit && words.last == "#" { continue }
      words.append(isDigit ? "#" : character)
    }
    return Key(words: words, height: Int(line.top / 4))
  }

  /// Those of `indices`, whose lines are alike, that are running lines.
  private static func running(
    _ indices: [Int], _ key: Key, _ lines: [PDFLine], _ pages: Int
  ) -> [Int] {
    if key.isNumber { return counting(indices, lines, pages) }
    // On three pages at one height is no chance; a document may have but two.
    let enough = pages < 3 ? 2 : 3
    return Set(indices.map { lines[$0].page }).count >= enough ? indices : []
  }

  /// Those of the numbers in `indices` that rise with the pages.
  private static func counting(_ indices: [Int], _ lines: [PDFLine], _ pages: Int) -> [Int] {
    let offsets = indices.map { index in (number(lines[index]) ?? -1) - lines[index].page }
    let counts = Dictionary(grouping: offsets.indices, by: { offsets[$0] }).mapValues(\.count)
    // Of a document of one page the number must be 1.
    guard let (offset, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count >= 2 && count * 3 >= indices.count * 2 || (pages == 1 && offset == 1)
    else { return [] }
    return indices.indices.filter { offsets[$0] == offset }.map { indices[$0] }
  }

  private static func number(_ line: PDFLine) -> Int? {
    var number = 0
    for character in line.text {
      guard let digit = character.wholeNumberValue, digit < 10 else {
        if number > 0 { break } else { continue }
      }
      guard number < 100_000 else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
