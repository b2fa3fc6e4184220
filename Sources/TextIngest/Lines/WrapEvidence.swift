/// Whether lines that are full at a width are prose that was broken there, or verse, a list, a
/// table that happens to have lines of one length.
struct WrapEvidence {
  /// Open ends that must be full.
  static let minimum = 3

  /// Ends of lines in mid-sentence: full ones in paragraphs that end, and others.
  private var full = 0
  private var short = 0
  /// Full lines that end with a mark.
  private var markedEnds = 0
  /// Marks inside full lines.
  private var innerMarks = 0
  /// The columns of full lines.
  private var columns = 0
  /// Lines that go over the width.
  private var over = 0
  /// Full lines before one that begins with a small letter, and before one with a capital.
  private var small = 0
  private var capital = 0
  private let wrap: Wrap

  init(_ wrap: Wrap, _ ends: LineEnds, _ lines: [Line], _ text: UTF8Text) {
    self.wrap = wrap
    var run: [LineEnd] = []
    func close(_ evidence: inout WrapEvidence) {
      if Self.isParagraph(run.map { $0.line + 1 }, lines, text) {
        for end in run { evidence.count(end, lines, text) }
      } else {
        evidence.short += run.count
      }
      run.removeAll()
    }
    for end in ends.all where !end.isParted && wrap.fits(end) {
      if wrap.isFull(end), !lines[end.line].isNumeric(text) {
        if let last = run.last, last.line + 1 != end.line { close(&self) }
        run.append(end)
      } else if end.isOpen {
        short += 1
      }
    }
    close(&self)
    let limit = wrap.width + (wrap.isLoose ? wrap.width / 8 : 2)
    over = lines.count { $0.columns > limit }
  }

  /// Prose: most open ends are full; not many lines are longer; most of the ends are no marks, as verse has them; marks stand
  /// inside; and where letters have case the next line goes on with a small one.
  var isProse: Bool {
    guard full >= (wrap.isLoose ? 2 * Self.minimum : Self.minimum), full * 10 >= (full + short) * 6,
      full * 4 >= over
    else { return false }
    if markedEnds * 2 > full || innerMarks * 150 < columns { return false }
    return small * 10 >= (small + capital) * 4
  }

  private mutating func count(_ end: LineEnd, _ lines: [Line], _ text: UTF8Text) {
    guard end.isOpen else { return }
    full += 1
    let line = lines[end.line]
    columns += line.columns
    innerMarks += Self.innerMarks(line, text)
    if line.endsInMark(text) { markedEnds += 1 }
    switch Self.firstLetterCase(lines[end.line + 1], text) {
    case true?: small += 1
    case false?: capital += 1
    case nil: break
    }
  }

  /// Whether the lines `continuing`, each full before it, are a paragraph: the last ends a sentence,
  /// or a page does, or a sentence ends inside them, or one begins with a small letter. A list and a
  /// table seldom do; of verse most lines end with a mark.
  static func isParagraph(_ continuing: [Int], _ lines: [Line], _ text: UTF8Text) -> Bool {
    guard let last = continuing.last else { return false }
    let marked = continuing.count { lines[$0 - 1].endsInMark(text) }
    if marked >= 2, marked * 3 > continuing.count * 2 { return false }
    if lines[last].endsSentence { return true }
    if last + 1 < lines.count, lines[last + 1].features.contains(.afterPageBreak) { return true }
    return continuing.contains {
      lines[$0].features.contains(.hasInnerSentenceEnd) || lines[$0].beginsSmall(text)
    }
  }

  /// The marks inside the line that part clauses. Thai and its like part them by spaces.
  private static func innerMarks(_ line: Line, _ text: UTF8Text) -> Int {
    let table = CharacterTable.shared
    var marks = 0
    var wasThai = false
    var offset = line.start
    while true {
      let (scalar, length) = text.decode(offset)
      offset += length
      guard offset < line.end else { return marks }
      let characterClass = table.characterClass(scalar)
      let isASCIIMark = scalar == 0x2C || scalar == 0x2E || scalar == 0x3B
      if characterClass == .clauseMark || characterClass == .sentenceEnd
        || characterClass == .space && wasThai || isASCIIMark && text.base[offset] == 0x20
      {
        marks += 1
      }
      wasThai = characterClass == .thai
    }
  }

  /// Whether the line begins with a small letter, nil where that means nothing.
  private static func firstLetterCase(_ line: Line, _ text: UTF8Text) -> Bool? {
    guard let first = Unicode.Scalar(text.decode(line.start).scalar)?.properties else { return nil }
    if first.isLowercase { return true }
    return first.isUppercase ? false : nil
  }
}

extension Line {
  /// Whether the line has no letter: a row of figures.
  fileprivate func isNumeric(_ text: UTF8Text) -> Bool {
    let table = CharacterTable.shared
    var offset = start
    while offset < end {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      if characterClass == .letter || characterClass.isSingleCharacterToken { return false }
      offset += length
    }
    return true
  }
}
