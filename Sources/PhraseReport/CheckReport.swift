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
  package var gate = Gate()
  /// For each document, what it was compared with: the corpus without the draft itself and the
  /// documents grouped with it.
  package var compared: [CheckedCorpus]
  /// For each document, which of `placeDocuments` do not count for it: itself and those grouped with it.
  package var leftOut: [Set<Int>] = []
  /// Where shared text of the drafts stands too, by draft and place; filled in where it is asked for.
  package var spanSources: [SpanSources] = []
  package var skipped: [SkippedFile]
  /// The day from before which reports count, and how many do not; nil where all count.
  package var earlierReports: EarlierReports?
  /// Which entries of the allow list, by index in the settings, allow something in the drafts.
  package var usedEntries: Set<Int> = []

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
  package var openFindings: [Finding] { findings.filter(\.isOpen) }

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

/// The reports that a check leaves out because of their dates.
package struct EarlierReports: Hashable, Sendable {
  /// `YYYY-MM-DD`: reports from before it count.
  package var date: String
  /// Documents of that day or later, or of a year or month that is not over by then.
  package var later = 0
  /// Documents whose date nothing tells.
  package var undated = 0

  package init(date: String) { self.date = date }
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
