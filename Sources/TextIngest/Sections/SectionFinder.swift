/// Finds the sections of a document: by its markup, else by the look of its lines.
///
/// By their look headings are short lines without a mark at the end, numbered, or followed by a paragraph. The
/// rules are set down in docs/reading.md.
struct SectionFinder {
  private let lines: [Line]
  private let text: UTF8Text
  /// The lines of the document.
  private let range: Range<Int>
  /// For each line whether it goes on with the line before.
  private let continues: (Int) -> Bool

  private struct Heading {
    var lines: Range<Int>
    /// Nil for one without a number.
    var number: HeadingNumber?
    var level = 1
  }

  /// Longer lines are no headings.
  private static let longest = 80

  /// The sections of the lines in `range`, less the title at its head, in order.
  ///
  /// - Parameters:
  ///   - body: the lines after the title.
  ///   - end: where the document ends.
  static func sections(
    _ layout: TextLayout, _ range: Range<Int>, body: Range<Int>, end: Int, _ text: UTF8Text,
    continues: (Int) -> Bool
  ) -> [DocumentSection] {
    if layout.isMarkup, layout.lines[range].contains(where: { $0.features.contains(.isHeading) }) {
      let headings = range.filter {
        layout.lines[$0].features.contains(.isHeading) && !continues($0)
      }.map { index in
        let end = (index + 1..<range.upperBound).first { !continues($0) } ?? range.upperBound
        return Heading(
          lines: index..<end, level: max(1, Int(layout.lines[index].headingLevel)))
      }
      return sections(headings, layout, end: end, text)
    }
    return withoutActuallyEscaping(continues) { continues in
      let finder = SectionFinder(
        lines: layout.lines, text: text, range: body, continues: continues)
      return sections(finder.headings(), layout, end: end, text)
    }
  }

  private static func sections(
    _ headings: [Heading], _ layout: TextLayout, end: Int, _ text: UTF8Text
  ) -> [DocumentSection] {
    var sections = headings.map { heading in
      let title = heading.lines.map { layout.visibleText(layout.lines[$0].range, text) }
        .joined(separator: " ")
      let start = layout.lines[heading.lines.lowerBound].start
      return DocumentSection(title: title, level: heading.level, byteRange: start..<end)
    }
    var open: [Int] = []
    for index in sections.indices {
      while let last = open.last, sections[last].level >= sections[index].level {
        let start = sections[last].byteRange.lowerBound
        sections[last].byteRange = start..<sections[index].byteRange.lowerBound
        open.removeLast()
      }
      open.append(index)
    }
    return sections
  }
}

// MARK: By the look of lines

extension SectionFinder {
  private func headings() -> [Heading] {
    var headings: [Heading] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let heading = heading(at: index) {
        headings.append(heading)
        index = heading.lines.upperBound
      } else {
        index += 1
      }
    }
    return leveled(headings)
  }

  /// Each kind of number that is used has a level of its own; headings without one are of the highest.
  private func leveled(_ headings: [Heading]) -> [Heading] {
    let kinds = Set(headings.compactMap(\.number)).sorted()
    return headings.map { heading in
      var heading = heading
      heading.level = heading.number.flatMap(kinds.firstIndex).map { $0 + 1 } ?? 1
      return heading
    }
  }

  private func heading(at index: Int) -> Heading? {
    guard mayBe(index), index + 1 < range.upperBound else { return nil }
    if let number = LineOpening.headingNumber(text, lines[index].range) {
      return isNumberedHeading(index, number)
        ? Heading(lines: index..<index + 1, number: number) : nil
    }
    guard isPlain(index) else { return nil }
    if isParagraph(index + 1) || isNumbered(index + 1) {
      return Heading(lines: index..<index + 1, number: nil)
    }
    // A heading of two lines.
    guard mayBe(index + 1), isPlain(index + 1), index + 2 < range.upperBound,
      isParagraph(index + 2)
    else { return nil }
    return Heading(lines: index..<index + 2, number: nil)
  }

  /// A short line of its own without a mark at its end.
  private func mayBe(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.characters <= SectionFinder.longest, !line.endsSentence, line.mayJoin,
      line.features.isDisjoint(with: [.hasInnerSentenceEnd, .hasUnclosedMark]),
      line.lastScalar != 0xFF0C, line.lastScalar != 0x3001, line.lastScalar != 0x2C
    else { return false }
    // Chinese headings are shorter than English ones.
    if line.features.contains(.hasHan), line.characters > 50 { return false }
    return !continues(index) && (index + 1 >= range.upperBound || !continues(index + 1))
  }

  /// Nothing of its kind follows at once: that would be a list of contents or of points.
  private func isNumberedHeading(_ index: Int, _ number: HeadingNumber) -> Bool {
    let next = LineOpening.headingNumber(text, lines[index + 1].range)
    if let next, mayBe(index + 1) { return next > number && !(number.needsBody && next.needsBody) }
    return !number.needsBody || next == nil && isParagraph(index + 1)
  }

  /// Whether the line could be a heading without a number: after the end of a paragraph, or apart.
  private func isPlain(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.looksLikeHeading || !line.features.contains(.hasHan) else { return false }
    let first = text.decode(line.start).scalar
    if first == 0x28 || first == 0xFF08 || first == 0x2014 || first == 0x2015 { return false }
    if LineOpening.startsBlock(text, line.range) || LineOpening.isDate(text, line.range) {
      return false
    }
    let isAfterEnd =
      index == range.lowerBound || lines[index - 1].endsSentence
      || line.features.contains(.afterEmptyLine)
    guard isAfterEnd, line.characters >= 2, index + 1 < range.upperBound else { return false }
    if line.features.contains(.hasHan) { return true }
    let scalar = Unicode.Scalar(first)?.properties
    return line.features.contains(.afterEmptyLine) && line.characters <= 60
      && scalar?.isUppercase == true && lines[index + 1].features.contains(.afterEmptyLine)
  }

  private func isNumbered(_ index: Int) -> Bool {
    mayBe(index) && index + 1 < range.upperBound
      && LineOpening.headingNumber(text, lines[index].range).map {
        !$0.needsBody && isNumberedHeading(index, $0)
      } ?? false
  }

  /// Whether the line is one of a paragraph: longer than headings are, or more than one line.
  private func isParagraph(_ index: Int) -> Bool {
    guard index < range.upperBound else { return false }
    if index + 1 < range.upperBound, continues(index + 1) { return true }
    let line = lines[index]
    return line.mayJoin && (line.endsSentence && line.characters >= 20 || line.characters > 50)
  }
}
