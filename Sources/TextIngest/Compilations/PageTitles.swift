/// Finds reports that begin on pages of their own: a page break, then the title.
enum PageTitles {
  /// The parts that begin at the top of a page, the first at the head of the text: each title, of one
  /// line or two, names a kind of report, stands after the end of a sentence or a date, and over 300
  /// characters or more. Empty if there are fewer than two.
  static func parts(_ lines: [Line], _ text: UTF8Text) -> [Compilation.Part] {
    guard lines.contains(where: { $0.features.contains(.afterPageBreak) }) else { return [] }
    let tops = lines.indices.filter { $0 == 0 || lines[$0].features.contains(.afterPageBreak) }
    let titles = tops.compactMap { titleLines(at: $0, lines, text) }
    guard titles.count >= 2, titles[0].lowerBound == 0,
      Compilation.areParts(titles.map(\.lowerBound), lines, text)
    else { return [] }
    return titles.map { Compilation.Part(firstLine: $0.lowerBound, titleLines: $0) }
  }

  /// The title at `index`: a line that names a kind of report, or one that does not and one that does.
  private static func titleLines(
    at index: Int, _ lines: [Line], _ text: UTF8Text
  ) -> Range<Int>? {
    guard lines[index].mayBeTitle, !LineOpening.startsBlock(text, lines[index].range) else {
      return nil
    }
    if ReportTitle.isOne(lines[index], text) { return index..<index + 1 }
    guard index + 1 < lines.count, lines[index].characters <= 40,
      ReportTitle.isOne(lines[index + 1], text)
    else { return nil }
    return index..<index + 2
  }
}
