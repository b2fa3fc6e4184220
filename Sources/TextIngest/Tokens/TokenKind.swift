/// What a token is to a reader; a slot's kind says what fills it.
package enum TokenKind: String, Sendable, Hashable, CaseIterable {
  case han, kana, hangul, thai, lao, khmer, burmese, word
  case number, blank, date, email, url, documentNumber
}

extension IngestedFile {
  /// The kind of the token at `index`. O(length of the token).
  package func kind(ofToken index: Int) -> TokenKind {
    let value = tokens.values[index]
    if value == TokenValue.slot {
      return TokenKind(slot: content[Int(tokens.starts[index])..<Int(tokens.ends[index])])
    }
    if value >= TokenValue.firstWord {
      let word = words.words[Int(value - TokenValue.firstWord)]
      return TokenKind(scalar: word.unicodeScalars.first?.value ?? 0)
    }
    return TokenKind(scalar: value)
  }

  /// The folded text of the token at `index`; `{slot}` for every slot. Two tokens are equal exactly
  /// when their texts are.
  package func text(ofToken index: Int) -> String {
    let value = tokens.values[index]
    if value == TokenValue.slot { return "{slot}" }
    if value >= TokenValue.firstWord { return words.words[Int(value - TokenValue.firstWord)] }
    return Unicode.Scalar(value).map(String.init) ?? ""
  }
}

extension TokenKind {
  /// The kind of a token that begins with the folded `scalar`.
  package init(scalar: UInt32) {
    self =
      switch CharacterTable.shared.characterClass(scalar) {
      case .han, .hanNumeral, .hanBlank: .han
      case .kana: .kana
      case .hangul: .hangul
      case .thai: TokenKind(unspaced: scalar)
      default: .word
      }
  }

  private init(unspaced scalar: UInt32) {
    self =
      switch scalar {
      case 0x0E01...0x0E7F: .thai
      case 0x0E80...0x0EFF: .lao
      case 0x1780...0x17FF: .khmer
      default: .burmese
      }
  }

  /// The kind of a slot by the bytes that fill it.
  package init(slot bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = text.unicodeScalars.map { CharacterTable.shared.fold($0.value) ?? $0.value }
    if scalars.contains(0x40) {
      self = .email
    } else if TokenKind.isURL(scalars) {
      self = .url
    } else if TokenKind.isBracketedNumber(scalars) {
      self = .documentNumber
    } else if !TokenKind.isFilled(scalars) {
      self = .blank
    } else {
      self = TokenKind.isDate(scalars) ? .date : .number
    }
  }

  private static func isURL(_ scalars: [UInt32]) -> Bool {
    guard let first = scalars.first, (0x61...0x7A).contains(first) else { return false }
    return scalars.contains(0x2F) || scalars.starts(with: "www.".unicodeScalars.map(\.value))
  }

  private static func isBracketedNumber(_ scalars: [UInt32]) -> Bool {
    guard let first = scalars.first else { return false }
    let isOpening = CharacterTable.shared.characterClass(first) == .openingMark
    return isOpening
      && scalars.dropFirst().dropLast().contains {
        let characterClass = CharacterTable.shared.characterClass($0)
        return characterClass != .space && characterClass != .lineBreak
          && characterClass != .closingMark
      }
  }

  /// Whether a slot names its value: all digits or numerals, nothing left out. 〇〇 alone is a blank.
  private static func isFilled(_ scalars: [UInt32]) -> Bool {
    var hasValue = false
    for scalar in scalars {
      switch CharacterTable.shared.characterClass(scalar) {
      case .digit: hasValue = true
      case .hanNumeral: hasValue = hasValue || scalar != 0x3007
      case .blankMark, .hanBlank, .letter: return false
      default: if scalar == 0x2A || scalar == 0x5F { return false }
      }
    }
    return hasValue
  }

  /// Three numbers of which the first or the last has four digits: 2023-05-01, 1.5.2023.
  private static func isDate(_ scalars: [UInt32]) -> Bool {
    let groups = scalars.split(omittingEmptySubsequences: false) {
      $0 == 0x2D || $0 == 0x2E || $0 == 0x2F
    }
    guard groups.count == 3, groups.allSatisfy({ (1...4).contains($0.count) }) else {
      return false
    }
    let isNumeric = groups.joined().allSatisfy { (0x30...0x39).contains($0) }
    return isNumeric && groups[1].count <= 2 && (groups[0].count == 4) != (groups[2].count == 4)
  }
}
