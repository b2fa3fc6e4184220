/// What of a line could not have been parted from its first character: a word up to the next
/// space; in unspaced scripts one character with the marks that may not begin or end a line.
struct FirstWord {
  private(set) var columns = 0
  /// The word belongs to a script with spaces between words.
  private(set) var isSpaced = true

  /// Longer words are broken.
  private static let limit = 40

  init(_ line: Line, _ text: UTF8Text) {
    let table = CharacterTable.shared
    var offset = line.start
    var hasCharacter = false
    while offset < line.end, columns < FirstWord.limit {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      if characterClass == .space { return }
      let isOpening = characterClass == .openingMark || characterClass == .openingTitle
      let isFullWidth = characterClass.isHan || characterClass == .kana || characterClass == .thai
      if hasCharacter, isFullWidth || isOpening, !FirstWord.isSmallKana(scalar) { return }
      if isFullWidth { isSpaced = false }
      // After a character of an unspaced script go only the marks that may not begin a line.
      if hasCharacter, !isSpaced, !characterClass.isMark, characterClass != .combiningMark,
        characterClass != .contextual, !FirstWord.isSmallKana(scalar)
      {
        return
      }
      if !isOpening { hasCharacter = true }
      columns += FirstWord.width(scalar, characterClass)
      offset += length
    }
  }

  private static func width(_ scalar: UInt32, _ characterClass: CharacterClass) -> Int {
    if characterClass == .combiningMark { return 0 }
    return CharacterCounter.isWide(scalar) ? 2 : 1
  }

  /// ぁ ゃ っ ー 々 and others that no line begins with.
  private static func isSmallKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: true
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE: true
    case 0x30FC, 0x3005: true
    default: false
    }
  }
}

extension Line {
  /// Columns of the mark at the end that may hang over the edge.
  func hangingColumns(_ text: UTF8Text) -> Int {
    endsInMark(text) && CharacterCounter.isWide(text.decode(text.previous(end)).scalar) ? 2 : 0
  }

  /// Whether the line ends with a mark that parts clauses or closes something.
  func endsInMark(_ text: UTF8Text) -> Bool {
    switch CharacterTable.shared.characterClass(text.decode(text.previous(end)).scalar) {
    case .sentenceEnd, .clauseMark, .closingMark, .closingTitle: true
    default: lastScalar == 0x2C || lastScalar == 0x2E
    }
  }
}
