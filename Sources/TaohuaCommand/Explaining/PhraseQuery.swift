internal import Taohua
internal import TextIngest

/// A text that somebody asks about, as the tokens of a corpus.
struct PhraseQuery {
  /// As the user wrote it.
  let text: String
  /// What was read: `text` with blanks for `{slot}`.
  private let filled: [UInt8]
  /// Token numbers of the corpus; `unknownWord` for a word that it has not.
  let tokens: [UInt32]
  /// Whether the query is of words rather than of single characters, which decides its k.
  let isSpaced: Bool
  /// The bytes of each token in `filled`.
  private let ranges: [Range<Int>]

  /// No token of a corpus has this number.
  static let unknownWord = UInt32.max

  /// Reads `text` as the corpus was read; `{slot}` is any slot.
  ///
  /// - Throws: ``CommandFailure/emptyQuery(_:)`` if it has no token.
  init(_ text: String, in corpus: Corpus) throws(CommandFailure) {
    let filled = PhraseQuery.fillingSlots(text)
    guard let file = corpus.tokens(ofPhrase: filled), file.tokens.count > 0 else {
      throw .emptyQuery(text)
    }
    let numbers = corpus.numbers(of: Set(file.words.words))
    self.text = text
    self.filled = filled
    tokens = file.tokens.values.map { value in
      guard value >= TokenValue.firstWord else { return value }
      let word = file.words.words[Int(value - TokenValue.firstWord)]
      return numbers[word] ?? PhraseQuery.unknownWord
    }
    isSpaced = corpus.isSpaced(tokens)
    ranges = zip(file.tokens.starts, file.tokens.ends).map { Int($0)..<Int($1) }
  }

  /// `{slot}`, which templates have, written as a blank that the tokeniser takes for a slot.
  private static func fillingSlots(_ text: String) -> [UInt8] {
    let slot = Array("{slot}".utf8)
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: slot) {
        result += "____".utf8
        rest = rest.dropFirst(slot.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// How many of the tokens are slots.
  var slots: Int { tokens.count { $0 == TokenValue.slot } }

  /// The text of the tokens `part`.
  func text(of part: Range<Int>) -> String {
    let bytes = ranges[part.lowerBound].lowerBound..<ranges[part.upperBound - 1].upperBound
    return String(decoding: filled[bytes], as: UTF8.self)
  }
}
