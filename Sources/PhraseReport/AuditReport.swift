package import PhraseMining

/// Everything that an audit found: the one value of which JSON, Markdown, HTML and the terminal
/// summary are views.
///
/// Indices into `files`, `documents` and `families` are positions in these arrays. Byte offsets
/// point into the file that the document stands in, ends exclusive.
package struct AuditReport: Sendable {
  package var settings: ReportSettings
  package var corpus: CorpusSummary
  /// The files that were read; several documents may stand in one.
  package var files: [ReportFile]
  /// In order of id.
  package var documents: [DocumentReport]
  /// By (tokens − 3) × (documents − 1), falling, then id.
  package var families: [FamilyReport]
  /// Pairs of documents with a borrowed passage: the best of each document.
  package var pairs: [PairReport]
  /// How many pairs are not among `pairs`.
  package var pairsLeftOut: Int
  /// Shared passages that stand in so many places that not all were compared for copies.
  package var copiesCut = 0
  /// Which entries of the allow list, by index in the settings, allow something.
  package var usedEntries: Set<Int> = []
  /// Where entries of the allow list stand that expired, and such that nothing needs.
  package var expiredEntries: [String] = []
  package var unusedEntries: [String] = []

  package init(
    settings: ReportSettings, corpus: CorpusSummary, files: [ReportFile],
    documents: [DocumentReport], families: [FamilyReport], pairs: [PairReport], pairsLeftOut: Int
  ) {
    self.settings = settings
    self.corpus = corpus
    self.files = files
    self.documents = documents
    self.families = families
    self.pairs = pairs
    self.pairsLeftOut = pairsLeftOut
  }
}

/// A length in tokens for documents of unspaced (Chinese, Japanese) and of spaced text.
package struct ScriptLengths: Hashable, Sendable {
  package var unspaced: Int
  package var spaced: Int

  package init(unspaced: Int, spaced: Int) {
    self.unspaced = unspaced
    self.spaced = spaced
  }
}

/// The settings that change the answer, as they were used.
package struct ReportSettings: Hashable, Sendable {
  /// k: the shortest run of tokens that is reported.
  package var shingleLength: ScriptLengths
  /// d: in how many sources a window must stand to be stock.
  package var minimumDocuments: Int
  /// Whether `minimumDocuments` was derived from the number of sources.
  package var minimumDocumentsIsDefault: Bool
  /// The shortest copied passage.
  package var borrowedLength: ScriptLengths
  /// The shortest shared run.
  package var sharedLength: ScriptLengths
  /// Whether near-duplicate documents were grouped into one source.
  package var groupsNearDuplicates: Bool
  /// Whether compilations were split into their parts.
  package var splitsCompilations: Bool
  /// Whether short lengths of the curve were computed for a large corpus too.
  package var fullCurve: Bool
  /// Whether edited places of phrases were looked for.
  package var findsVariants = true
  /// The key of metadata that was counted by instead of documents: `series`, `year`, …
  package var countBy: String?
  /// The regular expression of lines at which files were split; nil where rules found the parts.
  package var splitAt: String?
  /// Documents that a table of metadata says something of.
  package var metadataEntries = 0
  /// Entries of the allow list that hold.
  package var allowEntries = 0
  /// `--date` or `SOURCE_DATE_EPOCH`, as `YYYY-MM-DD`.
  package var date: String?
  /// The arguments that repeat this report, without paths: `["--min-length", "8"]`.
  package var arguments: [String]

  package init(
    shingleLength: ScriptLengths, minimumDocuments: Int, minimumDocumentsIsDefault: Bool,
    borrowedLength: ScriptLengths, sharedLength: ScriptLengths, groupsNearDuplicates: Bool,
    splitsCompilations: Bool, fullCurve: Bool, date: String?, arguments: [String]
  ) {
    self.shingleLength = shingleLength
    self.minimumDocuments = minimumDocuments
    self.minimumDocumentsIsDefault = minimumDocumentsIsDefault
    self.borrowedLength = borrowedLength
    self.sharedLength = sharedLength
    self.groupsNearDuplicates = groupsNearDuplicates
    self.splitsCompilations = splitsCompilations
    self.fullCurve = fullCurve
    self.date = date
    self.arguments = arguments
  }
}

/// Tokens by class.
///
/// Each sentence has one: an array would take three times the memory.
package struct ClassCounts: Hashable, Sendable {
  private var counts = SIMD8<UInt32>()

  package init() {}

  package subscript(_ tokenClass: TokenClass) -> Int {
    get { Int(counts[Int(tokenClass.rawValue)]) }
    set { counts[Int(tokenClass.rawValue)] = UInt32(newValue) }
  }
}

/// Stock tokens by the kind of their family.
package struct KindCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: PhraseKind.allCases.count)

  package init() {}

  package subscript(_ kind: PhraseKind) -> Int {
    get { counts[Int(kind.rawValue)] }
    set { counts[Int(kind.rawValue)] = newValue }
  }
}

/// The corpus as a whole.
package struct CorpusSummary: Sendable {
  package var documents: Int
  package var sources: Int
  package var bytes: Int
  /// Characters as Word counts them.
  package var characters: Int
  package var tokens: Int
  package var classes: ClassCounts
  package var stockByKind: KindCounts
  package var lengthCurve: [CurvePoint]
  /// Lengths of the curve that were left out because the corpus is large.
  package var curveLeftOut: [Int]
  /// Groups of near-duplicate documents (indices), two or more in each.
  package var duplicates: [[Int]]
  /// Series that were recognised, by name, with their documents (indices).
  package var series: [SeriesReport] = []
  /// Distinct tokens of the places of the twenty formulas that come first.
  package var topFormulaTokens = 0
  /// What each year has in common with the sources before it, if it was asked for.
  package var frame: FrameReport?
  package var skipped: [SkippedFile]
  /// The longest run of tokens that stands in two sources; says why a result is empty.
  package var longestSharedRun: Int

  package init(
    documents: Int, sources: Int, bytes: Int, characters: Int, tokens: Int, classes: ClassCounts,
    stockByKind: KindCounts, lengthCurve: [CurvePoint], curveLeftOut: [Int], duplicates: [[Int]],
    skipped: [SkippedFile], longestSharedRun: Int
  ) {
    self.documents = documents
    self.sources = sources
    self.bytes = bytes
    self.characters = characters
    self.tokens = tokens
    self.classes = classes
    self.stockByKind = stockByKind
    self.lengthCurve = lengthCurve
    self.curveLeftOut = curveLeftOut
    self.duplicates = duplicates
    self.skipped = skipped
    self.longestSharedRun = longestSharedRun
  }
}

/// The reports of one office over the years.
package struct SeriesReport: Hashable, Sendable {
  package var name: String
  /// Indices of its documents, rising.
  package var documents: [Int]

  package init(name: String, documents: [Int]) {
    self.name = name
    self.documents = documents
  }
}

/// How many tokens lie in windows of `length` tokens that stand in two or more sources.
package struct CurvePoint: Hashable, Sendable {
  package var length: Int
  package var tokens: Int
  /// `tokens` over the tokens of the corpus, unrounded; 0 in an empty corpus.
  package var share: Double

  package init(length: Int, tokens: Int, share: Double) {
    self.length = length
    self.tokens = tokens
    self.share = share
  }
}

/// A file that was found or named, and not read.
package struct SkippedFile: Hashable, Sendable {
  package var path: String
  package var reason: String
  /// Whether it belongs into the exit status: named by the user, or of a known format and broken.
  package var isFailure: Bool

  package init(path: String, reason: String, isFailure: Bool) {
    self.path = path
    self.reason = reason
    self.isFailure = isFailure
  }
}

/// A file that was read.
package struct ReportFile: Sendable {
  package var path: String
  package var content: [UInt8]
  package var source: SourceReport

  package init(path: String, content: [UInt8], source: SourceReport = SourceReport()) {
    self.path = path
    self.content = content
    self.source = source
  }
}
