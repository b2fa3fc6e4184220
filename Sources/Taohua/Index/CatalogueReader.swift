internal import CorpusIndex
internal import PhraseMining
internal import ShingleEngine

/// Reads the sections of a catalogue's file.
struct CatalogueReader: Sendable {
  private let file: MappedSections

  init(_ file: MappedSections) { self.file = file }

  var damage: IndexError { .damaged(file: file.path, offset: 0, length: file.size) }

  func mining() throws(IndexError) -> MiningSettings {
    try read(CatalogueSection.head) { bytes in
      var mining = MiningSettings(
        shingleLength: .init(unspaced: bytes.number(), spaced: bytes.number()),
        minimumSources: bytes.number())
      mining.findsVariants = bytes.flag()
      return mining
    }
  }

  /// What is known of each document beside its file.
  func documents() throws(IndexError) -> [DescribedDocument] {
    try read(CatalogueSection.documents) { bytes in
      (0..<bytes.count()).map { _ in
        DescribedDocument(
          file: bytes.number(), part: bytes.optionalNumber(), leader: bytes.number(),
          isSpaced: bytes.flag(),
          facts: DocumentFacts(
            series: bytes.optionalText(), year: bytes.optionalNumber(),
            place: bytes.optionalText(), author: bytes.optionalText()))
      }
    }
  }

  /// The documents, which are those of the files of `snapshot` in order, as `described`.
  func documents(
    _ described: [DescribedDocument], of snapshot: IndexSnapshot
  ) throws(IndexError) -> [ReferenceDocument] {
    let entries = snapshot.manifest.entries
    let counts = entries.indices.flatMap { index in
      snapshot.segments[entries[index].segment].files[entries[index].file].tokenCounts
    }
    guard described.count == counts.count,
      described.allSatisfy({
        entries.indices.contains($0.file) && counts.indices.contains($0.leader)
      })
    else { throw damage }
    return described.indices.map { index in
      let document = described[index]
      let entry = entries[document.file]
      let stored = snapshot.file(entry)
      return ReferenceDocument(
        id: document.part.map { "\(stored.path)#\($0)" } ?? stored.path, file: document.file,
        path: stored.path, location: entry.location ?? stored.path, hash: stored.hash,
        tokens: counts[index], leader: document.leader, isSpaced: document.isSpaced,
        facts: document.facts)
    }
  }

  func series() throws(IndexError) -> SeriesTable {
    try read(CatalogueSection.series) { bytes in
      var numbers: [UInt64: SeriesTable.Numbers] = [:]
      for _ in 0..<bytes.count() {
        numbers[bytes.fixed()] = .init(first: bytes.fixed(), areSeveral: bytes.flag())
      }
      return SeriesTable(numbers: numbers)
    }
  }

  func words() throws(IndexError) -> [String] {
    try read(CatalogueSection.words) { bytes in (0..<bytes.count()).map { _ in bytes.text() } }
  }

  func inventory() throws(IndexError) -> PhraseInventory {
    let ids = try file.bytes(CatalogueSection.familyIDs)
    var reader = ByteReader(ids)
    let familyIDs = (0..<ids.count / 8).map { _ in reader.fixed() }
    let phrases = try read(CatalogueSection.phrases) { bytes in
      (0..<bytes.count()).map { _ in
        let family = bytes.number()
        let variant = bytes.number()
        let tokens = (0..<bytes.count()).map { _ in UInt32(truncatingIfNeeded: bytes.number()) }
        return KnownPhrase(tokens: tokens, family: family, variant: variant)
      }
    }
    guard phrases.allSatisfy({ familyIDs.indices.contains($0.family) && !$0.tokens.isEmpty }) else {
      throw damage
    }
    return PhraseInventory(phrases: phrases, familyIDs: familyIDs)
  }

  func pairs() throws(IndexError) -> StoredPairs {
    let length = try file.length(of: CatalogueSection.pairs)
    let pairs = try read(CatalogueSection.pairDirectory) { StoredPairs(&$0, length: length) }
    guard let pairs else { throw damage }
    return pairs
  }

  /// Where the items of `section` lie.
  func items(_ starts: Int, of section: Int) throws(IndexError) -> ItemRanges {
    let items = ItemRanges(starts: try file.bytes(starts))
    guard items.count >= 0, items.end == (try file.length(of: section)) else { throw damage }
    return items
  }

  private func read<Value>(
    _ section: Int, _ body: (inout ByteReader) -> Value
  ) throws(IndexError) -> Value {
    var reader = ByteReader(try file.bytes(section))
    let value = body(&reader)
    guard reader.isSound, reader.isAtEnd else { throw damage }
    return value
  }
}

/// What a catalogue says of a document.
struct DescribedDocument: Sendable {
  /// Index of its file among those of the index.
  var file: Int
  var part: Int?
  /// The first document of its near-duplicate group.
  var leader: Int
  var isSpaced: Bool
  var facts: DocumentFacts
}

/// Where the items of a section of a catalogue lie: where each begins, and at last where the last one ends,
/// in eight bytes each.
///
/// Looked up in the file, for a check needs few of them.
struct ItemRanges: @unchecked Sendable {
  private let starts: UnsafeRawBufferPointer

  init(starts: UnsafeRawBufferPointer) { self.starts = starts }

  /// The number of items; -1 where not even an end is there.
  var count: Int { starts.count / 8 - 1 }

  /// Where the last one ends.
  var end: Int { start(of: count) }

  /// The bytes of item `index` in its section.
  ///
  /// - Precondition: the file was written by us, as its checksums say.
  subscript(index: Int) -> Range<Int> { start(of: index)..<start(of: index + 1) }

  private func start(of index: Int) -> Int {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: starts[8 * index..<8 * index + 8]))
    return Int(truncatingIfNeeded: reader.fixed())
  }
}
