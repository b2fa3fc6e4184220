internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Makes the report of a family: texts cut out of the files, the template, the id.
///
/// A class, for closures that stand in its methods hold it: with a structure of many parts they would count a
/// reference to each.
final class FamilyAssembly: Sendable {
  private let corpus: Corpus
  private let text: PhraseText
  /// Of each document its file and its bytes: asked once for each place, where a copy of all that is
  /// known of the document would cost more than the rest.
  private let files: [Int]
  private let byteRanges: [Range<Int>]

  private let facts: [DocumentFacts]
  /// Of each series a list of it alone, which most families have.
  private let houses: [String: [String]]
  private let surprise: Surprise

  /// Places whose memory is asked for before they are looked at.
  private static let lookahead = 8

  init(corpus: Corpus, text: PhraseText, facts: [DocumentFacts]) {
    self.corpus = corpus
    self.facts = facts
    houses = Dictionary(facts.compactMap(\.series).map { ($0, [$0]) }) { first, _ in first }
    surprise = Surprise(of: corpus)
    self.text = text
    files = corpus.documents.map(\.file)
    byteRanges = corpus.documents.map(\.byteRange)
  }

  /// The report of `family`, its places without lines and columns, in order of document and start.
  func report(_ family: Family) -> FamilyReport {
    let places = places(of: family)
    let texts = mostFrequentTexts(places, variants: family.variants.count)
    let variants = family.variants.indices.map {
      VariantReport(
        text: OneLine.text(bytes(of: places[texts[$0]])),
        documents: family.variants[$0].sources, occurrences: family.variants[$0].occurrences)
    }
    // Of hard text there are a hundred thousand: what is the same stands in memory once.
    let canonical = variants[0].text
    let template = template(family, family.places[texts[0]])
    var report = FamilyReport(
      id: hexadecimal(family.id), kind: family.kind, kindIsSure: family.kindIsSure,
      canonical: canonical, template: template == canonical ? canonical : template,
      tokens: family.tokens.count, documents: family.sources, occurrences: family.places.count,
      nested: family.nested, variants: variants, places: places)
    let documents = report.holders
    let first = facts[documents[0]].series
    if let first, documents.allSatisfy({ facts[$0].series == first }) {
      report.series = houses[first]!
      report.isHouse = true
    } else {
      report.series = Set(documents.compactMap { facts[$0].series }).sorted()
    }
    let years = documents.compactMap { facts[$0].year }
    if let first = years.min(), let last = years.max() { report.years = first...last }
    report.placeTokens = family.places.reduce(0) {
      $0 + family.variants[Int($1.variant)].tokens.count
    }
    report.score = score(family, documents)
    return report
  }

  /// How formulaic the family is, from 0 to 100: the product of how many sources have it, how far it is
  /// spread over series, how long it is, and how surprising its tokens are, each from 0 to 1.
  private func score(_ family: Family, _ documents: [Int]) -> Double {
    func logarithm(_ count: Int) -> Double { Double(count + 1).logarithm }
    let reach = logarithm(family.sources) / max(1, logarithm(text.corpus.sourceCount))
    let houses = Set(documents.map { facts[$0].series ?? "\0\($0)" }).count
    let spread = 0.5 + 0.5 * Double(houses) / Double(documents.count)
    let length = Double(max(0, family.tokens.count - 3)) / Double(family.tokens.count + 5)
    let product = reach * spread * length * surprise.mean(of: family.tokens)
    return (min(1, product) * 1_000).rounded() / 10
  }

  private func tokens(of place: Place, in family: Family) -> Range<Int> {
    let first = Int(place.position)
    return first..<first + family.variants[Int(place.variant)].tokens.count
  }

  /// Where `family` stands.
  ///
  /// Its places lie all over the corpus. What tells where one stands, and then its text, is asked for while those before
  /// are looked at: waiting for memory took most of the time.
  private func places(of family: Family) -> [PlaceReport] {
    let places = family.places
    var reports = places.indices.map { index in
      let ahead = index + Self.lookahead
      if ahead < places.count { corpus.places.prefetch(Int(places[ahead].position)) }
      return place(of: places[index], in: family)
    }
    for index in reports.indices {
      let ahead = index + Self.lookahead
      if ahead < reports.count {
        corpus.files[files[Int(reports[ahead].document)]].content.prefetch(
          Int(reports[ahead].start))
      }
      let report = reports[index]
      let bytes = completed(Int(report.start)..<Int(report.end), Int(report.document))
      reports[index].start = UInt32(bytes.lowerBound)
      reports[index].end = UInt32(bytes.upperBound)
    }
    return reports
  }

  /// The place from its first token to its last.
  private func place(of place: Place, in family: Family) -> PlaceReport {
    let bytes = bytes(of: tokens(of: place, in: family))
    return PlaceReport(
      document: Int32(text.corpus.document(at: Int(place.position))),
      start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound), line: 0, column: 0,
      variant: Int32(place.variant), similarity: place.similarity)
  }

  private func bytes(of tokens: Range<Int>) -> Range<Int> {
    corpus.start(of: tokens.lowerBound)..<corpus.end(of: tokens.upperBound - 1)
  }

  private func completed(_ bytes: Range<Int>, _ document: Int) -> Range<Int> {
    PairedMarks.complete(
      bytes, in: corpus.files[files[document]].content, within: byteRanges[document])
  }

  private func bytes(of place: PlaceReport) -> ArraySlice<UInt8> {
    corpus.files[files[Int(place.document)]].content[Int(place.start)..<Int(place.end)]
  }

  /// For each variant the first place that has the text that most of its places have, the smallest on
  /// a tie.
  private func mostFrequentTexts(_ places: [PlaceReport], variants: Int) -> [Int] {
    var counts = [TextCounts](repeating: TextCounts(), count: variants)
    for (index, place) in places.enumerated() {
      counts[Int(place.variant)].add(bytes(of: place), at: index)
    }
    return counts.map { $0.mostFrequent() }
  }

  /// The canonical text with slots and alternations: `市{slot}届人大{slot}次会议`.
  private func template(_ family: Family, _ place: Place) -> String {
    let tokens = tokens(of: place, in: family)
    let document = text.corpus.document(at: Int(place.position))
    let content = corpus.files[files[document]].content
    let whole = completed(bytes(of: tokens), document)
    var template = TemplateText(
      family.alternations.map { ($0.range, $0.options.map(rendered)) })
    var offset = whole.lowerBound
    for (index, token) in tokens.enumerated() {
      let isSlot = corpus.tokens[token] == TokenValue.slot
      let bytes = corpus.bytes(of: token)
      template.add(
        isSlot ? "{slot}" : OneLine.text(content[bytes]),
        gap: gap(content[offset..<bytes.lowerBound], before: token, in: tokens), at: index)
      offset = bytes.upperBound
    }
    template.end(count: tokens.count)
    return template.text + OneLine.text(content[offset..<whole.upperBound])
  }

  /// The text of an option of an alternation, which stands nowhere by itself.
  private func rendered(_ tokens: [UInt32]) -> String {
    var text = ""
    for (index, token) in tokens.enumerated() {
      let isBesideWord =
        index > 0 && (corpus.isWord(token) || corpus.isWord(tokens[index - 1]))
      text += (isBesideWord ? " " : "") + corpus.text(ofToken: token)
    }
    return text
  }

  /// What stands before a token of the template: white space only beside words of spaced scripts.
  private func gap(
    _ bytes: ArraySlice<UInt8>, before token: Int, in tokens: Range<Int>
  ) -> String {
    if bytes.isEmpty { return "" }
    let isBesideWord =
      corpus.isWord(corpus.tokens[token])
      || (token > tokens.lowerBound && corpus.isWord(corpus.tokens[token - 1]))
    let text = String(decoding: bytes, as: UTF8.self)
    if !isBesideWord { return text.filter { !$0.isWhitespace } }
    return text.contains(where: \.isNewline) ? OneLine.spaced(text) : text
  }
}

/// How often each text occurs among the places of a variant: nearly all have the same.
private struct TextCounts {
  private var first: (text: ArraySlice<UInt8>, count: Int, place: Int)?
  private var others: [ArraySlice<UInt8>: (count: Int, place: Int)] = [:]

  mutating func add(_ text: ArraySlice<UInt8>, at place: Int) {
    if let known = first {
      if known.text == text {
        first!.count += 1
      } else {
        others[text, default: (0, place)].count += 1
      }
    } else {
      first = (text, 1, place)
    }
  }

  /// A place with the most frequent text.
  /// - Precondition: a text was added.
  func mostFrequent() -> Int {
    var best = first!
    for (text, found) in others
    where found.count > best.count
      || (found.count == best.count && text.lexicographicallyPrecedes(best.text))
    {
      best = (text, found.count, found.place)
    }
    return best.place
  }
}

/// Text of several lines that were joined, on one line.
enum OneLine {
  /// `bytes` with each line break, and the white space beside it, replaced: by nothing beside a Han,
  /// kana or hangul character, by a space elsewhere.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    var joined = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let part = line.drop(while: \.isWhitespace)
      while joined.last?.isWhitespace == true { joined.removeLast() }
      if let left = joined.unicodeScalars.last, let right = part.unicodeScalars.first,
        left.value < firstUnspaced && right.value < firstUnspaced
      {
        joined += " "
      }
      joined += part
    }
    return joined
  }

  /// `text`, which stands beside a word, with line breaks and the white space beside them as a space.
  static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { $0.filter { !$0.isWhitespace } }
      .joined(separator: " ")
  }

  /// From the CJK radicals on, scripts put no space between words.
  private static let firstUnspaced: UInt32 = 0x2E80
}

/// The alternations of a family as they stand in its template.
private struct TemplateText {
  typealias Alternation = (range: Range<Int>, options: [String])

  private let alternations: [Alternation]
  private(set) var text = ""
  /// What stands in the place of the alternation that is open.
  private var open: (alternation: Int, text: String)?
  private var next = 0

  init(_ alternations: [Alternation]) { self.alternations = alternations }

  /// Adds token `index` with the `gap` before it.
  mutating func add(_ surface: String, gap: String, at index: Int) {
    close(before: index)
    if open == nil {
      text += gap
      insert(before: index)
    } else {
      open!.text += gap
    }
    if open == nil, next < alternations.count, alternations[next].range.lowerBound == index {
      open = (next, "")
      next += 1
    }
    if open == nil { text += surface } else { open!.text += surface }
  }

  /// Ends the template after `count` tokens.
  mutating func end(count: Int) {
    close(before: count)
    insert(before: count)
  }

  private mutating func close(before index: Int) {
    guard let known = open, alternations[known.alternation].range.upperBound <= index
    else { return }
    write(known.text, alternations[known.alternation].options)
    open = nil
  }

  private mutating func insert(before index: Int) {
    guard next < alternations.count, alternations[next].range == index..<index else { return }
    write("", alternations[next].options)
    next += 1
  }

  private mutating func write(_ first: String, _ others: [String]) {
    text += "{\(([first] + others).joined(separator: "|"))}"
  }
}

/// The hexadecimal form of a hash, 16 digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
