/// Finds the inline markup of one Markdown block: emphasis, code marks, links, images, tags, comments.
struct MarkdownInlines {
  private let text: UTF8Text
  private(set) var hidden: [Range<Int>] = []
  /// The comments that speak to the program; none in code.
  private(set) var directives: [Directive] = []
  /// Where the code that was begun last ends.
  private var codeEnd = 0
  /// The last delimiter that may open emphasis, for each character and length: a closing one takes
  /// the nearest.
  private var openers: [Int: Range<Int>] = [:]

  /// What the end of something is looked for by.
  private enum Mark: Hashable {
    case byte(UInt8)
    /// A run of so many backticks.
    case backticks(Int)
    /// `-->`
    case commentEnd
  }

  /// For a mark where it was looked for last, and where it was found or the line ended.
  private var nextPositions: [Mark: (origin: Int, found: Int)] = [:]

  /// The markup in `ranges`, the lines of one block.
  static func read(_ text: UTF8Text, _ ranges: [Range<Int>]) -> MarkdownInlines {
    var inlines = MarkdownInlines(text: text)
    for range in ranges {
      var offset = range.lowerBound
      while offset < range.upperBound { offset = inlines.read(offset, range) }
    }
    return inlines
  }

  private init(text: UTF8Text) { self.text = text }

  private mutating func read(_ offset: Int, _ line: Range<Int>) -> Int {
    switch text.base[offset] {
    case 0x5C: return readEscape(offset, line)
    case 0x2A, 0x5F: return readDelimiter(offset, line)
    case 0x60: return readCodeMark(offset, line)
    case 0x21:
      let isImage = offset + 1 < line.upperBound && text.base[offset + 1] == 0x5B
      return isImage ? hide(offset..<(offset + 1)) : offset + 1
    case 0x5B: return readBracket(offset, line)
    case 0x5D: return readLinkTarget(offset, line)
    case 0x3C: return readTag(offset, line)
    default: return offset + text.decode(offset).length
    }
  }

  private mutating func hide(_ range: Range<Int>) -> Int {
    hidden.append(range)
    return range.upperBound
  }

  private func runEnd(_ start: Int, _ line: Range<Int>) -> Int {
    var offset = start
    while offset < line.upperBound, text.base[offset] == text.base[start] { offset += 1 }
    return offset
  }

  /// Backticks; what stands between two runs of as many is code.
  private mutating func readCodeMark(_ offset: Int, _ line: Range<Int>) -> Int {
    let end = runEnd(offset, line)
    if offset >= codeEnd {
      let count = end - offset
      if let close = find(.backticks(count), from: end, line, limit: 10_000) {
        codeEnd = close + count
      }
    }
    return hide(offset..<end)
  }

  /// A backslash before punctuation; what is escaped is text.
  private mutating func readEscape(_ offset: Int, _ line: Range<Int>) -> Int {
    let next = offset + 1
    guard next < line.upperBound else { return next }
    switch text.base[next] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
      _ = hide(offset..<next)
      return next + 1
    default: return next
    }
  }
}

extension MarkdownInlines {
  /// Asterisks or underscores around text are emphasis and hidden in pairs; others are left to the
  /// tokeniser, which takes them for a blank.
  private mutating func readDelimiter(_ start: Int, _ line: Range<Int>) -> Int {
    let end = runEnd(start, line)
    let run = start..<end
    guard run.count <= 3 else { return end }
    let before = start > line.lowerBound ? text.decode(text.previous(start)).scalar : 0x20
    let after = end < line.upperBound ? text.decode(end).scalar : 0x20
    let isOpening = flanks(after, outer: before) && mayStandInside(start, before)
    let isClosing = flanks(before, outer: after) && mayStandInside(start, after)
    let key = Int(text.base[start]) * 4 + run.count
    if isClosing, let opener = openers[key], opener.upperBound < start {
      hidden.append(opener)
      hidden.append(run)
      openers[key] = nil
    } else if isOpening {
      openers[key] = run
    }
    return end
  }

  /// CommonMark's flanking: text on the inner side; beside punctuation the outer side is no word.
  private func flanks(_ inner: UInt32, outer: UInt32) -> Bool {
    let table = CharacterTable.shared
    let innerClass = table.characterClass(inner)
    if innerClass == .space || innerClass == .lineBreak { return false }
    let outerClass = table.characterClass(outer)
    let isInnerPunctuation = innerClass.isMark || innerClass == .contextual
    return !isInnerPunctuation || outerClass.isMark || outerClass == .contextual
      || outerClass == .space || outerClass == .lineBreak || outerClass.isHan
  }

  /// Underscores inside a word are none of emphasis.
  private func mayStandInside(_ start: Int, _ outer: UInt32) -> Bool {
    guard text.base[start] == 0x5F else { return true }
    let outerClass = CharacterTable.shared.characterClass(outer)
    return outerClass != .letter && outerClass != .digit
  }

  /// `[^1]` is a reference to a footnote; other brackets show their text.
  private mutating func readBracket(_ offset: Int, _ line: Range<Int>) -> Int {
    guard offset + 1 < line.upperBound, text.base[offset + 1] == 0x5E,
      let close = find(.byte(0x5D), from: offset + 1, line, limit: 64)
    else {
      guard isLink(offset, line) else { return offset + 1 }
      return hide(offset..<(offset + 1))
    }
    return hide(offset..<(close + 1))
  }

  /// Whether the bracket closes before a target, within 1,000 bytes.
  private mutating func isLink(_ offset: Int, _ line: Range<Int>) -> Bool {
    guard let close = find(.byte(0x5D), from: offset + 1, line, limit: 1_000) else { return false }
    return close + 1 < line.upperBound
      && (text.base[close + 1] == 0x28 || text.base[close + 1] == 0x5B)
  }

  /// `](target "title")` or `][label]`
  private mutating func readLinkTarget(_ offset: Int, _ line: Range<Int>) -> Int {
    guard offset + 1 < line.upperBound else { return offset + 1 }
    let closing: UInt8
    switch text.base[offset + 1] {
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    default: return offset + 1
    }
    guard let close = find(.byte(closing), from: offset + 2, line, limit: 2_000) else {
      return offset + 1
    }
    return hide(offset..<(close + 1))
  }

  /// `<b>`, `</b>`, `<!-- -->`, and the brackets of `<https://…>`.
  private mutating func readTag(_ offset: Int, _ line: Range<Int>) -> Int {
    guard offset + 1 < line.upperBound else { return offset + 1 }
    if text.base[offset + 1] == 0x21, let end = readComment(offset, line) { return end }
    guard let close = find(.byte(0x3E), from: offset + 1, line, limit: 2_000) else {
      return offset + 1
    }
    let first = text.base[offset + 1]
    let isTag = (first | 0x20) &- 0x61 < 26 || first == 0x2F || first == 0x21
    guard isTag else { return offset + 1 }
    if find(.byte(0x3A), from: offset + 1, line, limit: 8) != nil, first != 0x2F, first != 0x21 {
      hidden.append(offset..<(offset + 1))
      hidden.append(close..<(close + 1))
      return close + 1
    }
    return hide(offset..<(close + 1))
  }

  /// The offset after the comment at `offset`; nil where none begins, or it does not end on the line.
  private mutating func readComment(_ offset: Int, _ line: Range<Int>) -> Int? {
    let start = offset + 4
    guard start <= line.upperBound, text.base[offset + 2] == 0x2D, text.base[offset + 3] == 0x2D,
      let close = find(.commentEnd, from: start, line, limit: 10_000)
    else { return nil }
    if offset >= codeEnd,
      let directive = Directive(comment: text.string(start..<close), range: offset..<close + 3)
    {
      directives.append(directive)
    }
    return hide(offset..<close + 3)
  }

  /// The next `mark` from `start` on, at most `limit` bytes away.
  ///
  /// What was found is remembered, so that a thousand brackets are not each searched from again.
  private mutating func find(
    _ mark: Mark, from start: Int, _ line: Range<Int>, limit: Int
  ) -> Int? {
    if let known = nextPositions[mark], known.origin <= start, start <= known.found {
      return known.found < line.upperBound && known.found - start < limit ? known.found : nil
    }
    var offset = start
    while offset < line.upperBound, !stands(mark, at: offset, line) { offset += 1 }
    nextPositions[mark] = (start, offset)
    return offset < line.upperBound && offset - start < limit ? offset : nil
  }

  private func stands(_ mark: Mark, at offset: Int, _ line: Range<Int>) -> Bool {
    switch mark {
    case .byte(let byte): return text.base[offset] == byte
    case .backticks(let count):
      return text.base[offset] == 0x60 && text.base[offset - 1] != 0x60
        && runEnd(offset, line) == offset + count
    case .commentEnd:
      return offset + 3 <= line.upperBound && text.base[offset] == 0x2D
        && text.base[offset + 1] == 0x2D && text.base[offset + 2] == 0x3E
    }
  }
}
