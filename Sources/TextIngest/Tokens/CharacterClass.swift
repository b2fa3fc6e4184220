/// What a character is to the tokeniser.
enum CharacterClass: UInt8 {
  /// A symbol that is no token and no mark: + = ★ and what Unicode has not assigned.
  case other
  case space
  case lineBreak
  /// Soft hyphens, zero-width and bidirectional controls, variation selectors: as if not there.
  case ignorable

  case han
  /// A Han character that writes a number: 一 十 百 万 〇 两 壹.
  case hanNumeral
  /// 某, the written blank.
  case hanBlank
  case kana
  case hangul
  /// Thai, Lao, Khmer and Burmese.
  case thai

  case letter
  case digit
  case combiningMark
  /// × ○ □ and their like, which stand for something left out.
  case blankMark

  case sentenceEnd
  case clauseMark
  case openingMark
  case closingMark
  case openingTitle
  case closingTitle
  /// ASCII characters whose meaning depends on their neighbours: . , - ' " * _ and so on.
  case contextual
}

extension CharacterClass {
  /// Whether a character of the class is a token by itself.
  @inline(__always)
  var isSingleCharacterToken: Bool {
    rawValue >= CharacterClass.han.rawValue && rawValue <= CharacterClass.thai.rawValue
  }

  /// Whether a character of the class is an ideograph, whatever else it may mean.
  @inline(__always)
  var isHan: Bool {
    rawValue >= CharacterClass.han.rawValue && rawValue <= CharacterClass.hanBlank.rawValue
  }

  /// Whether a character of the class ends or parts sentences or encloses text.
  @inline(__always)
  var isMark: Bool {
    rawValue >= CharacterClass.sentenceEnd.rawValue
      && rawValue <= CharacterClass.closingTitle.rawValue
  }
}
