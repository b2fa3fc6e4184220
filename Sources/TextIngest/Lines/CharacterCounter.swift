/// Counts characters as Word does (字数).
enum CharacterCounter {
  /// Each CJK character or mark is one; each run of other characters between white space or CJK
  /// characters is one. Marks that both kinds of text share (“ ” … — ·) go with their neighbours.
  static func count(_ text: UTF8Text, _ range: Range<Int>) -> Int {
    var count = 0
    var isInRun = false
    var wasWide = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      // Most of Chinese: three bytes, U+4000 to U+9FFF.
      let byte = text.base[offset]
      if byte &- 0xE4 < 6 {
        count &+= 1
        isInRun = false
        wasWide = true
        offset &+= 3
        continue
      }
      if byte < 0x80 {
        let isCharacter = byte > 0x20
        if isCharacter && !isInRun { count &+= 1 }
        isInRun = isCharacter
        wasWide = false
        offset &+= 1
        continue
      }
      let (scalar, length) = text.decode(offset)
      offset &+= length
      if isWide(scalar)
        || isShared(scalar) && (wasWide || isWide(text, at: offset, before: range.upperBound))
      {
        count &+= 1
        isInRun = false
        wasWide = true
      } else {
        wasWide = false
        if isSpace(scalar) {
          isInRun = false
        } else if !isInRun {
          count &+= 1
          isInRun = true
        }
      }
    }
    return count
  }

  /// Whether `scalar` is a character or mark of Chinese, Japanese or Korean, which takes two columns.
  @inline(__always)
  static func isWide(_ scalar: UInt32) -> Bool {
    if scalar < 0x1100 { return false }
    switch scalar {
    case 0x4E00...0x9FFF, 0x3001...0x4DFF, 0xAC00...0xD7A3, 0xFF01...0xFFEF: return true
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0xF900...0xFAFF, 0xFE30...0xFE4F: return true
    case 0x2_0000...0x3_FFFF: return true
    default: return false
    }
  }

  private static func isWide(_ text: UTF8Text, at offset: Int, before end: Int) -> Bool {
    offset < end && isWide(text.decode(offset).scalar)
  }

  @inline(__always)
  private static func isShared(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7, 0xD7: true
    default: false
    }
  }

  @inline(__always)
  private static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar <= 0x20 { return true }
    if scalar < 0x80 { return false }
    let characterClass = CharacterTable.shared.characterClass(scalar)
    return characterClass == .space || characterClass == .lineBreak || characterClass == .ignorable
  }
}
