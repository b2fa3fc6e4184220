/// What a character says for the language of a text.
///
/// A text that was decoded wrongly is made of characters that no language uses often; a right one is
/// not. The mean weight is about .8 in a right text and below .2 in a wrong one.
enum WrittenLanguage: UInt8 {
  case simplifiedChinese = 1
  case traditionalChinese = 2
  case japanese = 4
  case korean = 8
  /// Whichever it is.
  case any = 15

  /// For each character of the Basic Multilingual Plane the languages that it is common in, as bits.
  private static let commonIn: [UInt8] = {
    var commonIn = [UInt8](repeating: 0, count: 0x1_0000)
    let lists: [(WrittenLanguage, String)] = [
      (.simplifiedChinese, CommonCharacters.simplified),
      (.traditionalChinese, CommonCharacters.traditional),
      (.japanese, CommonCharacters.japanese), (.korean, CommonCharacters.korean),
    ]
    for (language, characters) in lists {
      for scalar in characters.unicodeScalars { commonIn[Int(scalar.value)] |= language.rawValue }
    }
    return commonIn
  }()

  /// Whether `scalar` is common in the language.
  @inline(__always)
  func isCommon(_ scalar: UInt32) -> Bool {
    scalar < 0x1_0000 && Self.commonIn[Int(scalar)] & rawValue != 0
  }

  /// From −4 for what stands in no text to 1 for what stands in every one.
  func weight(of scalar: UInt32) -> Double {
    switch scalar {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D: 1
    case 0x00...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFFF0...: -4
    case 0x3001, 0x3002, 0x3008...0x3011, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F: 1
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x00B7, 0x3000, 0x30FB, 0x30FC, 0xFF5E: 1
    case 0x4E00...0x9FFF: weight(ofHan: scalar)
    case 0xAC00...0xD7A3: isCommon(scalar) ? 1 : self == .korean || self == .any ? 0.2 : -0.3
    case 0x3041...0x30FF: self == .japanese || self == .any ? 1 : -0.3
    case 0xFF10...0xFF5D: 0.5
    case 0x00A0...0x24FF where self == .any: 0.6
    default: -0.5
    }
  }

  private func weight(ofHan scalar: UInt32) -> Double {
    if isCommon(scalar) { return 1 }
    // Code pages of the mainland write traditional characters too.
    if self == .simplifiedChinese, WrittenLanguage.traditionalChinese.isCommon(scalar) {
      return 0.6
    }
    return -0.3
  }
}
