/// Finds text that was decoded wrongly before it came here, or here: it is UTF-8, and nonsense.
///
/// One pass over the text counts; what is suspicious is then proved by decoding it backwards.
struct TextSanity {
  private let text: UTF8Text
  /// U+FFFD, and where the first is.
  private var replacements = 0
  private var firstReplacement = 0
  private var aliens = 0
  private var eastAsian = 0
  private var common = 0
  /// Whether the text holds characters that take no room.
  private(set) var hasInvisible = false
  /// Runs of characters that are not ASCII and have a telltale, for each way to go wrong.
  private var suspects: [Misreading: [Range<Int>]] = [:]

  /// Surveys `text`. O(n).
  init(_ text: UTF8Text) {
    self.text = text
    let table = SanityClass.table
    var offset = 0
    while offset < text.count {
      if text.base[offset] < 0x80 { offset &+= 1 } else { offset = surveyRun(offset, table) }
    }
  }

  /// Counts the run of characters at `start` that are not ASCII; the offset after it.
  @inline(__always)
  private mutating func surveyRun(_ start: Int, _ table: [SanityClass]) -> Int {
    var offset = start
    var seen: SanityClass = []
    var western = 0
    while offset < text.count, text.base[offset] >= 0x80 {
      let (scalar, length) = text.decode(offset)
      let sanity = scalar < 0x1_0000 ? table[Int(scalar)] : SanityClass.supplementary(scalar)
      if sanity.contains(.eastAsian) { eastAsian &+= 1 }
      if sanity.contains(.common) { common &+= 1 }
      if sanity.contains(.western) { western &+= 1 }
      if sanity.contains(.alien) { addAlien(scalar, offset) }
      seen.formUnion(sanity)
      offset &+= length
    }
    if seen.contains(.invisible) { hasInvisible = true }
    if seen.contains(.telltaleGB18030) { suspects[.gb18030, default: []].append(start..<offset) }
    if seen.contains(.telltaleShiftJIS) { suspects[.shiftJIS, default: []].append(start..<offset) }
    if western > 1 { suspects[.windows1252, default: []].append(start..<offset) }
    return offset
  }

  private mutating func addAlien(_ scalar: UInt32, _ offset: Int) {
    aliens += 1
    guard scalar == 0xFFFD else { return }
    if replacements == 0 { firstReplacement = offset }
    replacements += 1
  }
}

extension TextSanity {
  /// What is wrong with the text, in words; empty for text that is right.
  var warnings: [String] {
    var warnings: [String] = []
    if replacements > 0 {
      warnings.append(
        "\(replacements) \(replacements == 1 ? "character was" : "characters were") lost before the "
          + "file came here (U+FFFD), the first at byte offset \(firstReplacement)")
    }
    let misreadings = Misreading.allCases.compactMap { misreading in
      suspects[misreading].flatMap { misreading.proof(in: text, $0) }
    }
    warnings += misreadings.map(\.text)
    if misreadings.isEmpty, isImplausible {
      warnings.append(
        "the text is like no language: it was decoded wrongly; name its encoding with --encoding, "
          + "or get the original")
    }
    return warnings
  }

  /// Whether too few of the East Asian characters are common ones: of every ten in a right text six
  /// or more are, in a list of rare plants four, in a wrong text two.
  private var isImplausible: Bool {
    let characters = eastAsian + aliens
    return characters >= 30 && common * 10 < characters * 3
  }
}
