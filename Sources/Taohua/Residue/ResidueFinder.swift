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
  /// Documents that are redacted have so many blanks at least, and so many to a thousand tokens.
  private static let blanks = 5
  private static let blanksPerThousand = 2.0

  /// The residue of `document`, rising.
  func residue(of document: Int) -> [ResidueReport] {
    let content = corpus.files[corpus.documents[document].file].content
    let range = corpus.documents[document].byteRange
    let names = PlaceNames(corpus, counts: counts).find(in: document)
    var found =
      foreignNames(document, names) + lastYears(document) + sourceNumbers(document)
    if isRedacted(document) {
      found += unmasked(names + PersonNames.find(in: content, range: range), content)
    } else {
      found += unfilledBlanks(document)
    }
    found += ownNames(names, content) + unclosedMarks(document) + doubledCharacters(document)
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
        reason: item.reason, source: item.source.map { sources[$0].id })
    }
  }

  private struct Item {
    var bytes: Range<Int>
    var reason: ResidueReason
    var source: Int?
  }

  /// The bytes of `document` that were copied, with their sources.
  private func copies(_ document: Int) -> [(bytes: Range<Int>, source: Int)] {
    findings.matches.filter { Int($0.leftDocument) == document }.map { match in
      let first = Int(match.left)
      let end = corpus.end(of: first + Int(match.length) - 1)
      return (Int(corpus.starts[first])..<end, Int(match.rightDocument))
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
        let bytes = Int(corpus.starts[position])..<corpus.end(of: position)
        guard content[bytes].elementsEqual("\(old)".utf8) else { return nil }
        return Item(bytes: bytes, reason: .yearOfSource, source: copy.source)
      }
    }
  }

  /// Figures in a copied passage that the rest of the document has nowhere: those of the source.
  private func sourceNumbers(_ document: Int) -> [Item] {
    let copies = copies(document)
    if copies.isEmpty { return [] }
    let tokens = corpus.documents[document].tokens
    func isCopied(_ position: Int) -> Bool {
      copies.contains { $0.bytes.contains(Int(corpus.starts[position])) }
    }
    let figures = tokens.filter { isFigure($0) }
    let own = Set(figures.filter { !isCopied($0) }.map { Array(corpus.surface(of: $0)) })
    return figures.compactMap { position in
      let bytes = Int(corpus.starts[position])..<corpus.end(of: position)
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
      && !isBlank(position)
  }

  /// Whether names and figures of the document were masked throughout.
  private func isRedacted(_ document: Int) -> Bool {
    let tokens = corpus.documents[document].tokens
    let blanks = tokens.count { isBlank($0) }
    return blanks >= Self.blanks
      && Double(blanks) * 1_000 >= Self.blanksPerThousand * Double(tokens.count)
  }

  private func isBlank(_ position: Int) -> Bool {
    guard corpus.tokens[position] == TokenValue.slot else { return false }
    return BlankMarks.isBlank(corpus.surface(of: position))
  }

  private func unmasked(_ names: [PlaceNames.Found], _ content: [UInt8]) -> [Item] {
    names.map { Item(bytes: $0.bytes, reason: .notMasked, source: nil) }
  }

  /// Blanks in a document that has few: the form was not filled in.
  private func unfilledBlanks(_ document: Int) -> [Item] {
    corpus.documents[document].tokens.filter(isBlank).map { position in
      Item(
        bytes: Int(corpus.starts[position])..<corpus.end(of: position), reason: .blank,
        source: nil)
    }
  }

  /// A second name of the office's own place: 乙市人大常委会 in a report of 甲市人大常委会.
  private func ownNames(_ names: [PlaceNames.Found], _ content: [UInt8]) -> [Item] {
    let organs = ["人大", "人民政府", "市委", "县委", "区委", "政府"].map { Array($0.utf8) }
    let own = names.filter { name in
      organs.contains { content[name.bytes.upperBound...].starts(with: $0) }
    }
    let counts = Dictionary(grouping: own) { $0.name }.mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 2
    else { return [] }
    let level = most.key.last
    return own.filter { name in
      name.name != most.key && name.name.last == level && counts[name.name]! * 5 <= most.value
    }.map { Item(bytes: $0.bytes, reason: .otherName, source: nil) }
  }

  /// Quotation marks that nothing closes, in their line or the next ones.
  private func unclosedMarks(_ document: Int) -> [Item] {
    let source = corpus.documents[document]
    return OpenMarks.unclosed(in: corpus.files[source.file].content, source.byteRange).map {
      Item(bytes: $0, reason: .unclosedMark, source: nil)
    }
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

/// Tells the blanks of forms and redactions from numbers.
enum BlankMarks {
  static func isBlank(_ surface: ArraySlice<UInt8>) -> Bool {
    guard let first = surface.first else { return false }
    let text = String(decoding: surface, as: UTF8.self)
    return first == 0x2A || first == 0x5F || first == 0x5B
      || text.contains { "xX×〇○□某＊＿ｘＸ".contains($0) }
  }
}

/// Quotation marks that are opened and not closed: neither in their line nor in the three after it.
enum OpenMarks {
  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "《": "》", "「": "」"]

  private static let lines = 3

  /// The bytes of the marks in `content[range]` that nothing closes, rising.
  static func unclosed(in content: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var open: [(closing: Unicode.Scalar, bytes: Range<Int>, line: Int)] = []
    var unclosed: [Range<Int>] = []
    var line = 0
    var offset = range.lowerBound
    for scalar in String(decoding: content[range], as: UTF8.self).unicodeScalars {
      let next = offset + String(scalar).utf8.count
      if scalar == "\n" {
        line += 1
        unclosed += open.filter { line - $0.line > lines }.map(\.bytes)
        open.removeAll { line - $0.line > lines }
      } else if let closing = pairs[scalar] {
        open.append((closing, offset..<next, line))
      } else if let index = open.lastIndex(where: { $0.closing == scalar }) {
        unclosed += open[(index + 1)...].map(\.bytes)
        open.removeSubrange(index...)
      }
      offset = next
    }
    return (unclosed + open.map(\.bytes)).sorted { $0.lowerBound < $1.lowerBound }
  }
}
