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
  package var gate: Gate
  /// For each document, what it was compared with: the corpus without the draft itself and the
  /// documents grouped with it.
  package var compared: [CheckedCorpus]
  package var skipped: [SkippedFile]

  package init(
    settings: ReportSettings, corpus: CheckedCorpus, files: [ReportFile],
    documents: [DocumentReport], families: [FamilyReport], placeDocuments: [PlaceDocument],
    sources: [String], findings: [Finding],
    gate: Gate, skipped: [SkippedFile], compared: [CheckedCorpus]
  ) {
    self.settings = settings
    self.corpus = corpus
    self.files = files
    self.documents = documents
    self.families = families
    self.placeDocuments = placeDocuments
    self.sources = sources
    self.findings = findings
    self.gate = gate
    self.skipped = skipped
    self.compared = compared
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

/// The rules of `check`; codes are stable.
package enum Rule: String, CaseIterable, Sendable {
  case stockPhrase = "TH001"
  case nearVariant = "TH002"
  case copiedPassage = "TH003"
  case repeated = "TH004"
  case stockShare = "TH005"
  case residue = "TH006"
  case misquoted = "TH007"

  /// The rule's name in words, for people and for suppressions.
  package var name: String {
    switch self {
    case .stockPhrase: "stock-phrase"
    case .nearVariant: "near-variant"
    case .copiedPassage: "copied-passage"
    case .repeated: "repeated"
    case .stockShare: "stock-share"
    case .residue: "residue"
    case .misquoted: "misquoted"
    }
  }
}

package enum Severity: String, CaseIterable, Sendable {
  case note, warning, error
}

/// One finding in a draft.
package struct Finding: Sendable {
  package var rule: Rule
  package var severity: Severity
  /// Index of the draft in `documents`.
  package var document: Int
  package var start: Int
  package var end: Int
  package var line: Int
  package var column: Int
  /// Index in `families`.
  package var family: Int?
  /// Ids of the corpus documents it was found in; the best first.
  package var sources: [String]
  package var similarity: Float
  /// Tells the same content elsewhere: a hash of rule and tokens, 16 hexadecimal digits.
  package var fingerprint: String
  /// Whether it is new: more of its sort stand in the draft than in the version or the baseline that it
  /// is compared with. True where there is nothing to compare with.
  package var isNew = true
  package var message: String

  package init(
    rule: Rule, severity: Severity, document: Int, start: Int, end: Int, line: Int, column: Int,
    family: Int?, sources: [String], similarity: Float, fingerprint: String, message: String
  ) {
    self.rule = rule
    self.severity = severity
    self.document = document
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

/// Whether the check passes, and why not.
package struct Gate: Hashable, Sendable {
  package var failed: Bool
  package var reasons: [String]

  package init(failed: Bool, reasons: [String]) {
    self.failed = failed
    self.reasons = reasons
  }
}
