internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine
internal import TextIngest

/// Makes the report of a family: texts cut out of the files, the template, the id.
struct FamilyAssembly: Sendable {
  let corpus: Corpus
  let text: PhraseText

  /// The report of `family`, its places without lines and columns, in order of document and start.
  func report(_ family: Family) -> FamilyReport {
    var places = family.places.map { place(of: $0, in: family) }
    places.sort { ($0.document, $0.start) < ($1.document, $1.start) }
    let texts = family.variants.indices.map { mostFrequentText(of: UInt32($0), family) }
    let canonical = texts[0]
    return FamilyReport(
      id: hexadecimal(family.id), kind: family.kind, kindIsSure: family.kindIsSure,
      canonical: canonical.text, template: template(family, canonical.place),
      tokens: family.tokens.count, documents: family.sources, occurrences: family.places.count,
      nested: family.nested,
      variants: family.variants.indices.map {
        VariantReport(
          text: texts[$0].text, documents: family.variants[$0].sources,
          occurrences: family.variants[$0].occurrences)
      },
      places: places)
  }

  private func tokens(of place: Place, in family: Family) -> Range<Int> {
    let first = Int(place.position)
    return first..<first + family.variants[Int(place.variant)].tokens.count
  }

  private func place(of place: Place, in family: Family) -> PlaceReport {
    let document = text.corpus.document(at: Int(place.position))
    let bytes = bytes(of: tokens(of: place, in: family), document)
    return PlaceReport(
      document: Int32(document), start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound),
      line: 0, column: 0, variant: Int32(place.variant), similarity: 1)
  }

  private func bytes(of tokens: Range<Int>, _ document: Int) -> Range<Int> {
    let source = corpus.documents[document]
    let range = Int(corpus.starts[tokens.lowerBound])..<Int(corpus.ends[tokens.upperBound - 1])
    return PairedMarks.complete(
      range, in: corpus.files[source.file].content, within: source.byteRange)
  }

  /// The text that most places of a variant have, the smallest on a tie, and the first such place.
  private func mostFrequentText(
    of variant: UInt32, _ family: Family
  ) -> (text: String, place: Place) {
    var counts: [ArraySlice<UInt8>: (count: Int, place: Place)] = [:]
    for place in family.places where place.variant == variant {
      let document = text.corpus.document(at: Int(place.position))
      let content = corpus.files[corpus.documents[document].file].content
      let text = content[bytes(of: tokens(of: place, in: family), document)]
      counts[text, default: (0, place)].count += 1
    }
    let best = counts.max {
      $0.value.count != $1.value.count
        ? $0.value.count < $1.value.count : $1.key.lexicographicallyPrecedes($0.key)
    }!
    return (Self.singleLine(best.key), best.value.place)
  }

  /// Text of a place on one line: a line break in it, which was joined, is left out.
  private static func singleLine(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The canonical text with slots and alternations: `市{slot}届人大{slot}次会议`.
  private func template(_ family: Family, _ place: Place) -> String {
    let tokens = tokens(of: place, in: family)
    let document = text.corpus.document(at: Int(place.position))
    let content = corpus.files[corpus.documents[document].file].content
    let alternatives = Alternatives(family.edits)
    let whole = bytes(of: tokens, document)
    var text = ""
    var offset = whole.lowerBound
    for (index, token) in tokens.enumerated() {
      text += gap(content[offset..<Int(corpus.starts[token])], before: token, in: tokens)
      let isSlot = corpus.tokens[token] == TokenValue.slot
      let surface =
        isSlot
        ? "{slot}"
        : Self.singleLine(content[Int(corpus.starts[token])..<Int(corpus.ends[token])])
      text += alternatives.insertions(before: index, render: render)
      text += alternatives.choice(at: index, surface, render: render)
      offset = Int(corpus.ends[token])
    }
    text += alternatives.insertions(before: tokens.count, render: render)
    return text + Self.singleLine(content[offset..<whole.upperBound])
  }

  /// What stands before a token of the template: white space only beside words of spaced scripts.
  private func gap(
    _ bytes: ArraySlice<UInt8>, before token: Int, in tokens: Range<Int>
  ) -> String {
    let isBesideWord =
      corpus.tokens[token] >= TokenValue.firstWord
      || (token > tokens.lowerBound && corpus.tokens[token - 1] >= TokenValue.firstWord)
    let text = Self.singleLine(bytes)
    return isBesideWord ? text : text.filter { !$0.isWhitespace }
  }

  private func render(_ token: UInt32) -> String { corpus.text(ofToken: token) }
}

/// Where the variants of a family differ from the canonical tokens.
private struct Alternatives {
  private var changes: [Int: [UInt32]] = [:]
  private var dropped = Set<Int>()
  private var inserted: [Int: [UInt32]] = [:]

  init(_ edits: [OneEdit]) {
    for edit in edits {
      switch edit {
      case .change(let index, let token): changes[index, default: []].append(token)
      case .deletion(let index): dropped.insert(index)
      case .insertion(let index, let token): inserted[index, default: []].append(token)
      }
    }
  }

  func choice(at index: Int, _ surface: String, render: (UInt32) -> String) -> String {
    let others = changes[index, default: []].map(render)
    if others.isEmpty && !dropped.contains(index) { return surface }
    let options = [surface] + others + (dropped.contains(index) ? [""] : [])
    return "{\(options.joined(separator: "|"))}"
  }

  func insertions(before index: Int, render: (UInt32) -> String) -> String {
    guard let tokens = inserted[index] else { return "" }
    return "{|\(tokens.map(render).joined(separator: "|"))}"
  }
}

/// The hexadecimal form of a hash, 16 digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
