internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Makes the report of one document from the classes of its tokens.
struct DocumentAssembly {
  let corpus: Corpus
  let text: PhraseText
  let findings: Findings
  /// For each family of the findings, its place in the report.
  let familyRanks: [Int]
  /// The families in the order of the report.
  let families: [FamilyReport]
  let facts: [DocumentFacts]
  /// The documents that something may be borrowed from.
  let lenders: Lenders
  let shingleLength: Int
  /// Whether sentences get a verdict each.
  var hasSentences = true

  /// What is known of the documents that matches name on their right side.
  struct Lenders: Sendable {
    /// Their sources.
    var sources: [UInt32]
    var facts: [DocumentFacts]
  }

  /// By raw value.
  private static let classes = TokenClass.allCases

  /// A run of tokens of one class and one owner inside a block. Of hard text there are as many as tokens.
  private struct Run {
    private let first: UInt32
    private var end: UInt32
    let tokenClass: TokenClass
    var owner: Int32 = -1
    var documents: UInt32 = 0
    var similarity: Float = 1

    /// A run of one token.
    init(at position: Int, _ tokenClass: TokenClass) {
      first = UInt32(position)
      end = first + 1
      self.tokenClass = tokenClass
    }

    var tokens: Range<Int> { Int(first)..<Int(end) }

    mutating func add(_ tokens: Int) { end += UInt32(tokens) }

    /// Whether `next` is more of the same; how many documents have it may change.
    func isContinued(by next: Run) -> Bool {
      (tokenClass, owner, similarity) == (next.tokenClass, next.owner, next.similarity)
    }
  }

  /// The report of `document` of the corpus.
  func report(_ document: Int) -> DocumentReport {
    let source = corpus.documents[document]
    let runs = runs(document)
    var classes = ClassCounts()
    var kinds = KindCounts()
    for run in runs {
      classes[run.tokenClass] += run.tokens.count
      if run.tokenClass == .stock, run.owner >= 0 {
        kinds[families[Int(run.owner)].kind] += run.tokens.count
      }
    }
    var report = DocumentReport(
      id: source.id, file: source.file, part: source.part, title: source.title,
      byteRange: source.byteRange, shingleLength: shingleLength, tokens: source.tokens.count,
      characters: source.characters, classes: classes, stockByKind: kinds,
      spans: spans(runs, source),
      blockStarts: source.blockStarts.map { UInt32(corpus.start(of: Int($0))) })
    report.series = facts[document].series
    report.year = facts[document].year
    report.place = facts[document].place
    report.author = facts[document].author
    report.date = facts[document].date?.text
    report.metadata = facts[document].others
    report.bodyStart = source.bodyStart
    report.sections = sections(runs, of: source)
    report.slots = slots(source)
    report.stretches = stretches(runs)
    report.flags = source.flags.counted
    report.shares = shares(runs, of: report)
    if hasSentences {
      report.sentences = SentenceAssembly(corpus: corpus, classes: findings.classes)
        .sentences(of: document)
    }
    return report
  }

  private func sections(_ runs: [Run], of source: CorpusDocument) -> [SectionReport] {
    var assembly = SectionAssembly(source.sections)
    for run in runs {
      assembly.add(
        run.tokens.count, run.tokenClass, at: corpus.start(of: run.tokens.lowerBound))
    }
    return assembly.reports()
  }

  /// The longest runs that were not found elsewhere.
  private func stretches(_ runs: [Run]) -> [StretchReport] {
    runs.filter { $0.tokenClass == .original }
      .sorted {
        ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound)
      }
      .prefix(StretchReport.limit)
      .map { run in
        StretchReport(
          start: corpus.start(of: run.tokens.lowerBound),
          end: corpus.end(of: run.tokens.upperBound - 1), tokens: run.tokens.count)
      }
  }

  /// The four shares of a document.
  private func shares(_ runs: [Run], of report: DocumentReport) -> ShareCounts {
    var shares = ShareCounts()
    var borrowed: [(source: Int32, tokens: Int)] = []
    for run in runs {
      guard [.stock, .borrowed, .shared].contains(run.tokenClass) else { continue }
      let count = run.tokens.count
      shares.total += count
      if !isOfOwnSeries(run, report.series) { shares.withoutSeries += count }
      if run.tokenClass == .borrowed, run.owner >= 0 { borrowed.append((run.owner, count)) }
    }
    shares.raw = shares.total + report.classes[.allowed]
    shares.net = shares.total - report.stockByKind[.quotation]
    shares.netOf = report.tokens - report.stockByKind[.quotation] - report.classes[.allowed]
    if let largest = Self.largest(of: borrowed) {
      shares.largestSource = largest.tokens
      shares.largestSourceDocument = Int(largest.source)
    }
    return shares
  }

  /// The source with most tokens, the first of several.
  private static func largest(
    of borrowed: [(source: Int32, tokens: Int)]
  ) -> (source: Int32, tokens: Int)? {
    var largest: (source: Int32, tokens: Int)?
    var current: (source: Int32, tokens: Int) = (-1, 0)
    for (source, tokens) in borrowed.sorted(by: { $0.source < $1.source }) {
      current = (source, source == current.source ? current.tokens + tokens : tokens)
      if current.tokens > largest?.tokens ?? 0 { largest = current }
    }
    return largest
  }

  /// Whether what `run` has in common with others comes from reports of the same series alone.
  private func isOfOwnSeries(_ run: Run, _ series: String?) -> Bool {
    guard let series else { return false }
    switch run.tokenClass {
    case .stock:
      let family = families[Int(run.owner)]
      return family.isHouse && family.series.count == 1 && family.series[0] == series
    case .borrowed: return run.owner >= 0 && lenders.facts[Int(run.owner)].series == series
    default: return false
    }
  }

  private func runs(_ document: Int) -> [Run] {
    let engine = text.corpus
    let range = engine.range(of: document)
    var matches = DocumentMatches(
      findings.matches, tokens: range, sources: lenders.sources)
    var runs: [Run] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let run = run(at: position, &matches)
      if let last = runs.last, last.isContinued(by: run), !engine.startsBlock(position) {
        runs[runs.count - 1].add(run.tokens.count)
      } else {
        runs.append(run)
      }
      position = run.tokens.upperBound
    }
    return runs
  }

  /// The tokens from `position` on that are what it is, as far as can be told at once.
  private func run(at position: Int, _ matches: inout DocumentMatches) -> Run {
    let tokenClass = Self.classes[Int(findings.classes[position])]
    var run = Run(at: position, tokenClass)
    switch tokenClass {
    case .stock:
      let family = findings.owners[position]
      run.owner = Int32(familyRanks[Int(family) - 1])
      run.documents = UInt32(families[Int(run.owner)].documents)
      if findings.edited.contains(position) {
        run.similarity = findings.similarity(at: position)
      } else {
        run.add(
          like(position) { findings.owners[$0] == family && !findings.edited.contains($0) })
      }
    case .borrowed:
      if let best = matches.best(at: position) {
        run.owner = Int32(best.document)
        run.documents = UInt32(best.sources)
      }
    default: run.add(like(position) { _ in true })
    }
    return run
  }

  /// How many tokens after `position` have its class, in its block, and are like it otherwise.
  @inline(__always)
  private func like(_ position: Int, _ isLike: (Int) -> Bool) -> Int {
    let tokenClass = findings.classes[position]
    var next = position + 1
    while next < findings.classes.count, findings.classes[next] == tokenClass,
      !text.corpus.startsBlock(next), isLike(next)
    {
      next += 1
    }
    return next - position - 1
  }

  private func spans(_ runs: [Run], _ document: CorpusDocument) -> [SpanReport] {
    var lines = LineCursor(corpus.files[document.file].content)
    var spans: [SpanReport] = []
    spans.reserveCapacity(runs.count { $0.tokenClass != .original })
    for run in runs where run.tokenClass != .original {
      let start = corpus.start(of: run.tokens.lowerBound)
      let place = lines.advance(to: start)
      spans.append(
        SpanReport(
          start: UInt32(start), end: UInt32(corpus.end(of: run.tokens.upperBound - 1)),
          line: place.line, column: place.column, tokens: UInt32(run.tokens.count),
          tokenClass: run.tokenClass, owner: run.owner, documents: run.documents,
          similarity: run.similarity))
    }
    return spans
  }

  /// Where the slots of `document` stand, in bytes.
  private func slots(_ document: CorpusDocument) -> [Range<UInt32>] {
    // Of hard text every second token is one.
    let slots = document.tokens.lazy.filter { corpus.tokens[$0] == TokenValue.slot }
    var ranges: [Range<UInt32>] = []
    ranges.reserveCapacity(slots.count { _ in true })
    for token in slots {
      let bytes = corpus.bytes(of: token)
      ranges.append(UInt32(bytes.lowerBound)..<UInt32(bytes.upperBound))
    }
    return ranges
  }
}

/// The matches of one document, for asking which is best at rising positions.
private struct DocumentMatches {
  struct Best {
    let document: UInt32
    /// The sources that match here.
    let sources: Int
  }

  private let matches: ArraySlice<Match>
  /// The source of each document that may stand on the right.
  private let sources: [UInt32]
  /// The first match that begins after the position in work.
  private var next: Int
  /// The matches that cover it.
  private var open: [Match] = []
  private var best: Best?
  /// Where the matches that cover a position change.
  private var end = 0

  init(_ all: [Match], tokens range: Range<Int>, sources: [UInt32]) {
    matches = all[all.firstIndex(from: range.lowerBound)..<all.firstIndex(from: range.upperBound)]
    self.sources = sources
    next = matches.startIndex
  }

  /// The match with most tokens that are not stock, the earliest document on a tie.
  mutating func best(at position: Int) -> Best? {
    if position >= end { advance(to: position) }
    return best
  }

  private mutating func advance(to position: Int) {
    open.removeAll { Int($0.left + $0.length) <= position }
    while next < matches.endIndex, Int(matches[next].left) <= position {
      let match = matches[next]
      if position < Int(match.left + match.length) { open.append(match) }
      next += 1
    }
    end = open.map { Int($0.left + $0.length) }.min() ?? .max
    if next < matches.endIndex { end = min(end, Int(matches[next].left)) }
    let first = open.min { Self.isBetter($0, $1) }
    best = first.map {
      Best(
        document: $0.rightDocument,
        sources: Set(open.map { sources[Int($0.rightDocument)] }).count)
    }
  }

  private static func isBetter(_ a: Match, _ b: Match) -> Bool {
    if a.fresh != b.fresh { return a.fresh > b.fresh }
    return a.rightDocument < b.rightDocument
  }
}

extension RandomAccessCollection where Element == Match, Index == Int {
  /// The index of the first match at or after `position`, in order of left positions. O(log n).
  func firstIndex(from position: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].left) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
