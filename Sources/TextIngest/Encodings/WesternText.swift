/// Tells text of western Europe in windows-1252.
///
/// Any byte is a character there, so its neighbours must speak for it: an accented letter stands
/// beside other letters, a sign beside a space or a figure.
enum WesternText {
  /// The mean weight of the bytes above 0x7F, from −1 to 1.
  static func score(_ sample: [UInt8]) -> Double {
    var count = 0
    var sum = 0.0
    for index in sample.indices where sample[index] >= 0x80 {
      count += 1
      sum += weight(
        of: sample[index], after: index > 0 ? sample[index - 1] : 0x20,
        before: index + 1 < sample.count ? sample[index + 1] : 0x20)
    }
    return count == 0 ? -.infinity : sum / Double(count)
  }

  private static func weight(of byte: UInt8, after: UInt8, before: UInt8) -> Double {
    let standsByLetter = isLetter(after) || isLetter(before)
    if letters.contains(byte) { return standsByLetter ? 1 : -0.5 }
    if signs.contains(byte) { return after < 0x80 || before < 0x80 ? 0.8 : -0.3 }
    return -1
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// à â ä á ã å ç é è ê ë í î ï ì ñ ó ô ö ò õ ø ú ù û ü ß æ œ, small and capital.
  private static let letters: Set<UInt8> = [
    0xE0, 0xE2, 0xE4, 0xE1, 0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xED, 0xEE, 0xEF, 0xEC, 0xF1,
    0xF3, 0xF4, 0xF6, 0xF2, 0xF5, 0xF8, 0xFA, 0xF9, 0xFB, 0xFC, 0xDF, 0xE6, 0x9C, 0xC0, 0xC2, 0xC4,
    0xC1, 0xC3, 0xC5, 0xC7, 0xC9, 0xC8, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xD1, 0xD3, 0xD4, 0xD6, 0xD8,
    0xDA, 0xD9, 0xDB, 0xDC, 0xC6, 0x8C,
  ]

  /// Quotation marks, dashes, … « » ° § € £ © ® ™ • · × ½ ² º ª ¿ ¡ ± and the no-break space.
  private static let signs: Set<UInt8> = [
    0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0xAB, 0xBB, 0xB0, 0xA7, 0x80, 0xA3, 0xA9, 0xAE, 0x99,
    0x95, 0xB7, 0xD7, 0xBD, 0xB2, 0xBA, 0xAA, 0xBF, 0xA1, 0xB1, 0xA0,
  ]
}
