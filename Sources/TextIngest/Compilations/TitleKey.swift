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
  ///
  /// - Parameter foldsFigures: whether all digits are equal, and all Han numerals.
  static func areEqual(
    _ text: UTF8Text, _ left: Range<Int>, _ right: Range<Int>, foldingFigures foldsFigures: Bool
  ) -> Bool {
    var left = FoldedScalars(text, left, foldsFigures)
    var right = FoldedScalars(text, right, foldsFigures)
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
  private let foldsFigures: Bool

  init(_ text: UTF8Text, _ range: Range<Int>, _ foldsFigures: Bool) {
    self.text = text
    self.range = range
    self.foldsFigures = foldsFigures
  }

  mutating func next() -> UInt32? {
    while !range.isEmpty {
      let (scalar, length) = text.decode(range.lowerBound)
      range = (range.lowerBound + length)..<range.upperBound
      switch table.characterClass(scalar) {
      case .space, .lineBreak, .ignorable: continue
      case .digit where foldsFigures: return 0x30
      case .hanNumeral where foldsFigures: return 0x3007
      default: return table.fold(scalar) ?? scalar
      }
    }
    return nil
  }
}
