/// Letters of one alphabet that look like letters of another.
///
/// A word that mixes alphabets so that nobody sees it is written to be missed by a search (Unicode
/// Technical Standard 39, mixed-script confusables). It is compared as what it looks like.
enum LookAlikes {
  /// Alphabets as bits.
  private static let latin: UInt8 = 1
  private static let greek: UInt8 = 2
  private static let cyrillic: UInt8 = 4

  /// The alphabet of a letter that is not folded, as a bit; 0 for others and for no letter.
  @inline(__always)
  static func alphabet(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: cyrillic
    default: 0
    }
  }

  /// Whether the letters of more than one alphabet are among `alphabets`.
  @inline(__always)
  static func isMixed(_ alphabets: UInt8) -> Bool { alphabets & (alphabets &- 1) != 0 }

  /// The letters of one alphabet that the mixed word `scalars`, not folded, looks like, those that
  /// were replaced in small letters; nil if it does not look like a word of one: μg, kΩ, TNFα.
  static func unmixed(_ scalars: ArraySlice<UInt32>) -> [UInt32]? {
    let alphabets = scalars.map { alphabet(of: $0) }
    func count(_ alphabet: UInt8) -> Int { alphabets.count { $0 == alphabet } }
    let (latinCount, greekCount, cyrillicCount) = (count(latin), count(greek), count(cyrillic))
    var targets = cyrillicCount > latinCount ? [cyrillic, latin] : [latin, cyrillic]
    // Greek letters are quantities more often than words: ΔH.
    if greekCount >= 3, greekCount > 2 * (latinCount + cyrillicCount) { targets = [greek] }
    let word = Array(scalars)
    for target in targets where targets.count == 1 || count(target) > 0 {
      if let unmixed = replaced(word, alphabets, by: target) { return unmixed }
    }
    return nil
  }

  private static func replaced(
    _ word: [UInt32], _ alphabets: [UInt8], by target: UInt8
  ) -> [UInt32]? {
    var result = word
    for (index, alphabet) in alphabets.enumerated() where alphabet != 0 && alphabet != target {
      guard let other = letter(like: word, index, in: target) else { return nil }
      result[index] = other
    }
    return result
  }

  /// The letter of `target` that the letter of `word` at `index` looks like.
  private static func letter(like word: [UInt32], _ index: Int, in target: UInt8) -> UInt32? {
    switch target {
    case greek: return greekLetters[word[index]]
    case cyrillic: return cyrillicLetters[word[index]]
    default:
      if let letter = latinLetters[word[index]] { return letter }
      // Small Greek letters are taken for Latin ones only between these.
      let isInside = isSmallLatin(word, index - 1) && isSmallLatin(word, index + 1)
      return isInside ? smallGreekLetters[word[index]] : nil
    }
  }

  private static func isSmallLatin(_ word: [UInt32], _ index: Int) -> Bool {
    word.indices.contains(index) && (0x61...0x7A).contains(word[index])
  }
}

extension LookAlikes {
  /// Cyrillic and capital Greek letters, each with the Latin letter that it looks like.
  private static let latinLetters = table(
    "АaаaВbЕeеeНhКkМmОoоoРpрpСcсcТtУyуyХxхxІiіiЈjјjЅsѕsҮyӀlӏlԚqԛqԜwԝwԁdһhѵvЁëёëЇïїï"
      + "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxοo")
  private static let smallGreekLetters = table("αaγyιiκkνvρpυuχx")
  /// Latin and Greek letters, each with the Cyrillic letter that it looks like.
  private static let cyrillicLetters = table(
    "AаaаBвEеeеHнKкkкMмOоoоPрpрCсcсTтXхxхYуyуIіiіJјjјSѕsѕëёËёïїÏїΟоοоΑаΡрΤтΧх")
  /// Latin and Cyrillic letters, each with the Greek letter that it looks like.
  private static let greekLetters = table(
    "AαBβEεZζHηIιKκMμNνOοoοPρTτYυXχvνАαВβЕεНηКκМμОοоοРρТτХχ")

  /// A table of pairs of letters.
  private static func table(_ pairs: String) -> [UInt32: UInt32] {
    let scalars = pairs.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for index in stride(from: 0, to: scalars.count, by: 2) {
      table[scalars[index]] = scalars[index + 1]
    }
    return table
  }
}
