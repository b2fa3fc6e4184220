/// What a check of drafts against a corpus found; `documents` are the drafts, `families` those
/// that they touch.
package struct CheckReport: Sendable {
  package var settings: ReportSettings
  /// The corpus that the drafts were checked against.
  package var corpus: CheckedCorpus
  package var files: [ReportFile]
  package var documents: [DocumentReport]
  package var families: [FamilyReport]
  /// The documents of the corpus, which the places of `families` index.
  package var placeDocuments: [PlaceDocument]
  /// Ids of the corpus documents that borrowed spans name; a span's `owner` is an index in here.
  package var sources: [String]
  package var findings: [Finding]
  package var gate = Gate.open
  /// For each document, what it was compared with: the corpus without the draft itself and the
  /// documents grouped with it.
  package var compared: [CheckedCorpus]
  package var skipped: [SkippedFile]

  package init(
    settings: ReportSettings, corpus: CheckedCorpus, files: [ReportFile],
    documents: [DocumentReport], families: [FamilyReport], placeDocuments: [PlaceDocument],
    sources: [String], findings: [Finding], skipped: [SkippedFile], compared: [CheckedCorpus]
  ) {
    self.settings = settings
    self.corpus = corpus
    self.files = files
    self.documents = documents
    self.families = families
    self.placeDocuments = placeDocuments
    self.sources = sources
    self.findings = findings
    self.skipped = skipped
    self.compared = compared
  }

  /// The findings that count: those that nothing suppresses.
  package var openFindings: [Finding] { findings.filter { $0.suppression == nil } }

  /// What lists for people show: of these the new ones, and those that are known where they block too.
  package var listedFindings: [Finding] {
    openFindings.filter { $0.isNew || gate.settings.failOn == .any }
  }

  /// What `finding` is about: the id of its document, or the path of a file that is none.
  package func subject(of finding: Finding) -> String {
    finding.document.map { documents[$0].id } ?? finding.path
  }
}

/// A document of the corpus behind a check: its id, and the index of its file.
package struct PlaceDocument: Hashable, Sendable {
  package var id: String
  package var file: Int

  package init(id: String, file: Int) {
    self.id = id
    self.file = file
  }
}

/// Size of the corpus behind a check.
package struct CheckedCorpus: Hashable, Sendable {
  package var documents: Int
  package var sources: Int
  package var tokens: Int

  package init(documents: Int, sources: Int, tokens: Int) {
    self.documents = documents
    self.sources = sources
    self.tokens = tokens
  }
}

/// How grave a finding is, rising; errors block.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

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
  /// How many of its tokens are borrowed.
  package var borrowedTokens = 0
  /// Tells the same content elsewhere: a hash of rule and tokens, 16 hexadecimal digits.
  package var fingerprint: String
  /// Whether it is new: more of its sort stand in the draft than in the version or the baseline that it
  /// is compared with. True where there is nothing to compare with.
  package var isNew = true
  /// Why it does not count; nil where it does.
  package var suppression: Suppression?
  package var message: String

  package init(
    rule: Rule, severity: Severity, document: Int?, path: String, start: Int, end: Int, line: Int,
    column: Int, family: Int?, sources: [String], similarity: Float, fingerprint: String,
    message: String
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
    self.message = message
  }
}
