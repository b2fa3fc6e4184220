internal import PhraseMining
internal import PhraseReport

/// The metadata that documents can be counted by: all with one value are one source.
public struct CountingKey: RawRepresentable, Hashable, Sendable {
  /// `series`, or any key of front matter or of a table of metadata.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let series = CountingKey(rawValue: "series")
  public static let author = CountingKey(rawValue: "author")
  public static let place = CountingKey(rawValue: "place")
  public static let year = CountingKey(rawValue: "year")
  public static let date = CountingKey(rawValue: "date")

  /// Whether the program looks for it in titles and names too, so that nobody need have given it.
  public var isKnown: Bool { [.series, .author, .place, .year, .date].contains(self) }
}

/// The settings of an audit. Nil means the default, which the report states.
public struct AuditSettings: Hashable, Sendable {
  /// k, for spaced and unspaced text alike.
  public var minimumLength: Int?
  /// d.
  public var minimumDocuments: Int?
  public var groupsNearDuplicates = true
  /// How the files were read: the report says it.
  public var reading = ReadingSettings()
  public var fullCurve = false
  /// How many sources before it each year is compared with; nil for no comparison of years.
  public var frame: Int?
  /// Whether edited places of phrases are looked for.
  public var findsVariants = true
  /// What counts as one source beside near-duplicates; nil for documents.
  public var countBy: CountingKey?
  /// Wording that is allowed.
  public var allowed: [AllowEntry] = []
  /// `YYYY-MM-DD`, printed in the report.
  public var date: String?
  /// Threads; does not change the answer.
  public var jobs = 1

  public init() {}

  /// Lengths of the curve (D8).
  static let curve = [6, 8, 10, 13, 16, 20, 25, 30, 40, 50]
  /// A corpus of more tokens has no verdicts of sentences: they would be most of the report.
  static let sentenceLimit = 5_000_000
  /// A corpus of more tokens has no curve below k, unless `fullCurve`.
  static let largeCorpus = 10_000_000

  /// k where nobody asks for another, and where two documents make a phrase.
  static let usualLength = MiningSettings.Lengths(unspaced: 6, spaced: 5)
  static let pairLength = MiningSettings.Lengths(unspaced: 8, spaced: 5)

  /// k for a corpus of `documents`: longer where two documents make a phrase.
  func shingleLength(documents: Int) -> MiningSettings.Lengths {
    if let minimumLength { return .init(unspaced: minimumLength, spaced: minimumLength) }
    let isPair = (minimumDocuments ?? (documents < 6 ? 2 : 3)) == 2
    return isPair ? Self.pairLength : Self.usualLength
  }

  /// d for a corpus of `documents` in `sources`.
  func minimumSources(documents: Int, sources: Int) -> Int {
    if let minimumDocuments { return minimumDocuments }
    return documents < 6 ? 2 : max(3, (sources + 99) / 100)
  }

  /// The settings as a report states them.
  ///
  /// - Parameter corpora: the documents that were read.
  func reported(_ mining: MiningSettings, of corpora: Corpus...) -> ReportSettings {
    var reported = ReportSettings(
      shingleLength: .init(mining.shingleLength), minimumDocuments: mining.minimumSources,
      minimumDocumentsIsDefault: minimumDocuments == nil,
      borrowedLength: .init(mining.borrowedLength), sharedLength: .init(mining.sharedLength),
      groupsNearDuplicates: groupsNearDuplicates, splitsCompilations: reading.splitsCompilations,
      fullCurve: fullCurve, date: date, arguments: arguments)
    reported.findsVariants = findsVariants
    reported.countBy = countBy?.rawValue
    reported.splitAt = reading.splitPattern
    reported.metadataEntries = corpora.reduce(0) { count, corpus in
      count + corpus.documents.count { !$0.given.isEmpty }
    }
    reported.allowEntries = allowed.count
    return reported
  }

  /// The arguments that repeat this audit: only what differs from the defaults.
  private var arguments: [String] {
    var arguments: [String] = []
    if let minimumLength { arguments += ["--min-length", "\(minimumLength)"] }
    if let minimumDocuments { arguments += ["--min-documents", "\(minimumDocuments)"] }
    if !groupsNearDuplicates { arguments.append("--no-group") }
    arguments += reading.arguments
    if !findsVariants { arguments.append("--no-variants") }
    if let countBy { arguments += ["--count-by", countBy.rawValue] }
    if fullCurve { arguments.append("--full-curve") }
    if let frame { arguments += ["--frame", "\(frame)"] }
    if let date { arguments += ["--date", date] }
    return arguments
  }
}

extension ScriptLengths {
  init(_ lengths: MiningSettings.Lengths) {
    self.init(unspaced: lengths.unspaced, spaced: lengths.spaced)
  }
}
