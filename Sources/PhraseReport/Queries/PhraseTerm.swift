internal import PhraseMining

/// One term of a query.
struct PhraseTerm: Hashable, Sendable {
  /// What a family must be.
  enum Condition: Hashable, Sendable {
    case documents(ClosedRange<Int>)
    case places(ClosedRange<Int>)
    case tokens(ClosedRange<Int>)
    case year(ClosedRange<Int>)
    case document(FoldedText)
    case kind(PhraseKind)
    case scope(PhraseScope)
    case text(FoldedText)
  }

  let condition: Condition
  let isNegated: Bool

  init(_ word: QueryWord) throws(MalformedTerm) {
    condition = try PhraseTerm.condition(of: word)
    isNegated = word.isNegated
  }

  private static func condition(of word: QueryWord) throws(MalformedTerm) -> Condition {
    guard let field = Field(namedIn: word.unquoted) else {
      return .text(try text(word.text, of: word))
    }
    let value = String(word.text.drop { !Field.separators.contains($0) }.dropFirst())
    switch field {
    case .df: return .documents(try numbers(value, of: word))
    case .places: return .places(try numbers(value, of: word))
    case .len: return .tokens(try numbers(value, of: word))
    case .year: return .year(try numbers(value, of: word))
    case .doc: return .document(try text(value, of: word))
    case .kind: return .kind(try choice(value, of: word, among: PhraseKind.allCases, \.name))
    case .scope: return .scope(try choice(value, of: word, among: PhraseScope.allCases, \.rawValue))
    }
  }

  /// The words that may stand before the colon.
  private enum Field: String {
    case df, places, len, year, doc, kind, scope

    /// An input method for Chinese writes the wide one.
    static let separators: Set<Character> = [":", "："]

    /// The field that `text` begins with, up to its colon; nil where it is text.
    init?(namedIn text: String) {
      guard let colon = text.firstIndex(where: Field.separators.contains) else { return nil }
      self.init(rawValue: FoldedText(text[..<colon]).text)
    }
  }

  private static func text(
    _ value: String, of word: QueryWord
  ) throws(MalformedTerm) -> FoldedText {
    let folded = FoldedText(value)
    if folded.text.isEmpty { throw MalformedTerm(term: word.raw, expected: .something) }
    return folded
  }

  private static func numbers(
    _ value: String, of word: QueryWord
  ) throws(MalformedTerm) -> ClosedRange<Int> {
    guard let range = NumberRange.read(FoldedText(value).text) else {
      throw MalformedTerm(term: word.raw, expected: .numbers)
    }
    return range
  }

  private static func choice<Choice>(
    _ value: String, of word: QueryWord, among choices: [Choice], _ name: (Choice) -> String
  ) throws(MalformedTerm) -> Choice {
    let folded = FoldedText(value).text
    guard let choice = choices.first(where: { name($0) == folded }) else {
      throw MalformedTerm(term: word.raw, expected: .oneOf(choices.map(name)))
    }
    return choice
  }
}
