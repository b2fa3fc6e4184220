internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Finds what was left over in a draft: from the report that it was made from, from a form that was not
/// filled in, from a redaction that was not finished.
struct ResidueFinder: Sendable {
  /// The drafts.
  let corpus: Corpus
  let findings: Findings
  /// Of the drafts.
  let facts: [DocumentFacts]
  /// What the drafts were compared with.
  let sources: [ReferenceDocument]
  /// How often what may be the names of places stands in the reference and in the draft.
  let counts: PairCounts
  /// The residue of `document`, rising.
  func residue(of document: Int) -> [ResidueReport] {
    let content = corpus.files[corpus.documents[document].file].content
    let range = corpus.documents[document].byteRange
    let names = PlaceNames(corpus, counts: counts).find(in: document)
    let blanks = BlankText(corpus, document: document)
    var found = foreignNames(document, names) + lastYears(document)
    found += sourceNumbers(document, blanks)
    found += openBlanks(blanks)
    found += unmasked(names + PersonNames.find(in: content, range: range), blanks)
    found += otherNames(names, document) + unclosedMarks(document) + doubledCharacters(document)
    var lines = LineCursor(content)
    var covered = 0
    let order = ResidueReason.allCases
    return found.sorted {
      ($0.bytes.lowerBound, order.firstIndex(of: $0.reason)!)
        < ($1.bytes.lowerBound, order.firstIndex(of: $1.reason)!)
    }.compactMap { item in
      guard item.bytes.lowerBound >= covered else { return nil }
      covered = item.bytes.upperBound
      let place = lines.advance(to: item.bytes.lowerBound)
      return ResidueReport(
        start: item.bytes.lowerBound, end: item.bytes.upperBound, line: Int(place.line),
        column: Int(place.column), text: OneLine.text(content[item.bytes]),
        reason: item.reason, count: item.count, source: item.source.map { sources[$0].id })
    }
  }

  struct Item {
    var bytes: Range<Int>
    var reason: ResidueReason
    var source: Int?
    /// How many of its like there are, where one stands for all.
    var count = 1
  }

  /// The bytes of `document` that were copied, with their sources.
  private func copies(_ document: Int) -> [(bytes: Range<Int>, source: Int)] {
    findings.matches.filter { Int($0.leftDocument) == document }.map { match in
      let first = Int(match.left)
      let end = corpus.end(of: first + Int(match.length) - 1)
      return (corpus.start(of: first)..<end, Int(match.rightDocument))
    }
  }

  /// Names of places in a copied passage that the rest of the document has nowhere.
  private func foreignNames(_ document: Int, _ names: [PlaceNames.Found]) -> [Item] {
    let copies = copies(document)
    func source(of name: PlaceNames.Found) -> Int? {
      copies.first { $0.bytes.contains(name.bytes.lowerBound) }?.source
    }
    let own = Set(names.filter { source(of: $0) == nil }.map(\.name))
    return names.compactMap { name in
      guard let source = source(of: name), !own.contains(name.name),
        facts[document].place != name.name
      else { return nil }
      return Item(bytes: name.bytes, reason: .placeOfSource, source: source)
    }
  }

  /// The year of the source, in a copied passage of a report of a later year.
  private func lastYears(_ document: Int) -> [Item] {
    guard let year = facts[document].year else { return [] }
    let content = corpus.files[corpus.documents[document].file].content
    return copies(document).flatMap { copy -> [Item] in
      guard let old = sources[copy.source].facts.year, old < year else { return [] }
      return corpus.positions(in: copy.bytes, of: document).compactMap { position in
        let bytes = corpus.bytes(of: position)
        guard content[bytes].elementsEqual("\(old)".utf8) else { return nil }
        return Item(bytes: bytes, reason: .yearOfSource, source: copy.source)
      }
    }
  }

  /// Figures in a copied passage that the rest of the document has nowhere: those of the source.
  private func sourceNumbers(_ document: Int, _ blanks: BlankText) -> [Item] {
    let copies = copies(document)
    if copies.isEmpty { return [] }
    let tokens = corpus.documents[document].tokens
    func isCopied(_ position: Int) -> Bool {
      copies.contains { $0.bytes.contains(corpus.start(of: position)) }
    }
    let figures = tokens.filter { isFigure($0) && !blanks.positions.contains($0) }
    let own = Set(figures.filter { !isCopied($0) }.map { Array(corpus.surface(of: $0)) })
    return figures.compactMap { position in
      let bytes = corpus.bytes(of: position)
      guard let source = copies.first(where: { $0.bytes.contains(bytes.lowerBound) })?.source,
        !own.contains(Array(corpus.surface(of: position)))
      else { return nil }
      return Item(bytes: bytes, reason: .numberOfSource, source: source)
    }
  }

  /// Whether the token is a number of two digits or more.
  private func isFigure(_ position: Int) -> Bool {
    corpus.tokens[position] == TokenValue.slot
      && corpus.surface(of: position).count { (0x30...0x39).contains($0) } > 1
  }

  /// Quotation marks that nothing closes, in their block or the next ones.
  private func unclosedMarks(_ document: Int) -> [Item] {
    let source = corpus.documents[document]
    let starts = source.blockStarts.dropFirst().map { Int($0) } + [source.tokens.upperBound]
    let blockEnds = source.tokens.isEmpty ? [] : starts.map { corpus.end(of: $0 - 1) }
    return OpenMarks.unclosed(
      in: corpus.files[source.file].content, source.byteRange, blockEnds: blockEnds
    ).map { Item(bytes: $0, reason: .unclosedMark, source: nil) }
  }

  /// Characters that stand before and after a break.
  private func doubledCharacters(_ document: Int) -> [Item] {
    let source = corpus.documents[document]
    let content = corpus.files[source.file].content
    return source.joins.compactMap { join in
      let end = Int(join)
      var start = end
      while start > source.byteRange.lowerBound, content[start - 1] != 0x0A { start -= 1 }
      while start < end, content[start] == 0x20 || content[start] == 0x09 { start += 1 }
      return start < end ? Item(bytes: start..<end, reason: .doubled, source: nil) : nil
    }
  }
}
