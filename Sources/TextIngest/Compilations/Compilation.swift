/// Finds the reports that one file holds.
///
/// Conservative: a file is one document unless a contents list names the titles of its parts, or
/// its first title stands again over other text. The chapters of a law or a report are no parts.
struct Compilation {
  /// A part begins at `firstLine`; its title stands at `titleLines`, which nearly always begin there.
  struct Part {
    let firstLine: Int
    let titleLines: Range<Int>

    init(firstLine: Int, titleLines: Range<Int>) {
      self.firstLine = firstLine
      self.titleLines = titleLines
    }

    init(firstLine: Int, titleLine: Int) {
      self.init(firstLine: firstLine, titleLines: titleLine..<titleLine + 1)
    }
  }

  /// The parts among `lines` in order; empty if the file is one document.
  static func parts(_ lines: [Line], _ text: UTF8Text, _ settings: IngestSettings) -> [Part] {
    if let pattern = settings.splitPattern { return SplitPattern.parts(pattern, lines, text) }
    let listed = ContentsList.find(lines, text).map { parts(named: $0, lines, text) } ?? []
    if !listed.isEmpty { return listed }
    let repeated = repeatedTitleParts(lines, text)
    return repeated.isEmpty ? PageTitles.parts(lines, text) : repeated
  }

  /// The parts whose titles stand as lines of their own after the list, in its order: at least
  /// three, and two of three entries.
  private static func parts(named list: ContentsList, _ lines: [Line], _ text: UTF8Text) -> [Part] {
    let wanted = Set(list.titles)
    var positions: [String: [Int]] = [:]
    for index in list.endLine..<lines.count where lines[index].mayBeTitle {
      let key = TitleKey.make(text, lines[index].range)
      if wanted.contains(key) { positions[key, default: []].append(index) }
    }
    var found: [Int] = []
    for title in list.titles {
      let floor = found.last ?? -1
      // Positions rise, so those passed by are passed for good.
      while let first = positions[title]?.first, first <= floor {
        positions[title]?.removeFirst()
      }
      if let first = positions[title]?.first { found.append(first) }
    }
    guard found.count >= 3, found.count * 3 >= list.titles.count * 2 else { return [] }
    return found.enumerated().map { index, line in
      Part(firstLine: index == 0 ? list.endLine : line, titleLine: line)
    }
  }

  /// Without a contents list: one of the first three lines stands again, three times or more in
  /// all, each time after the end of a sentence or a date (not as the head of a page) and over 300
  /// characters or more. Figures do not matter in the title of a report: 2021年工作总结.
  private static func repeatedTitleParts(_ lines: [Line], _ text: UTF8Text) -> [Part] {
    for first in lines.indices.prefix(3) where isRepeatable(lines[first], text) {
      let title = lines[first]
      let isReport = ReportTitle.isOne(title, text)
      let found = lines.indices.filter { index in
        index >= first && lines[index].characters == title.characters
          && TitleKey.areEqual(text, title.range, lines[index].range, foldingFigures: isReport)
      }
      guard found.count >= 3, areParts(found, lines, text) else { continue }
      return found.enumerated().map { index, line in
        Part(firstLine: index == 0 ? 0 : line, titleLine: line)
      }
    }
    return []
  }

  private static func isRepeatable(_ line: Line, _ text: UTF8Text) -> Bool {
    line.mayBeTitle && line.characters >= 4 && !LineOpening.startsBlock(text, line.range)
  }

  /// Whether each of `titles` stands after an end and over the text of a report.
  static func areParts(_ titles: [Int], _ lines: [Line], _ text: UTF8Text) -> Bool {
    for (index, title) in titles.enumerated() {
      if index > 0 {
        let before = lines[title - 1]
        guard before.endsSentence || LineOpening.isDate(text, before.range) else { return false }
      }
      let bodyEnd = index + 1 < titles.count ? titles[index + 1] : lines.count
      let characters = lines[(title + 1)..<bodyEnd].reduce(0) { $0 + $1.characters }
      if characters < 300 { return false }
    }
    return true
  }
}

extension Line {
  /// Whether the line could be the title of a document: short, no mark at its end.
  var mayBeTitle: Bool {
    characters <= 80 && !endsSentence && lastScalar != 0xFF0C && lastScalar != 0x3001
      && !features.contains(.isRule)
  }
}
