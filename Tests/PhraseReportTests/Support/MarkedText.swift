import PhraseMining

/// A text with inline marks that say what each run of it is: `⟦0|…⟧` is a place of family 0,
/// `⟦b2|…⟧` borrowed from document 2, `⟦s|…⟧` shared, `⟦r|…⟧` repeated, `⟦a|…⟧` allowed.
struct MarkedText {
  struct Run {
    var label: Substring
    var start: Int
    var end: Int
    var line: Int
    var column: Int
    var text: String
  }

  private(set) var text = ""
  private(set) var runs: [Run] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    func append(_ part: Substring, to text: inout String) {
      for scalar in part.unicodeScalars {
        if scalar == "\n" {
          line += 1
          column = 1
        } else {
          column += 1
        }
      }
      text += part
    }
    var rest = marked[...]
    while let open = rest.firstIndex(of: "⟦"), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "⟧")
    {
      append(rest[..<open], to: &text)
      let inside = rest[rest.index(after: bar)..<close]
      let start = text.utf8.count
      let place = (line, column)
      append(inside, to: &text)
      runs.append(
        Run(
          label: rest[rest.index(after: open)..<bar], start: start, end: text.utf8.count,
          line: place.0, column: place.1, text: String(inside)))
      rest = rest[rest.index(after: close)...]
    }
    append(rest, to: &text)
  }

  /// A rough count of tokens, good enough for a sample: Han characters, words and numbers.
  static func tokens(in text: some StringProtocol) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isHan = (0x4E00...0x9FFF).contains(scalar.value)
      let isLetter = !isHan && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isHan || (isLetter && !isInWord) { count += 1 }
      isInWord = isLetter
    }
    return count
  }
}

extension MarkedText.Run {
  var tokenClass: TokenClass {
    switch label.first {
    case "b": .borrowed
    case "s": .shared
    case "r": .repeated
    case "a": .allowed
    default: .stock
    }
  }

  /// The family of a stock run, the source of a borrowed one, else −1.
  var owner: Int32 {
    switch tokenClass {
    case .stock: Int32(label)!
    case .borrowed: Int32(label.dropFirst())!
    default: -1
    }
  }

  var tokens: Int { MarkedText.tokens(in: text) }
}
