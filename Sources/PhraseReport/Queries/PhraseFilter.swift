internal import PhraseMining

/// A query for phrases: terms, all of which must hold.
///
///     df:>=3 kind:formula year:2020.. -doc:draft 坚持 "in the quarter"
///
/// | term | holds for a family |
/// |---|---|
/// | `df:RANGE` | in that many sources |
/// | `places:RANGE` | with that many places |
/// | `len:RANGE` | whose canonical text has that many tokens |
/// | `year:RANGE` | with a place in a document of such a year |
/// | `doc:NAME` | with a place in a document whose id contains NAME |
/// | `kind:KIND` | of the kind formula, term, title or quotation |
/// | `scope:SCOPE` | of the scope house or common |
/// | anything else | whose canonical text or a variant contains it |
///
/// A range is `3`, `=3`, `>=3`, `>3`, `<=3`, `<3`, `3..10`, `3..` or `..10`. A leading `-` negates a
/// term. What stands in `"` is text and may hold spaces; `""` in it is one quotation mark. In texts
/// and names case and width do not matter, and white space is ignored.
package struct PhraseFilter: Hashable, Sendable {
  /// The query as it was written.
  package let query: String
  let terms: [PhraseTerm]

  /// Reads `query`; one without terms lets every family through.
  ///
  /// - Throws: what is wrong with the first term that is malformed.
  package init(_ query: String) throws(MalformedTerm) {
    self.query = query
    var terms: [PhraseTerm] = []
    for word in try QueryWord.words(of: query) { terms.append(try PhraseTerm(word)) }
    self.terms = terms
  }

  /// The positions of the families of `report` that match, rising.
  ///
  /// O(families + places), and one pass over the texts if the query holds text.
  package func matches(in report: AuditReport) -> [Int] {
    // Texts are read last, and only of what the numbers let through.
    let tests = terms.map { PhraseTest($0, documents: report.documents) }
      .sorted { $0.cost < $1.cost }
    return report.families.indices.filter { index in
      tests.allSatisfy { $0.holds(for: report.families[index]) }
    }
  }
}

/// A term of a query that says nothing, and what was expected instead.
package struct MalformedTerm: Error, Hashable, Sendable {
  /// What should have stood there.
  package enum Expectation: Hashable, Sendable {
    /// A number or a range of numbers that is not empty.
    case numbers
    /// One of these words.
    case oneOf([String])
    /// Something after the `-`, the colon, or between the quotation marks.
    case something
    /// A second quotation mark.
    case closingQuote
  }

  /// The term as it was written.
  package let term: String
  package let expected: Expectation
}
