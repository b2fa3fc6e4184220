/// Titles are compared folded in width and case, without white space and punctuation's width.
enum TitleKey {
  /// The key of the title in `range`.
  static func make(_ text: UTF8Text, _ range: Range<Int>) -> String {
    let table = CharacterTable.shared
    var scalars: [UInt32] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.decode(offset)
      offset += length
      switch table.characterClass(scalar) {
      case .space, .lineBreak, .ignorable: continue
      default: table.appendFolded(scalar, to: &scalars)
      }
    }
    var key = ""
    key.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return key
  }

  /// Whether the titles in two ranges have the same key. Stops at the first difference.
  static func areEqual(_ text: UTF8Text, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var left = FoldedScalars(text, left)
    var right = FoldedScalars(text, right)
    while true {
      let scalar = left.next()
      guard scalar == right.next() else { return false }
      if scalar == nil { return true }
    }
  }
}

/// The folded scalars of a range, white space left out; a character that folds to several stands
/// for itself.
private struct FoldedScalars {
  private let text: UTF8Text
  private let table = CharacterTable.shared
  private var range: Range<Int>

  init(_ text: UTF8Text, _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func next() -> UInt32? {
    while !range.isEmpty {
      let (scalar, length) = text.decode(range.lowerBound)
      range = (range.lowerBound + length)..<range.upperBound
      switch table.characterClass(scalar) {
      case .space, .lineBreak, .ignorable: continue
      default: return table.fold(scalar) ?? scalar
      }
    }
    return nil
  }
}
