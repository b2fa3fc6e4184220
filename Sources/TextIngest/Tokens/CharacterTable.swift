/// The class and the folded form of every character of the Basic Multilingual Plane, looked up
/// once a character in the inner loops.
///
/// 192 KiB, built once in about a millisecond from ranges, the compatibility table and the
/// standard library's general categories.
final class CharacterTable: @unchecked Sendable {
  static let shared = CharacterTable(foldsScript: false)
  /// The same with traditional and simplified characters compared as equal.
  static let foldingScript = CharacterTable(foldsScript: true)

  /// Whether Han characters fold to others of their plane.
  let foldsScript: Bool

  /// Indexed by code point up to 0xFFFF.
  let classes: UnsafeMutablePointer<CharacterClass>
  /// Width and case folded, indexed likewise; 0 where a character folds to several.
  let folds: UnsafeMutablePointer<UInt16>
  /// Characters that fold to several scalars, and all folding outside the plane.
  private(set) var expansions: [UInt32: [UInt32]] = [:]

  private init(foldsScript: Bool) {
    self.foldsScript = foldsScript
    classes = .allocate(capacity: 0x1_0000)
    folds = .allocate(capacity: 0x1_0000)
    classes.initialize(repeating: .other, count: 0x1_0000)
    for code in 0..<0x1_0000 { folds[code] = UInt16(code) }
    classifyByCategory()
    classifyScripts()
    foldCompatibility()
    foldWidth()
    classifyListed()
    if foldsScript { foldScript() }
  }

  /// The class of any scalar.
  @inline(__always)
  func characterClass(_ scalar: UInt32) -> CharacterClass {
    scalar < 0x1_0000 ? classes[Int(scalar)] : supplementaryClass(scalar)
  }

  /// The folded scalar; nil where the character folds to several or none.
  @inline(__always)
  func fold(_ scalar: UInt32) -> UInt32? {
    if scalar < 0x1_0000 {
      let folded = UInt32(folds[Int(scalar)])
      return folded == 0 ? nil : folded
    }
    return supplementaryFold(scalar)
  }

  /// Appends the folded form of `scalar` to `scalars`.
  func appendFolded(_ scalar: UInt32, to scalars: inout [UInt32]) {
    if let folded = fold(scalar) {
      scalars.append(folded)
    } else {
      scalars += expansions[scalar] ?? [scalar]
    }
  }
}

extension CharacterTable {
  @inline(never)
  private func supplementaryClass(_ scalar: UInt32) -> CharacterClass {
    if scalar >= 0x2_0000 && scalar < 0x4_0000 { return .han }
    if (0x1_AFF0...0x1_B16F).contains(scalar) { return .kana }
    if (0xE_0000...0xE_0FFF).contains(scalar) { return .ignorable }
    if let folded = expansions[scalar]?.first { return characterClass(folded) }
    return Unicode.Scalar(scalar).map(CharacterTable.classByCategory) ?? .other
  }

  @inline(never)
  private func supplementaryFold(_ scalar: UInt32) -> UInt32? {
    if let expansion = expansions[scalar] { return expansion.count == 1 ? expansion[0] : nil }
    return Unicode.Scalar(scalar).map { lowercase($0) ?? scalar } ?? scalar
  }

  /// The lower-case scalar of `scalar`, if it has one of its own.
  private func lowercase(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.properties.changesWhenLowercased else { return nil }
    // U+0130 İ becomes i with a dot; the dot is dropped, as users expect of folding.
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value
  }

  private static func classByCategory(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      .letter
    case .decimalNumber: .digit
    case .letterNumber: .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .combiningMark
    case .spaceSeparator, .control: .space
    case .lineSeparator, .paragraphSeparator: .lineBreak
    case .format: .ignorable
    case .openPunctuation, .initialPunctuation: .openingMark
    case .closePunctuation, .finalPunctuation: .closingMark
    case .dashPunctuation: .clauseMark
    default: .other
    }
  }

  /// Everything but the large uniform blocks, which would cost most of the time.
  private func classifyByCategory() {
    for range in [0x00...0x33FF, 0xA000...0xABFF, 0xFB00...0xFFFF] {
      for code in range {
        guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
        classes[code] = CharacterTable.classByCategory(scalar)
        guard classes[code] == .letter, let lower = lowercase(scalar) else { continue }
        folds[code] = UInt16(truncatingIfNeeded: lower)
      }
    }
    folds[0x3C2] = 0x3C3  // final sigma
  }

  private func classifyScripts() {
    set(.han, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x4DBF)
    set(.han, 0x4E00...0x9FFF, 0xF900...0xFAFF)
    set(.kana, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF)
    set(.kana, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xFF66...0xFF9D)
    set(.hangul, 0x1100...0x115F, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3)
    set(.hangul, 0xFFA1...0xFFDC)
    // Medial and final jamo attach to the initial one, as combining marks do.
    set(.combiningMark, 0x1160...0x11FF, 0xD7B0...0xD7FB)
    let unspaced = [
      0x0E01...0x0E4F, 0x0E80...0x0EDF, 0x1000...0x109F, 0x1780...0x17DC, 0xA9E0...0xA9FE,
      0xAA60...0xAA7F,
    ]
    for range in unspaced {
      for code in range where classes[code] == .letter { classes[code] = .thai }
    }
  }

  private func set(_ characterClass: CharacterClass, _ ranges: ClosedRange<Int>...) {
    for code in ranges.joined() { classes[code] = characterClass }
  }

  private func foldCompatibility() {
    for row in CompatibilityTable.singles {
      for (offset, target) in row.targets.unicodeScalars.enumerated() where target != " " {
        foldSingle(row.first + UInt32(offset), to: target.value)
      }
    }
    for row in CompatibilityTable.expansions {
      // By scalars: to a string, a space and a mark after it are one character.
      let targets = row.targets.unicodeScalars.split(separator: " ")
      for (offset, targets) in targets.enumerated() where !targets.elementsEqual(["-"]) {
        expand(row.first + UInt32(offset), to: targets.map(\.value))
      }
    }
  }

  private func foldSingle(_ scalar: UInt32, to target: UInt32) {
    guard scalar < 0x1_0000, target < 0x1_0000 else {
      expand(scalar, to: [target])
      return
    }
    folds[Int(scalar)] = folds[Int(target)]
    classes[Int(scalar)] = classes[Int(target)]
  }

  /// A character that folds to several is of the class of the first that is no punctuation: ㈱ is
  /// Han, ½ a digit.
  private func expand(_ scalar: UInt32, to targets: [UInt32]) {
    let kept = targets.filter { target in
      let targetClass = target < 0x1_0000 ? classes[Int(target)] : .han
      return targetClass.isSingleCharacterToken
        || [.letter, .digit, .combiningMark].contains(targetClass)
    }
    guard let first = kept.first else { return }
    expansions[scalar] = kept
    guard scalar < 0x1_0000 else { return }
    folds[Int(scalar)] = kept.count == 1 && first < 0x1_0000 ? UInt16(first) : 0
    classes[Int(scalar)] = first < 0x1_0000 ? classes[Int(first)] : .han
  }

  private func foldScript() {
    ScriptTable.pairs.withUTF8Buffer { bytes in
      guard let base = bytes.baseAddress else { return }
      let text = UTF8Text(base: base, count: bytes.count)
      var offset = 0
      while offset < text.count {
        let (scalar, length) = text.decode(offset)
        let (target, targetLength) = text.decode(offset + length)
        foldSingle(scalar, to: target)
        offset += length + targetLength
      }
    }
    foldAgain()
  }

  /// Compatibility characters fold to what the characters fold to that they stand for.
  private func foldAgain() {
    for code in 0..<0x1_0000 {
      let target = folds[code]
      guard target != 0, folds[Int(target)] != target else { continue }
      foldSingle(UInt32(code), to: expansions[UInt32(target)]?.first ?? UInt32(folds[Int(target)]))
    }
    expansions = expansions.mapValues { targets in
      var folded: [UInt32] = []
      for target in targets { appendFolded(target, to: &folded) }
      return folded
    }
  }

  /// Full-width ASCII; its digits and letters are digits and letters already.
  private func foldWidth() {
    for code in 0xFF01...0xFF5E { folds[code] = folds[code - 0xFEE0] }
  }

  /// Single characters, last, so that they override ranges.
  private func classifyListed() {
    for (characterClass, characters) in CharacterTable.listed {
      for scalar in characters.unicodeScalars { classes[Int(scalar.value)] = characterClass }
    }
  }

  private static let listed: [(CharacterClass, String)] = [
    (.hanNumeral, "〇零一二三四五六七八九十两兩百千万萬亿億廿卅卌"),
    (.hanNumeral, "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸"),
    (.hanBlank, "某"),
    (.blankMark, "×✕✖╳○◯△□■●█▇▓▒"),
    (.sentenceEnd, "。！？…｡⋯‼⁇⁈⁉؟۔।॥։。︒﹗﹖"),
    (.clauseMark, "，、；：､﹐﹑﹔﹕·•‧・･—–―‒−~～〜；،؛/／;："),
    (.openingMark, "“‘（「『【［｛〔〖〘〚｢«‹„‚‛‟([{¿¡"),
    (.closingMark, "”’）」』】］｝〕〗〙〛｣»›)]}"),
    (.openingTitle, "《〈︽︿〈"),
    (.closingTitle, "》〉︾﹀〉"),
    (.contextual, ".,:!?'\"-*_@%&#‰．＊＿＠％＇＂‐‑－"),
    (.lineBreak, "\n\r\u{0B}\u{0C}\u{85}\u{2028}\u{2029}"),
    (.ignorable, "\u{AD}\u{34F}\u{61C}\u{FEFF}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180E}"),
    (.ignorable, "\u{FE00}\u{FE01}\u{FE02}\u{FE03}\u{FE04}\u{FE05}\u{FE06}\u{FE07}"),
    (.ignorable, "\u{FE08}\u{FE09}\u{FE0A}\u{FE0B}\u{FE0C}\u{FE0D}\u{FE0E}\u{FE0F}"),
  ]
}
