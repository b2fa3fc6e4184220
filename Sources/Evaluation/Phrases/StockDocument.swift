/// A document with what was found in it, by code points.
struct StockDocument {
  /// A place of a found family.
  struct Found {
    var span: Range<Int>
    var family: Int
  }

  let scalars: [Unicode.Scalar]
  /// Which code points are letters or digits: Unicode categories L and N.
  let isLetter: [Bool]
  /// Which code points the result calls stock.
  private(set) var isStock: [Bool]
  let found: [Found]
  /// Whether most letters are of scripts that put spaces between words.
  let isSpaced: Bool

  /// - Throws: `FormatError` where the result has offsets that the document has not.
  init(_ name: String, _ text: CodePoints, _ result: StockResult) throws(FormatError) {
    let scalars = text.scalars
    self.scalars = scalars
    let isLetter = scalars.map(Letters.isLetter)
    self.isLetter = isLetter
    var isStock = [Bool](repeating: false, count: scalars.count)
    for span in result.stock[name] ?? [] {
      for index in try Self.points(span, name, text) { isStock[index] = true }
    }
    self.isStock = isStock
    var found: [Found] = []
    for place in result.places[name] ?? [] {
      found.append(Found(span: try Self.points(place.bytes, name, text), family: place.family))
    }
    self.found = found
    let letters = zip(scalars, isLetter).filter { $0.1 }
    isSpaced = letters.count { Letters.isSpaced($0.0) } * 2 > letters.count
  }

  private static func points(
    _ bytes: Range<Int>, _ name: String, _ text: CodePoints
  ) throws(FormatError) -> Range<Int> {
    guard let points = text.range(ofBytes: bytes) else {
      throw FormatError(
        .field("the spans of \(name)"), expected: "offsets between characters of that document",
        found: "\(bytes.lowerBound)-\(bytes.upperBound)")
    }
    return points
  }

  /// The found place that overlaps `span` most; of two the first in the text.
  func best(for span: Range<Int>) -> Found? {
    var best: Found?
    var overlap = 0
    for place in found {
      let common = place.span.clamped(to: span).count
      guard common > 0, common >= overlap else { continue }
      if let best, common == overlap, place.span.lowerBound >= best.span.lowerBound { continue }
      best = place
      overlap = common
    }
    return best
  }

  /// The tokens between two places: letters and digits, in spaced text words.
  func distance(_ first: Int, _ second: Int) -> Int {
    let range = min(first, second)..<max(first, second)
    guard isSpaced else { return range.count { isLetter[$0] } }
    var words = 0
    var isInside = false
    for index in range {
      let isWord = isLetter[index] || scalars[index] == "_"
      if isWord && !isInside { words += 1 }
      isInside = isWord
    }
    return words
  }
}

/// What characters are.
enum Letters {
  /// Whether `scalar` is a letter or a digit: a Unicode category L or N.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Whether the script of `scalar` puts spaces between words; Thai, Lao, Khmer and those of East Asia
  /// do not, and Hangul syllables are tokens of their own.
  static func isSpaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xD7FF, 0xF900...0xFAFF,
      0xFF66...0xFFDC, 0x20000...0x3FFFF:
      false
    default: true
    }
  }

  /// The letters and digits of `text`, of one case and one width: what edits are counted in.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter(isLetter).flatMap { scalar in
      let narrow =
        (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      return Array(narrow.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
