/// Writes findings for the page of a check: where each stands too and how that reads beside the draft, and
/// the entry that would allow it.
struct FindingPageData {
  private let report: CheckReport
  /// The ids of documents that findings name, each once.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// The file of each document, checked or of the corpus.
  private let files: [String: Int]
  private let differences = TextDifference.allCases

  /// Bytes of text on either side of a place.
  private static let context = 96
  /// Columns of the words of an entry.
  private static let commentWidth = 80
  /// So many further documents of a finding are named; the others are counted.
  private static let named = 12

  init(_ report: CheckReport) {
    self.report = report
    files = FindingSources.files(of: report)
  }

  mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    json.field("code", finding.rule.rawValue)
    json.field("severity", finding.severity.rawValue)
    json.field("document", ifKnown: finding.document)
    json.field("path", finding.path)
    json.field("start", finding.start)
    json.field("end", finding.end)
    json.field("line", finding.line)
    json.field("family", ifKnown: finding.family)
    json.field("similarity", finding.similarity)
    json.field("new", finding.isNew)
    json.object("message") {
      $0.field("en", finding.detail.text(in: .english))
      $0.field("zh", finding.detail.text(in: .chinese))
    }
    if case .stock(let documents, let sources, _) = finding.detail {
      json.field("inSources", [documents, sources])
    }
    json.field("allow", ifKnown: allowText(finding))
    write(finding.closest, among: documents(of: finding), to: &json)
  }

  /// Shared text: where it is and where it stands too.
  mutating func write(_ span: SpanSources, to json: inout JSONWriter) {
    json.field("document", span.document)
    json.field("start", span.range.lowerBound)
    json.field("end", span.range.upperBound)
    write(span.closest, among: span.sources, to: &json)
  }

  /// The entry that allows `finding`, with its words as a comment where it is an id alone.
  private func allowText(_ finding: Finding) -> String? {
    guard let entry = allowEntry(finding) else { return nil }
    if !entry.phrase.isEmpty { return entry.text }
    let words = DisplayText.truncated(
      DisplayText.clean(report.text(of: finding)), to: Self.commentWidth)
    return "# \(words)\n" + entry.text
  }

  /// The entry of an allow list that takes `finding` away; nil where no entry does.
  private func allowEntry(_ finding: Finding) -> AllowEntryText? {
    guard finding.document != nil else { return nil }
    switch finding.rule {
    case .stockPhrase, .nearVariant:
      guard let family = finding.family.map({ report.families[$0] }) else { return nil }
      // A part of a phrase is allowed with the whole; a whole one reads better by its words.
      let text = FoldedText(report.text(of: finding))
      let variant = family.variants.first { FoldedText($0.text) == text }
      return variant.map { AllowEntryText(id: nil, phrase: $0.text) }
        ?? AllowEntryText(id: family.id)
    case .copiedPassage, .repeated, .residue, .misquoted:
      return AllowEntryText(id: finding.fingerprint)
    case .stockShare, .unusedSuppression, .expired, .unreadable: return nil
    }
  }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}

// MARK: Places

extension FindingPageData {
  /// Each place with the number of its document, its line, the text before it, its pieces and the text after
  /// it; then the other ones of `documents` by number, and how many are not named.
  private mutating func write(
    _ places: [ClosePlace], among documents: [String], to json: inout JSONWriter
  ) {
    json.key("closest")
    json.beginArray()
    for place in places {
      guard let file = files[place.document] else { continue }
      json.beginArray()
      json.value(number(of: place.document))
      json.value(place.line)
      let content = report.files[file].content
      let start = UTF8Boundary.floor(max(0, place.range.lowerBound - Self.context), in: content)
      let end = UTF8Boundary.floor(
        min(content.count, place.range.upperBound + Self.context), in: content)
      json.value(utf8: content, in: start..<place.range.lowerBound)
      if place.pieces.isEmpty {
        // It was not compared.
        json.value(utf8: content, in: place.range)
      } else {
        write(place.pieces, to: &json)
      }
      json.value(utf8: content, in: place.range.upperBound..<max(place.range.upperBound, end))
      json.endArray()
    }
    json.endArray()
    let shown = Set(places.map(\.document))
    let others = documents.filter { !shown.contains($0) }
    json.key("others")
    json.beginArray()
    for name in others.prefix(Self.named) { json.value(number(of: name)) }
    json.endArray()
    json.field("unnamed", max(0, others.count - Self.named))
  }

  /// A piece that is the same is a string; one that differs has the text there, the text here, and how.
  private func write(_ pieces: [PlacePiece], to json: inout JSONWriter) {
    json.beginArray()
    for piece in pieces {
      guard let difference = piece.difference else {
        json.value(piece.there)
        continue
      }
      json.beginArray()
      json.value(piece.there)
      json.value(piece.here)
      json.value(differences.firstIndex(of: difference)!)
      json.endArray()
    }
    json.endArray()
  }

  private func documents(of finding: Finding) -> [String] {
    guard let family = finding.family, let draft = finding.document else { return finding.sources }
    let leftOut = draft < report.leftOut.count ? report.leftOut[draft] : []
    var documents: [Int] = []
    for place in report.families[family].places where documents.last != Int(place.document) {
      if !leftOut.contains(Int(place.document)) { documents.append(Int(place.document)) }
    }
    return documents.map { report.placeDocuments[$0].id }
  }
}
