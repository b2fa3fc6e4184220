/// A part of a query between white space, quotation marks taken off.
struct QueryWord: Hashable {
  /// As it was written.
  let raw: String
  /// Without the leading `-` and the quotation marks.
  let text: String
  /// The characters of `text` before the first quotation mark: only these can name a field.
  let unquoted: String
  /// Whether a `-` stands before it.
  let isNegated: Bool

  /// The words of `query`: white space ends one, unless it stands between quotation marks.
  static func words(of query: String) throws(MalformedTerm) -> [QueryWord] {
    var words: [QueryWord] = []
    var rest = query.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let end = try QueryWord.end(of: rest)
      words.append(QueryWord(rest[..<end]))
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    return words
  }

  /// Where the word ends that `text` begins with.
  private static func end(of text: Substring) throws(MalformedTerm) -> Substring.Index {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted && text[index].isWhitespace { return index }
    }
    if isQuoted { throw MalformedTerm(term: String(text), expected: .closingQuote) }
    return text.endIndex
  }

  private init(_ raw: Substring) {
    self.raw = String(raw)
    isNegated = raw.first == "-"
    let body = isNegated ? raw.dropFirst() : raw
    unquoted = String(body.prefix { $0 != "\"" })
    text = QueryWord.withoutQuotes(body)
  }

  /// `text` without its quotation marks; two in a row inside of a quoted part are one that is meant.
  private static func withoutQuotes(_ text: Substring) -> String {
    var result = ""
    var isQuoted = false
    var closed = false
    for character in text {
      if character == "\"" {
        if closed { result.append(character) }
        closed = isQuoted
        isQuoted.toggle()
      } else {
        closed = false
        result.append(character)
      }
    }
    return result
  }
}
