internal import CorpusIndex
internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// The sections of a catalogue's file: what a check needs of the corpus beside its tokens.
enum CatalogueSection {
  static let head = 1
  static let documents = 2
  static let series = 3
  static let words = 4
  static let phrases = 5
  static let familyIDs = 6
  static let families = 7
  static let familyStarts = 8
  static let places = 9
  static let placeStarts = 10
  static let owners = 11
  static let ownerStarts = 12
  static let pairs = 13
  static let pairDirectory = 14
}

extension Catalogue {
  /// Writes what a check needs to a file of `folder`.
  func write(_ name: String, in folder: IndexFolder) throws(IndexError) -> Manifest.Part {
    let file = try SectionFileWriter(path: folder.path(of: name), kind: .catalogue)
    try file.begin(CatalogueSection.head)
    try file.add(encodedHead)
    try file.begin(CatalogueSection.documents)
    try file.add(encodedDocuments)
    try file.begin(CatalogueSection.series)
    try file.add(encodedSeries)
    let (words, phrases) = encodedPhrases
    try file.begin(CatalogueSection.words)
    try file.add(words)
    try file.begin(CatalogueSection.phrases)
    try file.add(phrases)
    try file.begin(CatalogueSection.familyIDs)
    var ids = ByteWriter()
    for id in inventory.familyIDs { ids.add(fixed: id) }
    try file.add(ids.bytes)
    try write(
      families.map { $0.encoded }, to: file, CatalogueSection.families,
      CatalogueSection.familyStarts)
    try write(
      families.map { $0.encodedPlaces }, to: file, CatalogueSection.places,
      CatalogueSection.placeStarts)
    try write(
      documents.indices.map { encodedOwners(of: $0) }, to: file, CatalogueSection.owners,
      CatalogueSection.ownerStarts)
    let (directory, pairs) = encodedPairs
    try file.begin(CatalogueSection.pairs)
    try file.add(pairs)
    try file.begin(CatalogueSection.pairDirectory)
    try file.add(directory)
    return Manifest.Part(name: name, checksum: try file.finish())
  }

  /// Writes `items` one after another, and where each begins.
  private func write(
    _ items: [[UInt8]], to file: SectionFileWriter, _ section: Int, _ startSection: Int
  ) throws(IndexError) {
    try file.begin(section)
    var starts = ByteWriter()
    var start: UInt64 = 0
    for item in items {
      try file.add(item)
      starts.add(fixed: start)
      start += UInt64(item.count)
    }
    starts.add(fixed: start)
    try file.begin(startSection)
    try file.add(starts.bytes)
  }

  private var encodedHead: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(mining.shingleLength.unspaced)
    bytes.add(mining.shingleLength.spaced)
    bytes.add(mining.minimumSources)
    bytes.add(mining.findsVariants)
    return bytes.bytes
  }

  private var encodedDocuments: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(documents.count)
    for (index, document) in documents.enumerated() {
      bytes.add(document.file)
      bytes.add(ifKnown: corpus.documents[index].part)
      bytes.add(document.leader)
      bytes.add(document.isSpaced)
      bytes.add(ifKnown: document.facts.series)
      bytes.add(ifKnown: document.facts.year)
      bytes.add(ifKnown: document.facts.place)
      bytes.add(ifKnown: document.facts.author)
    }
    return bytes.bytes
  }

  private var encodedSeries: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(series.numbers.count)
    for (key, numbers) in series.numbers.sorted(by: { $0.key < $1.key }) {
      bytes.add(fixed: key)
      bytes.add(fixed: numbers.first)
      bytes.add(numbers.areSeveral)
    }
    return bytes.bytes
  }

  /// The words of the phrases, numbered anew, and the phrases.
  private var encodedPhrases: (words: [UInt8], phrases: [UInt8]) {
    var numbers: [UInt32: UInt32] = [:]
    var words: [String] = []
    var phrases = ByteWriter()
    phrases.add(inventory.phrases.count)
    for phrase in inventory.phrases {
      phrases.add(phrase.family)
      phrases.add(phrase.variant)
      phrases.add(phrase.tokens.count)
      for token in phrase.tokens {
        if token < TokenCorpus.firstWord {
          phrases.add(Int(token))
          continue
        }
        let number = numbers[token] ?? TokenCorpus.firstWord + UInt32(words.count)
        if numbers[token] == nil {
          numbers[token] = number
          words.append(corpus.text(ofToken: token))
        }
        phrases.add(Int(number))
      }
    }
    var bytes = ByteWriter()
    bytes.add(words.count)
    for word in words { bytes.add(word) }
    return (bytes.bytes, phrases.bytes)
  }

  private var encodedPairs: (directory: [UInt8], pairs: [UInt8]) {
    StoredPairs.encoded(
      PairCounts.all(
        of: PlaceNames.characters, before: PlaceNames.endings, in: text.corpus, workers: workers))
  }

  /// The runs of tokens of one family: the gap before each, its length, the family.
  private func encodedOwners(of document: Int) -> [UInt8] {
    var bytes = ByteWriter()
    let range = text.corpus.range(of: document)
    var end = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let owner = owners[position]
      var next = position + 1
      while next < range.upperBound && owners[next] == owner { next += 1 }
      if owner != 0 {
        bytes.add(position - end)
        bytes.add(next - position)
        bytes.add(Int(owner) - 1)
        end = next
      }
      position = next
    }
    return bytes.bytes
  }
}

extension FamilyReport {
  /// All but the places.
  fileprivate var encoded: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(id)
    bytes.add(Int(kind.rawValue))
    bytes.add(kindIsSure)
    bytes.add(canonical)
    bytes.add(template)
    for number in [tokens, documents, occurrences, nested, placeTokens] { bytes.add(number) }
    bytes.add(series.count)
    for name in series { bytes.add(name) }
    bytes.add(isHouse)
    bytes.add(ifKnown: years?.lowerBound)
    bytes.add(ifKnown: years?.upperBound)
    bytes.add(fixed: score.bitPattern)
    bytes.add(variants.count)
    for variant in variants {
      bytes.add(variant.text)
      bytes.add(variant.documents)
      bytes.add(variant.occurrences)
    }
    return bytes.bytes
  }

  /// The places without lines and columns.
  fileprivate var encodedPlaces: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(places.count)
    var document: Int32 = 0
    var end: UInt32 = 0
    for place in places {
      bytes.add(Int(place.document - document))
      // Quotation marks that complete a place may reach into the one before.
      let start = place.document == document ? Int(place.start) - Int(end) : Int(place.start)
      bytes.add(start < 0 ? -start * 2 - 1 : start * 2)
      bytes.add(Int(place.end - place.start))
      bytes.add(Int(place.variant) * 2 + (place.similarity < 1 ? 1 : 0))
      if place.similarity < 1 { bytes.add(Int(place.similarity.bitPattern)) }
      document = place.document
      end = place.end
    }
    return bytes.bytes
  }

  /// The family that `bytes` hold, without places.
  init(_ bytes: inout ByteReader) {
    let id = bytes.text()
    let kind = PhraseKind(rawValue: UInt8(truncatingIfNeeded: bytes.number())) ?? .formula
    let isSure = bytes.flag()
    let canonical = bytes.text()
    let template = bytes.text()
    let numbers = (0..<5).map { _ in bytes.number() }
    let series = (0..<bytes.count()).map { _ in bytes.text() }
    let isHouse = bytes.flag()
    let first = bytes.optionalNumber()
    let last = bytes.optionalNumber()
    let score = Double(bitPattern: bytes.fixed())
    let variants = (0..<bytes.count()).map { _ in
      VariantReport(text: bytes.text(), documents: bytes.number(), occurrences: bytes.number())
    }
    self.init(
      id: id, kind: kind, kindIsSure: isSure, canonical: canonical, template: template,
      tokens: numbers[0], documents: numbers[1], occurrences: numbers[2], nested: numbers[3],
      variants: variants, places: [])
    placeTokens = numbers[4]
    self.series = series
    self.isHouse = isHouse
    if let first, let last, first <= last { years = first...last }
    self.score = score
  }

  /// Reads the places; false if they do not fit `documents` and the variants.
  ///
  /// - Parameter count: only those in the first so many documents that have any are wanted; nil for all.
  mutating func readPlaces(
    _ bytes: inout ByteReader, documents: Int, inFirst count: Int?
  ) -> Bool {
    var document = 0
    var end = 0
    var seen = 0
    for index in 0..<bytes.count() {
      let step = bytes.number()
      if step != 0 { end = 0 }
      if step != 0 || index == 0 { seen += 1 }
      if let count, seen > count { break }
      document &+= step
      let code = bytes.number()
      let start = end &+ (code & 1 == 0 ? code >> 1 : -((code + 1) >> 1))
      end = start &+ bytes.number()
      let variant = bytes.number()
      let similarity: Float =
        variant & 1 == 0 ? 1 : Float(bitPattern: UInt32(truncatingIfNeeded: bytes.number()))
      places.append(
        PlaceReport(
          document: Int32(truncatingIfNeeded: document), start: UInt32(truncatingIfNeeded: start),
          end: UInt32(truncatingIfNeeded: end), line: 0, column: 0,
          variant: Int32(truncatingIfNeeded: variant >> 1), similarity: similarity))
    }
    return bytes.isSound
      && places.allSatisfy {
        (0..<documents).contains(Int($0.document)) && variants.indices.contains(Int($0.variant))
          && $0.start <= $0.end
      }
  }
}
