internal import ShingleEngine
package import TextIngest

/// What is known of a document beside its text: by a table of metadata, else by its front matter, else by
/// its title, its name and its folder.
package struct DocumentFacts: Hashable, Sendable {
  /// The reports of one office over the years that it belongs to.
  package var series: String?
  package var year: Int?
  package var place: String?
  package var author: String?
  package var date: PartialDate?
  /// What else was given, by key.
  package var others: [String: String] = [:]

  package init(series: String?, year: Int?, place: String?, author: String?) {
    self.series = series
    self.year = year
    self.place = place
    self.author = author
  }

  /// What `key` counts by.
  func value(of key: CountingKey) -> String? {
    switch key {
    case .series: series
    case .year: year.map { String($0) }
    case .place: place
    case .author: author
    case .date: date?.text
    default: others[key.rawValue]
    }
  }

  /// Documents whose names one task reads.
  private static let chunk = 64

  /// The facts of every document of `corpus`, in its order.
  static func of(_ corpus: Corpus, workers: Workers) -> [DocumentFacts] {
    let count = corpus.documents.count
    var facts = workers.map((count + chunk - 1) / chunk) { task in
      of(corpus, task * chunk..<min((task + 1) * chunk, count))
    }.flatMap { $0 }
    let found = SeriesFinder.series(of: corpus.documents, workers: workers)
    for document in facts.indices where facts[document].series == nil {
      facts[document].series = found[document]
    }
    return facts
  }

  /// The facts of `drafts`, which are no series among themselves but may go on with one of `table`.
  static func of(_ drafts: Corpus, in table: SeriesTable) -> [DocumentFacts] {
    var facts = of(drafts, drafts.documents.indices)
    for document in facts.indices where facts[document].series == nil {
      facts[document].series = table.series(of: drafts.documents[document])
    }
    return facts
  }

  private static func of(_ corpus: Corpus, _ range: Range<Int>) -> [DocumentFacts] {
    corpus.documents[range].map { DocumentFacts($0, of: corpus.files[$0.file]) }
  }

  init(_ document: CorpusDocument, of file: CorpusFile) {
    let given = document.given
    let matter = file.metadata
    let names = Self.names(of: document)
    func stated(_ key: String) -> String? { given[key] ?? matter[key] }
    series = stated(MetadataKey.series)
    author = stated(MetadataKey.author)
    place = stated(MetadataKey.place) ?? names.lazy.compactMap(Self.place).first
    date =
      stated(MetadataKey.date).flatMap { WrittenDate.parse($0) ?? WrittenDate.first(in: $0) }
      ?? names.prefix(2).lazy.compactMap { WrittenDate.first(in: $0) }.first ?? document.date
      ?? names.prefix(2).lazy.compactMap { WrittenDate.month(in: $0) }.first
    year =
      given[MetadataKey.year].flatMap { Int($0) } ?? Self.year(given[MetadataKey.date])
      ?? Self.year(matter[MetadataKey.year]) ?? Self.year(matter[MetadataKey.date])
      ?? names.lazy.compactMap { WrittenDate.year(in: $0) }.first ?? document.date?.year
    others = matter.merging(given) { $1 }.filter { !MetadataKey.known.contains($0.key) }
  }

  /// The title, the name of the file and that of its folder, in which a fact is looked for in this order.
  private static func names(of document: CorpusDocument) -> [String] {
    let path = document.id.split(separator: "/").suffix(2).reversed().map { String($0) }
    return [document.title ?? ""] + path
  }

  private static func year(_ text: String?) -> Int? {
    text.flatMap { WrittenDate.parse($0)?.year ?? WrittenDate.year(in: $0) }
  }

  /// The name of a place that `title` begins with, after a year: 上海市 of 2025年上海市政府工作报告.
  static func place(in title: String) -> String? {
    let text = title.drop { !isHan($0) || $0 == "年" || $0 == "第" }
    guard
      let end = text.prefix(12).indices.first(where: { index in
        text.distance(from: text.startIndex, to: index) > 1
          && placeEndings.contains { text[index...].hasPrefix($0) }
      })
    else { return nil }
    let ending = placeEndings.first { text[end...].hasPrefix($0) }!
    let name = text[..<text.index(end, offsetBy: ending.count)]
    return name.allSatisfy(isHan) ? String(name) : nil
  }

  private static let placeEndings = ["自治区", "自治州", "自治县", "省", "市", "州", "盟", "县", "区", "旗"]

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00..<0xA000).contains($0.value) } ?? false
  }
}
