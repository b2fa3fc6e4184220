/// Lines that hold nothing but the number of a page: — 12 —, - 3 -, 第 3 页, 第3页 共20页, Page 3 of 10.
enum PageNumbers {
  /// `lines` without page numbers, which count as an empty line.
  static func removed(from lines: [Line], _ text: UTF8Text) -> [Line] {
    guard lines.contains(where: { isPageNumber($0, text) }) else { return lines }
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    var isAfterPageNumber = false
    for var line in lines {
      if isPageNumber(line, text) {
        isAfterPageNumber = true
        continue
      }
      if isAfterPageNumber { line.features.formUnion([.afterEmptyLine, .afterPageNumber]) }
      isAfterPageNumber = false
      kept.append(line)
    }
    return kept
  }

  private static func isPageNumber(_ line: Line, _ text: UTF8Text) -> Bool {
    guard line.characters <= 16, line.characters >= 3, mayBePageNumber(line, text) else {
      return false
    }
    let folded = String(
      text.string(line.range).unicodeScalars.compactMap { scalar -> Character? in
        let folded = CharacterTable.shared.fold(scalar.value) ?? scalar.value
        let isSpace = CharacterTable.shared.characterClass(scalar.value) == .space
        return isSpace ? nil : Unicode.Scalar(folded).map(Character.init)
      })
    return isBetweenDashes(folded) || isNamed(folded)
  }

  /// Quick: most lines are none by their first or last character.
  private static func mayBePageNumber(_ line: Line, _ text: UTF8Text) -> Bool {
    switch text.decode(line.start).scalar {
    case 0x7B2C: line.lastScalar == 0x9875  // 第 … 页
    case 0x50, 0x70, 0x2D, 0x2013, 0x2014, 0x2015, 0xB7, 0xFF0D: true
    default: false
    }
  }

  private static func isBetweenDashes(_ folded: String) -> Bool {
    let dashes: Set<Character> = ["-", "–", "—", "·", "―"]
    let inner = folded.drop { dashes.contains($0) }
    let dropped = folded.count - inner.count
    guard dropped > 0, let last = inner.lastIndex(where: { !dashes.contains($0) }) else {
      return false
    }
    let number = inner[...last]
    return number.endIndex < inner.endIndex && isNumber(number)
  }

  private static func isNamed(_ folded: String) -> Bool {
    if folded.hasPrefix("第"), folded.contains("页") {
      let parts = folded.split { "第页共/,，".contains($0) }
      return folded.hasSuffix("页") && (1...2).contains(parts.count) && parts.allSatisfy(isNumber)
    }
    guard folded.hasPrefix("page") else { return false }
    let numbers = folded.dropFirst(4)
    if isNumber(numbers) { return true }
    guard let of = numbers.firstIndex(of: "o"), numbers[of...].hasPrefix("of") else { return false }
    return isNumber(numbers[..<of]) && isNumber(numbers[of...].dropFirst(2))
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
