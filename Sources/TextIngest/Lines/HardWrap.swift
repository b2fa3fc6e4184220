/// Finds the lines that a program or a typist broke at a fixed width.
///
/// A line is full if the first word of the next (in unspaced scripts its first character, with the
/// marks that may not be parted from it) would have gone over the width. The width is the one that
/// most lines in mid-sentence are full at; a file may have several. What tells prose from verse
/// and lists is in ``WrapEvidence``.
struct HardWrap {
  /// For each line whether it goes on with the one before, which is full.
  let continues: [Bool]

  /// Nil if no lines were broken at a width.
  init?(_ lines: [Line], _ text: UTF8Text) {
    var ends = LineEnds(lines, text)
    var continues: [Bool]?
    while let wrap = HardWrap.nextWidth(ends, lines, text) {
      let chosen = wrap.continuations(ends, lines, text)
      var flags = continues ?? [Bool](repeating: false, count: lines.count)
      for line in chosen { flags[line] = true }
      continues = flags
      ends.remove { flags[$0.line + 1] || wrap.isFull($0) }
    }
    guard let continues else { return nil }
    self.continues = continues
  }

  /// The width with most evidence: of the four that most lines are full at, the first that stands
  /// the test, exactly before nearly (a proportional typeface).
  private static func nextWidth(_ ends: LineEnds, _ lines: [Line], _ text: UTF8Text) -> Wrap? {
    for isLoose in [false, true] {
      for width in ends.popularWidths(isLoose: isLoose) {
        let wrap = Wrap(width: width, isLoose: isLoose)
        if WrapEvidence(wrap, ends, lines, text).isProse { return wrap }
      }
    }
    return nil
  }
}

/// A width in columns that lines were broken at.
struct Wrap {
  let width: Int
  /// Whether lines are full that only come near the width.
  let isLoose: Bool

  /// Columns that a full line may miss or pass.
  static func slack(_ end: LineEnd, width: Int) -> Int {
    end.isWide ? 3 : width / 8
  }

  /// Whether the line before `end` is full: what comes next would not have fitted.
  func isFull(_ end: LineEnd) -> Bool {
    let slack = isLoose ? Wrap.slack(end, width: width) : 0
    return fits(end) && end.reach + slack > width
  }

  /// Whether both lines keep to the width.
  func fits(_ end: LineEnd) -> Bool {
    let slack = isLoose ? Wrap.slack(end, width: width) : 0
    return end.columns <= width + slack && end.nextColumns <= width + slack
  }

  /// The lines that go on with the one before: runs of full lines that are paragraphs.
  func continuations(_ ends: LineEnds, _ lines: [Line], _ text: UTF8Text) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    func close() {
      if WrapEvidence.isParagraph(run, lines, text) { found += run }
      run.removeAll()
    }
    for end in ends.all where isFull(end) {
      if run.last != end.line { close() }
      let goesOn =
        end.isOpen
        ? !end.isParted || ends.indentsParagraphs || goesOnAfterBreak(end, after: run, lines, text)
        : ends.showsParagraphs || !isLoose && !run.isEmpty
      if goesOn { run.append(end.line + 1) } else { close() }
    }
    close()
    return found
  }

  /// Whether a full line goes on after a page break or an empty line, `run` being the lines that went
  /// on before it: an empty line alone may end a heading, a list or a verse.
  private func goesOnAfterBreak(
    _ end: LineEnd, after run: [Int], _ lines: [Line], _ text: UTF8Text
  ) -> Bool {
    let line = lines[end.line]
    let next = lines[end.line + 1]
    if next.features.contains(.afterPageBreak) || next.beginsSmall(text) { return true }
    guard end.isWide else { return false }
    return line.looksBroken
      || line.characters >= 20 && !line.features.contains(.endsInClosingMark)
      || run.contains { lines[$0 - 1].features.contains(.hasInnerSentenceEnd) }
  }
}
