/// One finding: in a draft, or of a file that is no draft (an allow list, a file that cannot be read).
package struct Finding: Sendable {
  package var rule: Rule
  package var severity: Severity
  /// Index of the draft in `documents`; nil where it stands in a file that is none.
  package var document: Int?
  /// The file that it stands in, as the user sees it.
  package var path: String
  package var start: Int
  package var end: Int
  package var line: Int
  package var column: Int
  /// Index in `families`.
  package var family: Int?
  /// Ids of the corpus documents it was found in; the best first.
  package var sources: [String]
  package var similarity: Float
  /// Where it stands too: in sources, the best first, or earlier in the draft.
  package var places: [FindingPlace] = []
  /// Where it reads most like the draft, the best first, compared with it: for the draft page alone.
  package var closest: [ClosePlace] = []
  /// How many of its tokens are borrowed.
  package var borrowedTokens = 0
  /// Tells the same content elsewhere: a hash of rule and tokens, 16 hexadecimal digits.
  package var fingerprint: String
  /// Whether it is new: more of its sort stand in the draft than in the version or the baseline that it
  /// is compared with. True where there is nothing to compare with.
  package var isNew = true
  /// Why it does not count; nil where it does.
  package var suppression: Suppression?
  /// Whether it counts.
  package var isOpen: Bool { suppression == nil }
  /// What it says.
  package var detail: FindingMessage

  /// What it says in English, as machine-readable formats have it.
  package var message: String { detail.text }

  package init(
    rule: Rule, severity: Severity, document: Int?, path: String, start: Int, end: Int, line: Int,
    column: Int, family: Int?, sources: [String], similarity: Float, fingerprint: String,
    message: String
  ) {
    self.init(
      rule: rule, severity: severity, document: document, path: path, start: start, end: end,
      line: line, column: column, family: family, sources: sources, similarity: similarity,
      fingerprint: fingerprint, detail: .text(message))
  }

  package init(
    rule: Rule, severity: Severity, document: Int?, path: String, start: Int, end: Int, line: Int,
    column: Int, family: Int?, sources: [String], similarity: Float, fingerprint: String,
    detail: FindingMessage
  ) {
    self.rule = rule
    self.severity = severity
    self.document = document
    self.path = path
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.family = family
    self.sources = sources
    self.similarity = similarity
    self.fingerprint = fingerprint
    self.detail = detail
  }
}
