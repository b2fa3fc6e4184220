/// What a character says of how a text was decoded.
struct SanityClass: OptionSet {
  let rawValue: UInt8

  /// A Han, kana or hangul character or a mark of such text.
  static let eastAsian = SanityClass(rawValue: 1 << 0)
  /// One that its language uses often.
  static let common = SanityClass(rawValue: 1 << 1)
  /// U+FFFD, a private character or a control character: no text is meant to hold it.
  static let alien = SanityClass(rawValue: 1 << 2)
  /// What windows-1252 makes of a byte above 0x7F.
  static let western = SanityClass(rawValue: 1 << 3)
  /// What GB18030 makes of the start of a common character in UTF-8: 锛 of ，, 銆 of 。, 鈥 of “.
  static let telltaleGB18030 = SanityClass(rawValue: 1 << 4)
  /// The same for Shift_JIS: 縺 繧 繝 of kana, 縲 of 。, 窶 of “.
  static let telltaleShiftJIS = SanityClass(rawValue: 1 << 5)

  /// One that takes no room.
  static let invisible = SanityClass(rawValue: 1 << 6)

  /// The class of a character outside the Basic Multilingual Plane.
  static func supplementary(_ scalar: UInt32) -> SanityClass {
    (0xE_0000...0xE_007F).contains(scalar) ? .invisible : []
  }

  /// The class of each character of the Basic Multilingual Plane.
  static let table: [SanityClass] = {
    var table = [SanityClass](repeating: [], count: 0x1_0000)
    for range in [0x3000...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9F] {
      for scalar in range { table[scalar] = .eastAsian }
    }
    for scalar in 0x80...0xFFFF where WrittenLanguage.any.weight(of: UInt32(scalar)) == 1 {
      table[scalar].insert(.common)
    }
    for range in [0x80...0x9F, 0xE000...0xF8FF, 0xFFFD...0xFFFD] {
      for scalar in range { table[scalar] = .alien }
    }
    for scalar in 0x80...0xFF { table[scalar].insert(.western) }
    CharacterRows.forEach(in: SingleByteSets.rows["windows-1252"] ?? "") { _, scalar, _ in
      table[Int(scalar)].insert(.western)
    }
    for scalar in 0x80...0xFFFF where InvisibleCharacters.isSuspect(UInt32(scalar)) {
      table[scalar] = .invisible
    }
    for scalar in "锛銆鈥".unicodeScalars { table[Int(scalar.value)].insert(.telltaleGB18030) }
    for scalar in "縺繧繝縲窶".unicodeScalars {
      table[Int(scalar.value)].insert(.telltaleShiftJIS)
    }
    return table
  }()
}
