/// The families of an audit that match a query: what the views of `taohua phrases` show.
package struct PhraseCatalogue: Sendable {
  package let report: AuditReport
  /// The query as it was written; empty for all.
  package let query: String
  /// How many families match.
  package let matching: Int
  /// Those that are shown, in the order of the report.
  package let families: [FamilyReport]

  /// How many match and are not shown.
  package var leftOut: Int { matching - families.count }

  /// - Parameters:
  ///   - report: the audit.
  ///   - filter: what a family must be.
  ///   - limit: the most that are shown; nil for all.
  package init(_ report: AuditReport, filter: PhraseFilter, limit: Int?) {
    let matches = filter.matches(in: report)
    self.report = report
    query = filter.query
    matching = matches.count
    families = matches.prefix(limit ?? matches.count).map { report.families[$0] }
  }

  /// What was found, in one sentence; says how large the catalogue is.
  package var sentence: String {
    let size = CountedNoun.of(report.families.count, "phrase")
    if report.families.isEmpty { return "The catalogue is empty: no phrase was found." }
    let shownQuery = DisplayText.clean(query)
    if matching == 0 { return "No phrase matches '\(shownQuery)'; the catalogue has \(size)." }
    if shownQuery.isEmpty {
      let sources = CountedNoun.of(report.corpus.sources, "source")
      return "The catalogue has \(size) from \(sources)."
    }
    let verb = matching == 1 ? "matches" : "match"
    return "\(NumberText.grouped(matching)) of \(size) \(verb) '\(shownQuery)'."
  }

  /// How many are not shown, in one sentence; nil if all are.
  package var leftOutSentence: String? {
    guard leftOut > 0 else { return nil }
    let verb = leftOut == 1 ? "is" : "are"
    return "\(NumberText.grouped(leftOut)) more \(verb) not shown; --limit 0 shows all."
  }
}
