/// Characters of symbol fonts, which Word writes as code and font.
enum WordSymbol {
  /// The character, or nil if the font gives the code a meaning that is not known.
  ///
  /// - Parameters:
  ///   - code: hexadecimal.
  ///   - font: the name of the font.
  static func text(code: String?, font: String?) -> String? {
    guard let code, let value = UInt32(code, radix: 16) else { return nil }
    // Symbol fonts are moved into the private use area, or not, by the same amount.
    let isPrivate = (0xF000...0xF0FF).contains(value)
    guard let table = tables[font?.lowercased() ?? ""] else {
      return isPrivate ? nil : Unicode.Scalar(value).map { String($0) }
    }
    return table[isPrivate ? value - 0xF000 : value].map { String($0) }
  }

  private static let tables: [String: [UInt32: Character]] = [
    "symbol": greek, "wingdings": wingdings, "wingdings 2": wingdings2,
  ]

  private static let greek: [UInt32: Character] = {
    var table: [UInt32: Character] = [
      0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞",
      0xB0: "°", 0xB7: "•", 0xAE: "→", 0xAC: "←", 0xE5: "∑", 0xD6: "√",
    ]
    let large = zip(UInt32(0x41)..., "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
    let small = zip(UInt32(0x61)..., "αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
    for (code, letter) in Array(large) + Array(small) { table[code] = letter }
    for code in UInt32(0x20)..<0x40 where !"\"$'*".unicodeScalars.contains(Unicode.Scalar(code)!) {
      table[code] = Character(Unicode.Scalar(code)!)
    }
    return table
  }()

  private static let wingdings: [UInt32: Character] = [
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0xA8: "□", 0xFE: "☑", 0xFD: "☒", 0xFC: "✔", 0xFB: "✘",
    0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x75: "◆", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0x4A: "☺",
  ]

  private static let wingdings2: [UInt32: Character] = [
    0x52: "☑", 0x50: "✓", 0x51: "☒", 0x4F: "✗", 0xA3: "□", 0x2A: "□",
  ]
}
