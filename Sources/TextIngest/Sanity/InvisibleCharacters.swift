/// Counts the characters of a text that take no room.
struct InvisibleCharacters {
  private(set) var zeroWidth = 0
  private(set) var directional = 0
  /// Those that stand between two letters, where no word processor puts them.
  private(set) var hidden = PlaceCount()
  private var hiddenDirectional = PlaceCount()
  private var isRightToLeft = false

  /// Counts those in `range` of `text`. O(bytes of the range).
  init(_ text: UTF8Text, _ range: Range<Int>) {
    var before: UInt32 = 0x20
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.decode(offset)
      if InvisibleCharacters.isSuspect(scalar) {
        offset = addRun(text, offset..<range.upperBound, after: before)
      } else {
        before = scalar
        isRightToLeft = isRightToLeft || InvisibleCharacters.isRightToLeft(scalar)
        offset += length
      }
    }
    if isRightToLeft { directional = 0 } else { hidden.add(hiddenDirectional) }
  }

  /// Counts the run at the start of `range`; the offset after it.
  private mutating func addRun(
    _ text: UTF8Text, _ range: Range<Int>, after before: UInt32
  ) -> Int {
    var end = range.lowerBound
    var next: UInt32 = 0x20
    while end < range.upperBound {
      let (scalar, length) = text.decode(end)
      next = scalar
      guard InvisibleCharacters.isSuspect(scalar) else { break }
      end += length
      next = 0x20
    }
    var offset = range.lowerBound
    while offset < end {
      let (scalar, length) = text.decode(offset)
      add(scalar, offset, between: before, and: next)
      offset += length
    }
    return end
  }

  private mutating func add(
    _ scalar: UInt32, _ offset: Int, between before: UInt32, and after: UInt32
  ) {
    let joinsLetters = InvisibleCharacters.isLetter(before) && InvisibleCharacters.isLetter(after)
    if InvisibleCharacters.isDirectional(scalar) {
      directional += 1
      let isOverride = scalar == 0x202D || scalar == 0x202E
      if joinsLetters || isOverride { hiddenDirectional.add(at: offset) }
      return
    }
    switch scalar {
    // A mark at the start says that the file is UTF-8.
    case 0xFEFF where offset == 0: return
    // Joiners mean something in scripts that join, and between emoji; soft hyphens in words.
    case 0x200C, 0x200D: if !joinsLetters { return }
    case 0xAD:
      if !(InvisibleCharacters.isEastAsian(before) && InvisibleCharacters.isEastAsian(after)) {
        return
      }
    default: break
    }
    zeroWidth += 1
    if joinsLetters { hidden.add(at: offset) }
  }
}

extension InvisibleCharacters {
  /// Whether `scalar` takes no room and may be out of place.
  static func isSuspect(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE_0000...0xE_007F:
      true
    default: false
    }
  }

  private static func isDirectional(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether `scalar` is a letter or a digit of a script whose letters do not join.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: true
    default: isEastAsian(scalar)
    }
  }

  private static func isEastAsian(_ scalar: UInt32) -> Bool {
    let characterClass = CharacterTable.shared.characterClass(scalar)
    return characterClass.isHan || characterClass == .kana || characterClass == .hangul
  }

  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF:
      true
    default: false
    }
  }
}
