package import PhraseMining

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
