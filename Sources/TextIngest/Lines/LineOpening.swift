/// What a line begins with: whether it can only be the first of a paragraph, heading or list item.
enum LineOpening {
  /// Whether the line at `range` begins as a chapter, article, numbered heading or list item does.
  ///
  /// 第一章, 第三条, 一、, （二）, 1., 2), (3), ①, •, ——, Chapter 1. A number in the text (12.5 亿) is none.
  ///
  /// - Parameter isInSentence: whether a sentence goes on there as far as marks and widths tell: then
  ///   第三条 and section 2 may be words of it, unless white space or a capital says otherwise.
  static func startsBlock(
    _ text: UTF8Text, _ range: Range<Int>, inSentence isInSentence: Bool = false
  ) -> Bool {
    var head = Head(text, range)
    guard let first = head.current else { return false }
    switch first {
    case 0x7B2C: return head.isChapter() && (!isInSentence || head.isAfterNumber)
    case 0x28, 0xFF08: return head.isBracketedNumber()
    case 0x2460...0x24FF, 0x2776...0x2793, 0x3220...0x3229: return true
    case 0x2022, 0x25A0, 0x25AA, 0x25B6, 0x25BA, 0x25C6, 0x25C7, 0x25CF, 0xF06C, 0x2605: return true
    case 0x2014, 0x2015: return head.advanced()?.current == first
    case 0x2D, 0x2A, 0x2B, 0x3E, 0xB7: return head.advanced()?.isSpace ?? false
    case 0x61...0x7A where isInSentence: return head.isLettered()
    default: return head.isNumbered() || head.isLettered() || head.isLatinChapter()
    }
  }

  /// How the line at `range` is numbered as headings are; nil if it is not.
  static func headingNumber(_ text: UTF8Text, _ range: Range<Int>) -> HeadingNumber? {
    var head = Head(text, range)
    guard let first = head.current else { return nil }
    switch first {
    case 0x7B2C: return head.chapterKind()
    case 0x28, 0xFF08:
      head.advance()
      let isDigit = head.characterClass == .digit
      var bracket = Head(text, range)
      guard bracket.isBracketedNumber() else { return nil }
      return isDigit ? .bracketedNumber : .bracketedNumeral
    case 0x2460...0x24FF, 0x2776...0x2793, 0x3220...0x3229: return .circledNumber
    default: return head.plainNumberKind()
    }
  }

  /// Whether the line at `range` begins with a date: 2018年9月17日, 二〇二三年一月五日.
  static func isDate(_ text: UTF8Text, _ range: Range<Int>) -> Bool {
    var head = Head(text, range)
    for unit in [0x5E74, 0x6708, 0x65E5] as [UInt32] {  // 年 月 日
      while head.isSpace { head.advance() }
      guard head.skipNumber() else { return false }
      while head.isSpace { head.advance() }
      guard head.current == unit else { return false }
      head.advance()
    }
    return true
  }

  /// The offset after the numbering that the line at `range` begins with; its start without one.
  static func afterNumbering(_ text: UTF8Text, _ range: Range<Int>) -> Int {
    var head = Head(text, range)
    let isBracketed = head.current == 0x28 || head.current == 0xFF08
    guard isBracketed ? head.isBracketedNumber() : head.isNumbered() else {
      return range.lowerBound
    }
    while head.isSpace { head.advance() }
    return head.offset
  }

  /// Whether the line begins as a chapter, article or section of one document does: 第一章, 一、,
  /// （一）, Chapter 1.
  static func startsSection(_ text: UTF8Text, _ range: Range<Int>) -> Bool {
    var head = Head(text, range)
    switch head.current {
    case 0x7B2C: return head.isChapter()
    case 0x28, 0xFF08: return head.isBracketedNumber()
    default:
      let isHanNumeral = head.characterClass == .hanNumeral
      return isHanNumeral && head.isNumbered() || head.isLatinChapter()
    }
  }
}

/// A cursor over the first characters of a line.
private struct Head {
  private let text: UTF8Text
  private let end: Int
  private(set) var offset: Int

  init(_ text: UTF8Text, _ range: Range<Int>) {
    self.text = text
    offset = range.lowerBound
    end = range.upperBound
  }

  var current: UInt32? { offset < end ? text.decode(offset).scalar : nil }
  var characterClass: CharacterClass {
    current.map(CharacterTable.shared.characterClass) ?? .lineBreak
  }
  var isSpace: Bool { characterClass == .space }

  mutating func advance() { offset += text.decode(offset).length }

  func advanced() -> Head? {
    guard offset < end else { return nil }
    var next = self
    next.advance()
    return next
  }

  /// Passes a number of at most `digits` digits or eight Han numerals; false if there is none.
  mutating func skipNumber(digits: Int = 8) -> Bool {
    let kind = characterClass
    guard kind == .digit || kind == .hanNumeral else { return false }
    for _ in 0..<(kind == .digit ? digits : 8) where characterClass == kind { advance() }
    return characterClass != kind
  }

  /// 第, a number, 章 节 条 编 部 篇 款 or the like.
  mutating func isChapter() -> Bool {
    advance()
    while isSpace { advance() }
    guard skipNumber() else { return false }
    while isSpace { advance() }
    switch current {
    case 0x7AE0, 0x8282, 0x6761, 0x7F16, 0x90E8, 0x7BC7, 0x6B3E, 0x9879, 0x7BC0, 0x689D: return true
    default: return false
    }
  }

  /// Whether white space or the end of the line follows the 条 or 章 that stands here.
  var isAfterNumber: Bool {
    let next = advanced()
    return next?.current == nil || next?.isSpace == true
  }

  /// The kind of 第, a number and 编 部 篇 卷 章 节.
  mutating func chapterKind() -> HeadingNumber? {
    advance()
    while isSpace { advance() }
    guard skipNumber() else { return nil }
    while isSpace { advance() }
    switch current {
    case 0x7F16, 0x7DE8, 0x90E8, 0x7BC7, 0x5377: return .part
    case 0x7AE0: return .chapter
    case 0x8282, 0x7BC0: return .section
    default: return nil
    }
  }

  /// The kind of 一、 1. 1.1 1) IV. Chapter 1.
  mutating func plainNumberKind() -> HeadingNumber? {
    if characterClass == .hanNumeral { return isNumbered() ? .numeral : nil }
    if characterClass == .digit { return decimalKind() }
    guard let first = current, first < 0x80, characterClass == .letter else { return nil }
    if isLatinChapter() {
      switch first | 0x20 {
      case 0x70: return .part
      case 0x63: return .chapter
      default: return .section
      }
    }
    return isRoman() ? .numeral : nil
  }

  /// 1. 1、 1) 1.1 1.1.1; a decimal number has no space after it.
  private mutating func decimalKind() -> HeadingNumber? {
    var depth = 0
    while skipNumber(digits: 3) {
      depth += 1
      guard current == 0x2E || current == 0xFF0E, advanced()?.characterClass == .digit else {
        break
      }
      advance()
    }
    if depth > 1 {
      if current == 0x2E { advance() }
      return isSpace ? (depth == 2 ? .secondNumber : .thirdNumber) : nil
    }
    switch current {
    case 0x29, 0xFF09: return depth == 1 ? .bracketedNumber : nil
    case 0x3001, 0xFF0E, 0x2E: return depth == 1 ? .number : nil
    default: return nil
    }
  }

  /// I. to XXXIX. and white space.
  private func isRoman() -> Bool {
    var head = self
    var count = 0
    while let scalar = head.current, [0x49, 0x56, 0x58].contains(scalar), count < 7 {
      head.advance()
      count += 1
    }
    return count > 0 && head.current == 0x2E && head.advanced()?.isSpace == true
  }

  /// A number or one letter in brackets.
  mutating func isBracketedNumber() -> Bool {
    advance()
    if characterClass == .letter { advance() } else if !skipNumber() { return false }
    guard current == 0x29 || current == 0xFF09 else { return false }
    advance()
    return true
  }

  /// A number and one of 、．.)） that is not followed by a digit. Four digits are a year.
  mutating func isNumbered() -> Bool {
    guard skipNumber(digits: 3) else { return false }
    switch current {
    case 0x3001, 0xFF0E, 0x2E, 0x29, 0xFF09:
      advance()
      return characterClass != .digit
    default: return false
    }
  }

  /// One ASCII letter, . or ), and white space.
  func isLettered() -> Bool {
    guard let first = current, first < 0x80, characterClass == .letter,
      let mark = advanced(), mark.current == 0x2E || mark.current == 0x29
    else { return false }
    return mark.advanced()?.isSpace ?? false
  }

  /// Chapter, Section, Part, Article and a number.
  func isLatinChapter() -> Bool {
    guard let first = current, first < 0x80, [0x63, 0x73, 0x70, 0x61].contains(first | 0x20) else {
      return false
    }
    for word in ["chapter ", "section ", "part ", "article ", "appendix "] {
      var head = self
      let matches = word.unicodeScalars.allSatisfy { letter in
        guard let scalar = head.current, scalar | 0x20 == letter.value | 0x20 else { return false }
        head.advance()
        return true
      }
      if matches { return head.characterClass == .digit || head.characterClass == .letter }
    }
    return false
  }
}
