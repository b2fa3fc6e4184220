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
package struct ClassCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: TokenClass.allCases.count)

  package init() {}

  package subscript(_ tokenClass: TokenClass) -> Int {
    get { counts[Int(tokenClass.rawValue)] }
    set { counts[Int(tokenClass.rawValue)] = newValue }
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

/// One document and what each of its tokens is.
package struct DocumentReport: Sendable {
  package var id: String
  package var file: Int
  package var part: Int?
  package var title: String?
  package var byteRange: Range<Int>
  package var shingleLength: Int
  package var tokens: Int
  /// Characters as Word counts them.
  package var characters: Int
  package var classes: ClassCounts
  package var stockByKind: KindCounts
  /// Sorted, without overlap; `original` is left out.
  package var spans: [SpanReport]
  /// The series that it belongs to.
  package var series: String?
  package var year: Int?
  package var place: String?
  package var author: String?
  /// `2024`, `2024-03` or `2024-03-31`.
  package var date: String?
  /// What else was given, by key.
  package var metadata: [String: String] = [:]
  /// Offset of the first byte of the text after front matter and title.
  package var bodyStart = 0
  /// In order of their headings; they nest.
  package var sections: [SectionReport] = []
  package var shares = ShareCounts()
  /// Each sentence and heading with its verdict, rising.
  package var sentences: [SentenceReport] = []
  /// Where most tokens in a row were not found elsewhere, the longest first.
  package var stretches: [StretchReport] = []
  /// What was left over, in a draft that was checked.
  package var residue: [ResidueReport] = []
  /// What it says twice, in a draft that was checked.
  package var repeats: [RepeatReport] = []
  /// What it holds that no reader sees, counted.
  package var flags: [CountedName] = []
  /// Byte offsets of the first token of each block, for laying the text out.
  package var blockStarts: [UInt32]
  /// Where its slots stand, in bytes, rising.
  package var slots: [Range<UInt32>] = []

  package init(
    id: String, file: Int, part: Int?, title: String?, byteRange: Range<Int>, shingleLength: Int,
    tokens: Int, characters: Int, classes: ClassCounts, stockByKind: KindCounts,
    spans: [SpanReport], blockStarts: [UInt32]
  ) {
    self.id = id
    self.file = file
    self.part = part
    self.title = title
    self.byteRange = byteRange
    self.shingleLength = shingleLength
    self.tokens = tokens
    self.characters = characters
    self.classes = classes
    self.stockByKind = stockByKind
    self.spans = spans
    self.blockStarts = blockStarts
  }
}

/// How much of a document was found elsewhere, in tokens; each share has its own denominator.
package struct ShareCounts: Hashable, Sendable {
  /// Stock, borrowed, shared and allowed tokens, of all tokens.
  package var raw = 0
  /// Stock, borrowed and shared tokens, of all tokens.
  package var total = 0
  /// Of these what does not come from the document's own series alone, of all tokens.
  package var withoutSeries = 0
  /// The total without allowed wording and quotations.
  package var net = 0
  /// All tokens without allowed wording and quotations.
  package var netOf = 0
  /// Tokens that the largest single source accounts for, of all tokens.
  package var largestSource = 0
  /// The index of that document.
  package var largestSourceDocument: Int?

  package init() {}
}

/// What was left over in a draft.
package struct ResidueReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  package var text: String
  package var reason: ResidueReason
  /// How many of its like there are, where one stands for all; else 1.
  package var count: Int
  /// The id of the document that it comes from.
  package var source: String?

  package init(
    start: Int, end: Int, line: Int, column: Int, text: String, reason: ResidueReason,
    count: Int = 1, source: String?
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.text = text
    self.reason = reason
    self.count = count
    self.source = source
  }
}

/// Prescribed wording that is not quoted right.
package struct MisquoteReport: Hashable, Sendable {
  package var start: Int
  package var end: Int
  /// From 1.
  package var line: Int
  /// From 1, in code points.
  package var column: Int
  /// The right text.
  package var phrase: String
  package var similarity: Float

  package init(
    start: Int, end: Int, line: Int, column: Int, phrase: String, similarity: Float
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.phrase = phrase
    self.similarity = similarity
  }
}

/// Why something is taken for residue.
package enum ResidueReason: String, CaseIterable, Sendable {
  /// A place in a copied passage that the rest of the document does not name.
  case placeOfSource = "place-of-source"
  /// The year of the source in a copied passage.
  case yearOfSource = "year-of-source"
  /// A figure in a copied passage that the rest of the document does not have.
  case numberOfSource = "number-of-source"
  /// A blank that was not filled in.
  case blank
  /// The first of many signs in a document that masks throughout.
  case blanks
  /// A name in a document that masks its like.
  case notMasked = "not-masked"
  /// Another name for the document's own place.
  case otherName = "other-name"
  /// A quotation mark that nothing closes.
  case unclosedMark = "unclosed-mark"
  /// Characters that stand before and after a break.
  case doubled

  /// Whether somebody must act before the report goes out.
  package var isGrave: Bool {
    switch self {
    case .placeOfSource, .otherName: true
    case .yearOfSource, .numberOfSource, .blank, .blanks, .notMasked, .unclosedMark, .doubled: false
    }
  }
}

/// One sentence or heading: what it mostly is.
package struct SentenceReport: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32
  package var verdict: Verdict
  package var tokens: Int
  package var classes: ClassCounts

  package init(start: UInt32, end: UInt32, verdict: Verdict, tokens: Int, classes: ClassCounts) {
    self.start = start
    self.end = end
    self.verdict = verdict
    self.tokens = tokens
    self.classes = classes
  }

  /// The tokens that the verdict is about, over all tokens of the sentence.
  package var share: Double {
    let found = TokenClass.allCases.reduce(0) { sum, tokenClass in
      verdict.classes.contains(tokenClass) ? sum + classes[tokenClass] : sum
    }
    return tokens == 0 ? 0 : Double(found) / Double(tokens)
  }
}

/// What a sentence is.
package enum Verdict: String, CaseIterable, Sendable {
  /// Mostly stock phrases.
  case formula
  /// Mostly wording that is allowed, because it is prescribed.
  case mandated
  /// Mostly found in another source, here and there.
  case shared
  /// Mostly in a passage that was copied.
  case copied
  /// In good part found elsewhere.
  case mixed
  /// Mostly not found elsewhere.
  case original

  /// The classes of tokens that speak for the verdict.
  package var classes: [TokenClass] {
    switch self {
    case .formula: [.stock]
    case .mandated: [.allowed]
    case .shared: [.shared]
    case .copied: [.borrowed]
    case .mixed: [.stock, .allowed, .shared, .borrowed]
    case .original: [.original, .repeated]
    }
  }
}

/// A run of tokens of one class and one family or source.
package struct SpanReport: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32
  /// From 1.
  package var line: UInt32
  /// From 1, in code points.
  package var column: UInt32
  package var tokens: UInt32
  package var tokenClass: TokenClass
  /// Stock: the family's index. Borrowed: the index of the best source document. Else −1.
  package var owner: Int32
  /// Stock: documents of the family. Borrowed, shared: sources that hold it beside this one. Else 0.
  package var documents: UInt32
  /// 1 where the span is exact.
  package var similarity: Float

  package init(
    start: UInt32, end: UInt32, line: UInt32, column: UInt32, tokens: UInt32,
    tokenClass: TokenClass, owner: Int32, documents: UInt32, similarity: Float
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.tokens = tokens
    self.tokenClass = tokenClass
    self.owner = owner
    self.documents = documents
    self.similarity = similarity
  }
}

/// A stock phrase with its variants and places.
package struct FamilyReport: Sendable {
  /// A hash of the canonical tokens, 16 hexadecimal digits.
  package var id: String
  package var kind: PhraseKind
  /// Whether the form told the kind; an unsure phrase is called a formula.
  package var kindIsSure: Bool
  /// The most frequent variant as it is most often written.
  package var canonical: String
  /// The canonical text with `{slot}` and alternations `{a|b}`.
  package var template: String
  /// Tokens of the canonical variant.
  package var tokens: Int
  /// Distinct sources of the places.
  package var documents: Int
  /// The number of places.
  package var occurrences: Int
  /// Further occurrences inside places of longer families.
  package var nested: Int
  /// Names of the series that its places stand in, rising.
  package var series: [String] = []
  /// Whether all places are in one series: the style of one house.
  package var isHouse = false
  /// The first and the last year of documents that have it and are dated.
  package var years: ClosedRange<Int>?
  /// Tokens in its places.
  package var placeTokens = 0
  /// How formulaic it is, from 0 to 100: by documents, spread over series, length and surprise.
  package var score = 0.0
  package var variants: [VariantReport]
  /// In order of document and start.
  package var places: [PlaceReport]

  package init(
    id: String, kind: PhraseKind, kindIsSure: Bool, canonical: String, template: String,
    tokens: Int, documents: Int, occurrences: Int, nested: Int, variants: [VariantReport],
    places: [PlaceReport]
  ) {
    self.id = id
    self.kind = kind
    self.kindIsSure = kindIsSure
    self.canonical = canonical
    self.template = template
    self.tokens = tokens
    self.documents = documents
    self.occurrences = occurrences
    self.nested = nested
    self.variants = variants
    self.places = places
  }
}

/// One token sequence of a family, as it is most often written.
package struct VariantReport: Hashable, Sendable {
  package var text: String
  package var documents: Int
  package var occurrences: Int

  package init(text: String, documents: Int, occurrences: Int) {
    self.text = text
    self.documents = documents
    self.occurrences = occurrences
  }
}

/// Where a variant of a family stands.
package struct PlaceReport: Hashable, Sendable {
  package var document: Int32
  package var start: UInt32
  package var end: UInt32
  package var line: UInt32
  package var column: UInt32
  /// Index in the family's variants.
  package var variant: Int32
  package var similarity: Float

  package init(
    document: Int32, start: UInt32, end: UInt32, line: UInt32, column: UInt32, variant: Int32,
    similarity: Float
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.variant = variant
    self.similarity = similarity
  }
}

/// Two documents of different sources that share a borrowed passage.
package struct PairReport: Hashable, Sendable {
  package var left: Int
  package var right: Int
  package var sharedTokens: Int
  package var passages: [PassageReport]

  package init(left: Int, right: Int, sharedTokens: Int, passages: [PassageReport]) {
    self.left = left
    self.right = right
    self.sharedTokens = sharedTokens
    self.passages = passages
  }
}

/// A span of the left document aligned with one of the right document.
package struct PassageReport: Hashable, Sendable {
  package var left: Range<Int>
  package var right: Range<Int>
  package var similarity: Float

  package init(left: Range<Int>, right: Range<Int>, similarity: Float) {
    self.left = left
    self.right = right
    self.similarity = similarity
  }
}
