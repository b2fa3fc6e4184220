/// A line that holds nothing but the number of a page.
///
/// — 12 —, - 3 -, ·5·, 第 3 页, 第3页 共20页, 12ページ, Page 3 of 10; also a bare 12, 3/20 or iv, which
/// is one only if its neighbours say so (``PageNumberSequence``).
struct PageNumber {
  let value: Int
  /// Nothing but a number: it may be anything.
  let isBare: Bool

  /// Nil if the line is none.
  init?(_ line: Line, _ text: UTF8Text) {
    guard line.characters <= 20, PageNumber.mayBe(line, text) else { return nil }
    let folded = PageNumber.folded(line, text)
    if let value = PageNumber.between(folded) ?? PageNumber.named(folded) {
      self.init(value: value, isBare: false)
    } else if let value = PageNumber.bare(folded) {
      self.init(value: value, isBare: true)
    } else {
      return nil
    }
  }

  private init(value: Int, isBare: Bool) {
    self.value = value
    self.isBare = isBare
  }

  /// Quick: most lines are none by their first or last character.
  private static func mayBe(_ line: Line, _ text: UTF8Text) -> Bool {
    let first = text.decode(line.start).scalar
    switch first {
    case 0x7B2C, 0x5171: return line.lastScalar == 0x9875 || line.lastScalar == 0x9801  // 第 共 页 頁
    case 0x2D, 0x2010...0x2015, 0xB7, 0x30FB, 0x7E, 0x5B, 0x3014, 0x3C, 0xFF0D: return true
    case 0x49, 0x56, 0x58, 0x69, 0x76, 0x78: return line.characters <= 6
    case 0x50, 0x70, 0x53, 0x73: return true  // page, página, Seite
    default: return CharacterTable.shared.characterClass(first) == .digit
    }
  }

  /// The line folded in width and case, without white space.
  private static func folded(_ line: Line, _ text: UTF8Text) -> String {
    TitleKey.make(text, line.range)
  }

  /// A number between dashes or brackets.
  private static func between(_ folded: String) -> Int? {
    let marks: Set<Character> = [
      "-", "‐", "–", "—", "·", "・", "―", "~", "[", "]", "〔", "〕", "<", ">",
    ]
    let inner = folded.drop { marks.contains($0) }
    guard inner.startIndex > folded.startIndex, let last = folded.last, marks.contains(last) else {
      return nil
    }
    return number(inner.prefix { !marks.contains($0) }, before: folded[inner.startIndex...]) {
      $0.allSatisfy(marks.contains)
    }
  }

  private static func number(
    _ digits: Substring, before rest: Substring, _ isClosing: (Substring) -> Bool
  ) -> Int? {
    isClosing(rest[digits.endIndex...]) ? number(digits) : nil
  }

  /// A number with the word for page, perhaps with the number of all pages.
  private static func named(_ folded: String) -> Int? {
    if let word = ["ページ", "页", "頁", "쪽"].first(where: folded.hasSuffix) {
      var parts = folded.dropLast(word.count).split { "第页頁共,/;()".contains($0) }
      if folded.hasPrefix("共") { parts.reverse() }
      guard (1...2).contains(parts.count), parts.allSatisfy({ number($0) != nil }) else {
        return nil
      }
      return number(parts[0])
    }
    guard let word = ["page", "página", "pagina", "seite", "p."].first(where: folded.hasPrefix)
    else { return nil }
    var rest = folded.dropFirst(word.count)
    for of in ["of", "von", "sur", "de", "/"] {
      guard let position = rest.firstIndex(of: of.first!), rest[position...].hasPrefix(of),
        number(rest[position...].dropFirst(of.count)) != nil
      else { continue }
      rest = rest[..<position]
    }
    return number(rest)
  }

  /// A number of its own, a number of all pages after it, or a small Roman one.
  private static func bare(_ folded: String) -> Int? {
    let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) {
      return first <= last ? first : nil
    }
    return number(folded[...]) ?? roman(folded)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return Int(text)
  }

  /// i to xxxix, as the pages of a preface are numbered.
  private static func roman(_ text: String) -> Int? {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    let tens = text.prefix { $0 == "x" }
    guard !text.isEmpty, tens.count <= 3 else { return nil }
    let rest = String(text.dropFirst(tens.count))
    if rest == "ix" || ones.contains(rest) {
      return ones.firstIndex(of: rest).map { tens.count * 10 + $0 }
    }
    return nil
  }
}
