/// Finds the lines of a text and their features in one pass.
///
/// Lines end at LF, CR, CR LF, a form feed, and the Unicode line and paragraph separators.
struct LineScanner {
  private let text: UTF8Text
  private let table = CharacterTable.shared
  private var lines: [Line] = []
  private var line = Line(lineStart: 0, start: 0, end: 0)
  private var isAfterEmptyLine = false
  private var isAfterFormFeed = false
  /// Length of the run of spaces before the character in work.
  private var spaces = 0
  private var hasSentenceEnd = false
  private var openMarks = OpenMarks()
  private var hasText = false

  /// The lines of `text` that are not empty.
  static func scan(_ text: UTF8Text) -> [Line] {
    var scanner = LineScanner(text: text)
    scanner.run()
    return scanner.lines
  }

  private init(text: UTF8Text) { self.text = text }

  private mutating func run() {
    var offset = 0
    beginLine(at: 0)
    while offset < text.count {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      let next = offset &+ length
      switch characterClass {
      case .lineBreak:
        let isCRLF = scalar == 0x0D && next < text.count && text.base[next] == 0x0A
        offset = isCRLF ? next &+ 1 : next
        endLine()
        if scalar == 0x0C { isAfterFormFeed = true }
        beginLine(at: offset)
        continue
      case .space: addSpace(scalar)
      case .ignorable: break
      case .han, .hanNumeral, .hanBlank, .kana:
        offset = addHanRun(offset)
        continue
      case .letter where scalar < 0x80, .digit where scalar < 0x80:
        offset = addASCIIRun(offset)
        continue
      default: addOther(scalar, characterClass, offset, next)
      }
      offset = next
    }
    endLine()
  }
}

extension LineScanner {
  private mutating func beginLine(at offset: Int) {
    line = Line(lineStart: offset, start: offset, end: offset)
    spaces = 0
    hasSentenceEnd = false
    openMarks = OpenMarks()
    hasText = false
  }

  private mutating func endLine() {
    guard line.characters > 0 else {
      isAfterEmptyLine = true
      return
    }
    if isAfterEmptyLine { line.features.insert(.afterEmptyLine) }
    if isAfterFormFeed { line.features.insert(.afterPageBreak) }
    if openMarks.hasOpen { line.features.insert(.hasUnclosedMark) }
    if !hasText { line.features.insert(.isRule) }
    isAfterEmptyLine = false
    isAfterFormFeed = false
    lines.append(line)
  }

  private mutating func addSpace(_ scalar: UInt32) {
    if line.characters > 0 {
      spaces &+= 1
      if scalar == 0x09 { line.features.insert(.hasGap) }
    }
    line.columns &+= scalar == 0x3000 ? 2 : 1
  }

  @inline(__always)
  private mutating func addCharacter(_ offset: Int, _ next: Int) {
    if line.characters == 0 { line.start = offset }
    // Wide space after a single mark is that of a list item.
    if spaces > 2 && line.characters > 1 { line.features.insert(.hasGap) }
    spaces = 0
    line.end = next
    line.characters &+= 1
  }

  /// Adds the run of Han and kana characters at `start` and returns the offset after it.
  @inline(__always)
  private mutating func addHanRun(_ start: Int) -> Int {
    var offset = start
    var last = start
    var count = 0
    while offset < text.count {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      guard characterClass.isHan || characterClass == .kana else { break }
      last = offset
      offset &+= length
      count &+= 1
    }
    addCharacter(start, offset)
    line.characters &+= count &- 1
    line.columns &+= count &* 2
    line.lastScalar = text.decode(last).scalar
    line.features.insert(hasSentenceEnd ? [.hasHan, .hasInnerSentenceEnd] : .hasHan)
    line.features.remove(.endsInClosingMark)
    hasText = true
    return offset
  }

  /// Adds the ASCII letters and digits at `start`, with the single spaces between them, and returns
  /// the offset after them.
  @inline(__always)
  private mutating func addASCIIRun(_ start: Int) -> Int {
    addCharacter(start, start &+ 1)
    var offset = start &+ 1
    var wordEnd = offset
    var inner = 0
    while offset < text.count {
      let byte = text.base[offset]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        wordEnd = offset &+ 1
      } else if byte == 0x20 && wordEnd == offset {
        inner &+= 1
      } else {
        break
      }
      offset &+= 1
    }
    if wordEnd < offset { inner &-= 1 }  // a space after the last word
    line.characters &+= wordEnd &- start &- 1 &- inner
    line.columns &+= wordEnd &- start
    line.end = wordEnd
    line.lastScalar = UInt32(text.base[wordEnd &- 1])
    if hasSentenceEnd { line.features.insert(.hasInnerSentenceEnd) }
    line.features.remove(.endsInClosingMark)
    hasText = true
    return wordEnd
  }

  private mutating func addOther(
    _ scalar: UInt32, _ characterClass: CharacterClass, _ offset: Int, _ next: Int
  ) {
    addCharacter(offset, next)
    line.columns &+= CharacterCounter.isWide(scalar) ? 2 : 1
    if characterClass == .combiningMark { line.columns &-= 1 }
    openMarks.add(scalar)
    if characterClass == .closingMark || characterClass == .closingTitle
      || (scalar == 0x22 && line.characters > 1)
    {
      line.features.insert(.endsInClosingMark)
      hasText = true
      return
    }
    if !LineScanner.isRuleCharacter(scalar) { hasText = true }
    if scalar == 0x7C || scalar == 0xFF5C { line.features.insert(.hasGap) }
    if characterClass == .other { return }  // a mark of some word processor after the full stop
    line.features.remove(.endsInClosingMark)
    line.lastScalar = scalar
    if LineScanner.endsSentence(scalar) {
      hasSentenceEnd = true
    } else if hasSentenceEnd, !characterClass.isMark {
      line.features.insert(.hasInnerSentenceEnd)
    }
  }

  /// A wide sentence end or semicolon; ASCII marks say too little.
  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B: true
    default: false
    }
  }

  /// What rules across the page are drawn with.
  private static func isRuleCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2A, 0x5F, 0x2D, 0x3D, 0x7E, 0x23, 0x2B, 0x7C, 0x2E, 0xB7: true
    case 0x2010...0x2015, 0x2026, 0x2500...0x257F, 0x25A0, 0x25CF, 0x2605, 0x2606: true
    default: false
    }
  }
}

/// Counts marks that are opened and not closed. A closing mark without an opening one is nothing.
private struct OpenMarks {
  private var double = 0
  private var single = 0
  private var title = 0
  private var bracket = 0

  var hasOpen: Bool { double > 0 || single > 0 || title > 0 || bracket > 0 }

  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x201C, 0x300C, 0x300E: double += 1
    case 0x201D, 0x300D, 0x300F: double = max(0, double - 1)
    case 0x2018: single += 1
    case 0x2019: single = max(0, single - 1)
    case 0x300A, 0x3008: title += 1
    case 0x300B, 0x3009: title = max(0, title - 1)
    case 0xFF08, 0x28, 0x3010, 0x3014, 0x5B: bracket += 1
    case 0xFF09, 0x29, 0x3011, 0x3015, 0x5D: bracket = max(0, bracket - 1)
    default: break
    }
  }
}
