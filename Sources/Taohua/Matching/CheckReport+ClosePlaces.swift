package import PhraseReport
internal import TextIngest

extension CheckReport {
  /// Looks for the places that read most like what each finding is about, and compares them with it.
  ///
  /// - Parameter reading: how the drafts were read.
  package mutating func compareClosePlaces(reading: ReadingSettings) {
    let search = ClosePlaceSearch(self, reading: reading.ingest)
    for index in findings.indices { findings[index].closest = search.places(of: findings[index]) }
    for index in spanSources.indices {
      spanSources[index].closest = search.places(of: spanSources[index])
    }
  }
}

/// Finds the places that read most like a finding.
private struct ClosePlaceSearch {
  private let report: CheckReport
  private let reading: IngestSettings
  /// The file of each document, checked or of the corpus.
  private let files: [String: Int]

  /// A place that may be one of the best.
  private struct Candidate {
    var document: String
    var range: Range<Int>
    var line: Int

    init(document: String, range: Range<Int>, line: Int) {
      self.document = document
      self.range = range
      self.line = line
    }

    init(_ place: FindingPlace) {
      self.init(document: place.document, range: place.start..<place.end, line: place.line)
    }
  }

  /// So many places are shown.
  private static let shown = 3
  /// So many places of a phrase are looked at for one of the same bytes, and so many documents are
  /// compared word by word: a phrase of thousands of documents is the same in most of them.
  private static let looked = 256
  private static let compared = 12
  /// So many bytes beside a place may belong to what was found.
  private static let margin = 120
  /// Longer passages, in bytes, are told the same or not, and not compared word by word.
  private static let longest = 30_000

  init(_ report: CheckReport, reading: IngestSettings) {
    self.report = report
    self.reading = reading
    files = FindingSources.files(of: report)
  }

  func places(of finding: Finding) -> [ClosePlace] {
    guard let document = finding.document, finding.end > finding.start else { return [] }
    let range = finding.start..<finding.end
    return best(range, of: document, among: places(finding))
  }

  func places(of span: SpanSources) -> [ClosePlace] {
    best(span.range, of: span.document, among: span.places.map(Candidate.init))
  }

  /// The best of `places` for the bytes `range` of a draft.
  private func best(
    _ range: Range<Int>, of document: Int, among places: [Candidate]
  ) -> [ClosePlace] {
    let file = report.documents[document].file
    let content = report.files[file].content
    let text = Array(content[range])
    // Context tells a slot: 3 before 年.
    let here =
      text.count > Self.longest
      ? nil
      : PassageComparison.Passage(
        range, in: content, margin: 12, isMarkdown: isMarkdown(file), settings: reading)
    let found = candidates(among: places, for: text)
      .map { place(of: $0, comparedWith: here, text) }
    return Array(
      found.enumerated().sorted { left, right in
        let differences = (left.element.differences, right.element.differences)
        if differences.0 == differences.1 { return left.offset < right.offset }
        return differences.0.lexicographicallyPrecedes(differences.1)
      }.prefix(Self.shown).map(\.element))
  }

  private func isMarkdown(_ file: Int) -> Bool {
    report.files[file].source.format == TextFormat.markdown.name
  }

  private func place(
    of candidate: Candidate, comparedWith here: PassageComparison.Passage?, _ text: [UInt8]
  ) -> ClosePlace {
    let file = files[candidate.document]!
    let content = report.files[file].content
    if content[candidate.range].elementsEqual(text) {
      let text = String(decoding: text, as: UTF8.self)
      return ClosePlace(
        document: candidate.document, range: candidate.range, line: candidate.line,
        pieces: [PlacePiece(there: text, here: text, difference: nil)])
    }
    guard let here, candidate.range.count <= Self.longest else {
      return ClosePlace(
        document: candidate.document, range: candidate.range, line: candidate.line, pieces: [])
    }
    let there = PassageComparison.Passage(
      candidate.range, in: content, margin: Self.margin, isMarkdown: isMarkdown(file),
      settings: reading)
    let (range, pieces) = PassageComparison(here, with: there).result
    return ClosePlace(
      document: candidate.document, range: range,
      line: line(of: range.lowerBound, in: content, candidate), pieces: pieces)
  }

  /// The line of the byte `start`, which is not far from `candidate`.
  private func line(of start: Int, in content: [UInt8], _ candidate: Candidate) -> Int {
    func breaks(_ range: Range<Int>) -> Int { content[range].count { $0 == 0x0A } }
    let known = candidate.range.lowerBound
    return start < known
      ? candidate.line - breaks(start..<known) : candidate.line + breaks(known..<start)
  }

  /// Whether `text` stands at `place`, or with more of it beside the place: a finding may begin before its
  /// phrase and end after it.
  private static func stands(
    _ text: [UInt8], in content: [UInt8], around place: Range<Int>
  ) -> Bool {
    let room = text.count - place.count
    if room <= 0 || room > margin { return content[place].elementsEqual(text) }
    let first = max(0, place.lowerBound - room)
    let last = min(place.lowerBound, content.count - text.count)
    return first <= last
      && (first...last).contains { content[$0..<$0 + text.count].elementsEqual(text) }
  }

  /// Where `finding` stands too.
  private func places(_ finding: Finding) -> [Candidate] {
    if !finding.places.isEmpty { return finding.places.map(Candidate.init) }
    guard let family = finding.family, let draft = finding.document else { return [] }
    let leftOut = draft < report.leftOut.count ? report.leftOut[draft] : []
    return report.families[family].places.lazy.filter { !leftOut.contains(Int($0.document)) }
      .prefix(Self.looked).map {
        Candidate(
          document: report.placeDocuments[Int($0.document)].id,
          range: Int($0.start)..<Int($0.end), line: Int($0.line))
      }
  }

  /// Of `places` one in each document: those where `text` stands as it is, else some of the others.
  private func candidates(among places: [Candidate], for text: [UInt8]) -> [Candidate] {
    let places = places.filter { place in
      files[place.document].map { place.range.upperBound <= report.files[$0].content.count }
        ?? false
    }
    let isSame = places.map { place in
      Self.stands(
        text, in: report.files[files[place.document]!].content, around: place.range)
    }
    var seen = Set<String>()
    let same = zip(places, isSame).filter { $1 && seen.insert($0.document).inserted }
    if same.count >= Self.shown { return same.prefix(Self.shown).map(\.0) }
    let others = zip(places, isSame).filter { !$1 && seen.insert($0.document).inserted }
    return (same + others.prefix(Self.compared)).map(\.0)
  }
}
