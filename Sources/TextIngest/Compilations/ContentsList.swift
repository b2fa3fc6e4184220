/// The list of contents at the head of a compilation.
struct ContentsList {
  /// The titles it names, folded, numbering and page numbers stripped, in order.
  let titles: [String]
  /// Index of the first line after it.
  let endLine: Int

  /// The contents list of reports among `lines`, nil if there is none or if it names chapters.
  static func find(_ lines: [Line], _ text: UTF8Text) -> ContentsList? {
    for index in lines.indices.prefix(200) where mayBeName(lines[index], text) {
      let key = TitleKey.make(text, lines[index].range)
      guard names.contains(key) else { continue }
      let entries = entries(lines, from: index + 1, text)
      guard entries.count >= 3, areReports(entries, text) else { return nil }
      return ContentsList(titles: entries.map(\.title), endLine: index + 1 + entries.count)
    }
    return nil
  }

  private static func mayBeName(_ line: Line, _ text: UTF8Text) -> Bool {
    let first = text.decode(line.start).scalar
    return line.characters <= 20 && firstScalars.contains(first < 0x80 ? first | 0x20 : first)
  }

  private static let firstScalars = names.compactMap { $0.unicodeScalars.first?.value } + [0xCD]

  private static let names: Set<String> = [
    "目录", "目錄", "目次", "もくじ", "차례", "목차", "contents", "tableofcontents", "sommaire",
    "tabledesmatières", "índice", "contenido", "inhalt", "inhaltsverzeichnis",
  ]

  private struct Entry {
    let range: Range<Int>
    let title: String
    let hasPageNumber: Bool
  }

  /// Lines with page numbers, as far as they go; without any, short lines until the first title
  /// comes again.
  private static func entries(_ lines: [Line], from start: Int, _ text: UTF8Text) -> [Entry] {
    var entries: [Entry] = []
    for line in lines[min(start, lines.count)...].prefix(2_000) {
      let entry = entry(line, text)
      guard line.characters <= 120, let first = entries.first ?? Optional(entry) else { break }
      if first.hasPageNumber {
        guard entry.hasPageNumber else { break }
      } else if !line.mayBeTitle || entry.hasPageNumber || isRepeat(entry, of: entries) {
        break
      }
      entries.append(entry)
    }
    return entries
  }

  /// Whether `entry` is the title of the first part itself: the first entry again without its
  /// numbering.
  private static func isRepeat(_ entry: Entry, of entries: [Entry]) -> Bool {
    guard let first = entries.first else { return false }
    return entry.title == first.title && entry.range.count < first.range.count
      || entry.title == first.title && entries.count >= 3
  }

  private static func entry(_ line: Line, _ text: UTF8Text) -> Entry {
    let titleEnd = endBeforePageNumber(text, line.range)
    let start = min(LineOpening.afterNumbering(text, line.range), titleEnd)
    return Entry(
      range: line.range, title: TitleKey.make(text, start..<titleEnd),
      hasPageNumber: titleEnd < line.end)
  }

  /// Where the title ends before a leader of dots or white space and the page number, or the
  /// line's end if there is no page number.
  private static func endBeforePageNumber(_ text: UTF8Text, _ range: Range<Int>) -> Int {
    let table = CharacterTable.shared
    var offset = range.upperBound
    var digits = 0
    while offset > range.lowerBound {
      let previous = text.previous(offset)
      guard table.characterClass(text.decode(previous).scalar) == .digit else { break }
      offset = previous
      digits += 1
    }
    let numberStart = offset
    while offset > range.lowerBound, isLeader(text.decode(text.previous(offset)).scalar) {
      offset = text.previous(offset)
    }
    let isPageNumber = (1...4).contains(digits) && offset < numberStart && offset > range.lowerBound
    return isPageNumber ? offset : range.upperBound
  }

  private static func isLeader(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2026, 0xB7, 0x22EF, 0x2D, 0x5F, 0xFF0E, 0x2014: true
    default: CharacterTable.shared.characterClass(scalar) == .space
    }
  }

  /// Whether most entries read like titles of reports, and none like a chapter.
  private static func areReports(_ entries: [Entry], _ text: UTF8Text) -> Bool {
    guard !entries.contains(where: { LineOpening.startsSection(text, $0.range) }) else {
      return false
    }
    let reports = entries.filter { ReportTitle.namesReport(Array($0.title.utf8)) }
    return reports.count * 2 >= entries.count
  }
}
