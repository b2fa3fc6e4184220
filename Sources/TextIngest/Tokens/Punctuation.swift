/// A punctuation mark as it stands beside a span.
package struct Punctuation: Sendable {
  /// Its folded form: width makes no difference.
  package let folded: UInt32
  package let bytes: Int
  /// Whether it opens a quotation, a bracket or a title.
  package let isOpening: Bool

  private init?(_ scalar: Unicode.Scalar) {
    let table = CharacterTable.shared
    let characterClass = table.characterClass(scalar.value)
    guard characterClass.isMark || characterClass == .contextual else { return nil }
    folded = Self.unified(table.fold(scalar.value) ?? scalar.value)
    bytes = String(scalar).utf8.count
    isOpening =
      characterClass == .openingMark || characterClass == .openingTitle
      || scalar == "(" || scalar == "["
  }

  /// The full stops of all scripts are one mark, and so are their commas.
  private static func unified(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x3002, 0xFF61: 0x2E
    case 0x3001, 0xFF64: 0x2C
    default: scalar
    }
  }

  /// The marks that `text` begins with, before anything else.
  package static func leading(_ text: ArraySlice<UInt8>) -> [Punctuation] {
    marks(String(decoding: text, as: UTF8.self).unicodeScalars)
  }

  /// The marks that `text` ends with, the last first.
  package static func trailing(_ text: ArraySlice<UInt8>) -> [Punctuation] {
    marks(String(decoding: text, as: UTF8.self).unicodeScalars.reversed())
  }

  private static func marks(_ scalars: some Sequence<Unicode.Scalar>) -> [Punctuation] {
    var marks: [Punctuation] = []
    for scalar in scalars {
      guard let mark = Punctuation(scalar) else { break }
      marks.append(mark)
    }
    return marks
  }
}
