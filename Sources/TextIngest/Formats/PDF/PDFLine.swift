/// A line of a page, and where it lies. Lengths are in points, from the top left.
struct PDFLine {
  /// From 0.
  var page: Int
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var text: String

  var height: Double { bottom - top }
  var center: Double { (left + right) / 2 }

  /// Half the width of a Han character: what a Latin character takes on average.
  var column: Double { (right - left) / Double(max(1, columns)) }

  /// Columns of the text, wide characters as two.
  var columns: Int {
    text.unicodeScalars.reduce(0) { $0 + (CharacterCounter.isWide($1.value) ? 2 : 1) }
  }

  /// Columns of what must stay on one line at its start: a wide character, or a word.
  var openingColumns: Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      if CharacterCounter.isWide(scalar.value) { return max(columns, 2) }
      if scalar == " " { break }
      columns += 1
    }
    return columns
  }

  var hasWideText: Bool { text.unicodeScalars.contains { CharacterCounter.isWide($0.value) } }

  /// Whether the last character, closing marks passed over, ends a sentence or introduces.
  var endsSentence: Bool {
    let last = text.unicodeScalars.last { scalar in
      let characterClass = CharacterTable.shared.characterClass(scalar.value)
      return characterClass != .closingMark && characterClass != .closingTitle && scalar != "\""
        && scalar != " "
    }
    guard let last else { return false }
    return CharacterTable.shared.characterClass(last.value) == .sentenceEnd
      || ".!?:：;；".unicodeScalars.contains(last)
  }

  /// Whether dots lead to a number at its end, as in tables of contents.
  var isContentsEntry: Bool {
    guard let last = text.unicodeScalars.last, last.properties.numericType != nil else {
      return false
    }
    let dots = text.unicodeScalars.count { ".…·．".unicodeScalars.contains($0) }
    return dots >= 4 || text.unicodeScalars.count { $0 == "…" } >= 2
  }

  /// Whether it begins as a list item, a numbered heading or an article does.
  var startsBlock: Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return false }
      return LineOpening.startsBlock(UTF8Text(base: base, count: bytes.count), 0..<bytes.count)
    }
  }
}
