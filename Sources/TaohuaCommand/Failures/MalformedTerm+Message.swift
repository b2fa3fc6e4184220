internal import PhraseReport

extension MalformedTerm {
  /// The term, what should have stood there, and the grammar.
  var message: String {
    """
    the term '\(DisplayText.clean(term))' of the query: \(expectation)
      a term is df:RANGE, places:RANGE, len:RANGE, year:RANGE, doc:NAME,
      kind:formula|term|title|quotation, scope:house|common, TEXT or "TEXT WITH SPACES";
      - before a term negates it; RANGE is 3, >=3, >3, <=3, <3, 3..10, 3.. or ..10
    """
  }

  private var expectation: String {
    switch expected {
    case .numbers: "after the colon must stand a range that is not empty, such as >=3 or 3..10"
    case .oneOf(let words): "after the colon must stand one of \(words.joined(separator: ", "))"
    case .something: "there is nothing to look for"
    case .closingQuote: "the closing quotation mark is missing"
    }
  }
}
