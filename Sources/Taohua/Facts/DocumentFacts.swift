internal import ShingleEngine
internal import TextIngest

/// What is known of a document beside its text: by its front matter, its title, its name.
package struct DocumentFacts: Hashable, Sendable {
  /// The reports of one office over the years that it belongs to.
  package var series: String?
  package var year: Int?
  package var place: String?
  package var author: String?

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
    corpus.documents[range].map { document in
      let matter = FrontMatter(corpus.files[document.file].content)
      let names = [document.title, document.id.split(separator: "/").last.map { String($0) }]
        .compactMap { $0 }
      return DocumentFacts(
        series: matter["series"],
        year: matter["year"].flatMap { Int($0) } ?? names.lazy.compactMap(Self.year).first,
        place: matter["place"] ?? names.lazy.compactMap(Self.place).first,
        author: matter["author"])
    }
  }

  /// The first number from 1900 to 2099 in `name` with no digit beside it.
  static func year(in name: String) -> Int? {
    name.utf8.split { !(0x30...0x39).contains($0) }.lazy
      .filter { $0.count == 4 }.compactMap { Int(Substring($0)) }
      .first { (1900..<2100).contains($0) }
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

/// The keys and values between the fences `---` at the beginning of a file.
struct FrontMatter {
  private var values: [String: String] = [:]

  init(_ content: [UInt8]) {
    guard content.starts(with: Array("---".utf8)) else { return }
    let text = String(decoding: content.prefix(4_096), as: UTF8.self)
    // By bytes: to a string, a line end of two characters is one.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for bytes in lines.dropFirst() {
      let line = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      if line == "---" || line == "..." { return }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(line[..<colon]).lowercased()
      let value = Self.trimmed(line[line.index(after: colon)...])
      if !value.isEmpty { values[key] = value }
    }
    // Without a closing fence it is no front matter.
    values = [:]
  }

  subscript(key: String) -> String? { values[key] }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count > 1, let mark = text.first, mark == "\"" || mark == "'", text.last == mark {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
