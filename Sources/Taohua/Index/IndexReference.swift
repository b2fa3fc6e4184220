package import CorpusIndex
package import PhraseMining
package import PhraseReport
package import ShingleEngine
internal import Synchronization

/// An index on the disk that drafts are checked against: what is not touched is not read.
package struct IndexReference: CheckReference {
  package let documents: [ReferenceDocument]
  package let mining: MiningSettings
  package let words: [String]
  package let inventory: PhraseInventory
  package let series: SeriesTable
  private let snapshot: IndexSnapshot
  private let catalogue: MappedSections
  private let familyItems: ItemRanges
  private let placeItems: ItemRanges
  private let ownerItems: ItemRanges
  private let pairs: StoredPairs
  private let owners = Cache<[OwnerRun]>()
  private let families = Cache<FamilyReport>()
  private let workers: Workers
  /// The families with some of their places.
  private let shortFamilies = Cache<FamilyReport>()
  /// What is read while a check does something else.
  private let readAhead: [PendingResults<Void>]
  private let segmentParts: PendingResults<[SegmentPart]>

  /// What other threads read of an index while the rest of it is opened.
  package struct ReadAhead: Sendable {
    fileprivate var tokens: [PendingResults<Void>] = []
    fileprivate var content: PendingResults<Result<CatalogueContent, IndexError>>?

    package init() {}

    /// Waits until all is read, for who has no use for it.
    package func finish() {
      for pending in tokens { _ = pending.finish() }
      _ = content?.finish()
    }
  }

  /// The index in `folder` as it is now, and what other threads begin to read of it: they have nothing to do
  /// until the rest is open.
  package static func opening(
    _ folder: IndexFolder, workers: Workers
  ) throws(IndexError) -> (snapshot: IndexSnapshot, ahead: ReadAhead) {
    var ahead = ReadAhead()
    // One opens the rest; who reads the drafts has done so before long.
    let readers = Workers(count: workers.count - 1)
    do throws(IndexError) {
      let snapshot = try folder.snapshot { sections, kind in
        if kind == .catalogue {
          _ = ahead.content?.finish()
          ahead.content = CatalogueContent.reading(CatalogueReader(sections), workers)
          return
        }
        ahead.tokens.append(
          workers.start(1) { _ in
            Segment.readCodesAhead(sections) { readers.forEach($0, $1) }
          })
      }
      return (snapshot, ahead)
    } catch {
      ahead.finish()
      throw error
    }
  }

  /// - Parameters:
  ///   - snapshot: the index.
  ///   - ahead: what others read already.
  ///   - workers: the threads to use.
  /// - Precondition: the catalogue of `snapshot` describes its documents as they are.
  package init(
    _ snapshot: IndexSnapshot, ahead: ReadAhead = ReadAhead(), workers: Workers
  ) throws(IndexError) {
    guard let catalogue = try snapshot.catalogueSections() else {
      throw .missing(folder: snapshot.folder.path)
    }
    let reader = CatalogueReader(catalogue)
    self.snapshot = snapshot
    self.catalogue = catalogue
    self.workers = workers
    readAhead = ahead.tokens + [Self.readingAhead(snapshot, catalogue, workers)]
    segmentParts = workers.start(1) { _ in SegmentPart.all(of: snapshot) }
    let pending = ahead.content ?? CatalogueContent.reading(reader, workers)
    let content = try pending.finish()[0].get()
    mining = content.mining
    (series, words, inventory) = (content.series, content.words, content.inventory)
    pairs = content.pairs
    documents = try reader.documents(content.documents, of: snapshot)
    familyItems = try reader.items(CatalogueSection.familyStarts, of: CatalogueSection.families)
    placeItems = try reader.items(CatalogueSection.placeStarts, of: CatalogueSection.places)
    ownerItems = try reader.items(CatalogueSection.ownerStarts, of: CatalogueSection.owners)
    guard familyItems.count == inventory.familyIDs.count,
      placeItems.count == familyItems.count, ownerItems.count == documents.count
    else { throw reader.damage }
  }

  /// Begins to read what every check needs after the drafts were read: threads have nothing to do till then.
  /// What is damaged is found out by those who ask for it.
  private static func readingAhead(
    _ snapshot: IndexSnapshot, _ catalogue: MappedSections, _ workers: Workers
  ) -> PendingResults<Void> {
    let segments = snapshot.segments
    return workers.start(segments.count + 1) { part in
      if part == segments.count {
        for section in comparedSections { _ = try? catalogue.bytes(section) }
      } else {
        _ = try? segments[part].blockBits()
      }
    }
  }

  /// What is read while drafts are compared.
  private static let comparedSections = [
    CatalogueSection.families, CatalogueSection.places, CatalogueSection.owners,
    CatalogueSection.pairs,
  ]

  package func parts(words: [String]) throws(IndexError) -> [DocumentPart] {
    for pending in readAhead { _ = pending.finish() }
    // So that nothing fails while drafts are compared.
    for section in Self.comparedSections { _ = try catalogue.bytes(section) }
    var numbers: [String: UInt32] = [:]
    for (index, word) in words.enumerated() {
      numbers[word] = TokenCorpus.firstWord + UInt32(index)
    }
    var parts: [DocumentPart] = []
    for part in segmentParts.finish()[0] {
      parts.append(try part.documents(words: numbers, workers: workers))
    }
    return parts
  }

  package func counting(_ names: PairCounts) -> PairCounts.PendingCounts {
    workers.start(1) { _ in
      // Found sound before drafts are compared.
      guard let bytes = try? catalogue.bytes(CatalogueSection.pairs) else {
        preconditionFailure("a catalogue that changed after it was found sound")
      }
      return pairs.counts(of: names.pairs, in: bytes)
    }
  }

  package func releaseTokens() -> PendingResults<Void>? {
    let segments = snapshot.segments
    return workers.start(segments.count) { segments[$0].releaseCodes() }
  }

  package func family(of document: UInt32, at offset: UInt32) -> Int? {
    owners.value(of: Int(document)) { document in
      // Found sound before drafts are compared.
      guard let bytes = try? catalogue.bytes(CatalogueSection.owners, ownerItems[document]) else {
        return []
      }
      var reader = ByteReader(bytes)
      var runs: [OwnerRun] = []
      var end = 0
      while !reader.isAtEnd {
        let start = end + reader.number()
        end = start + reader.number()
        runs.append(.init(range: start..<max(start, end), family: reader.number()))
      }
      return runs
    }.first { $0.range.contains(Int(offset)) }?.family
  }

  package func family(_ index: Int, inFirst count: Int?) -> FamilyReport {
    (count == nil ? families : shortFamilies).value(of: index) { readFamily($0, inFirst: count) }
  }

  private func readFamily(_ index: Int, inFirst count: Int?) -> FamilyReport {
    // Found sound before drafts are compared.
    guard
      let bytes = try? catalogue.bytes(
        CatalogueSection.families, familyItems[index]),
      let placeBytes = try? catalogue.bytes(
        CatalogueSection.places, placeItems[index])
    else { preconditionFailure("a catalogue that changed after it was found sound") }
    var reader = ByteReader(bytes)
    var family = FamilyReport(&reader)
    var places = ByteReader(placeBytes)
    guard family.readPlaces(&places, documents: documents.count, inFirst: count) else {
      preconditionFailure("a catalogue with sound checksums that says nonsense")
    }
    return family
  }

  package func places(
    _ runs: [Range<Int>], of document: Int
  ) throws(IndexError) -> [FindingPlace] {
    let file = documents[document].file
    // The documents of a file are neighbours.
    let part = documents[..<document].reversed().prefix { $0.file == file }.count
    return try Corpus.restored([snapshot.manifest.entries[file]], of: snapshot, workers: workers)
      .places(runs, of: part)
  }

  package func files(withText: Bool) throws(IndexError) -> [ReportFile] {
    var files: [ReportFile] = []
    // Those of the drafts follow.
    let (entries, segments) = (snapshot.manifest.entries, snapshot.segments)
    files.reserveCapacity(entries.count + 64)
    for index in entries.indices {
      let (segment, file) = (segments[entries[index].segment], entries[index].file)
      files.append(
        ReportFile(
          path: segment.files[file].path, content: withText ? try segment.text(of: file) : []))
    }
    return files
  }
}

/// What a check needs of a catalogue from the beginning.
private struct CatalogueContent: Sendable {
  let mining: MiningSettings
  let documents: [DescribedDocument]
  let series: SeriesTable
  let words: [String]
  let inventory: PhraseInventory
  let pairs: StoredPairs

  init(_ reader: CatalogueReader, _ workers: Workers) throws(IndexError) {
    let (documents, rest) = workers.both(
      { Result { () throws(IndexError) in try reader.documents() } },
      {
        Result { () throws(IndexError) in
          (
            try reader.mining(), try reader.series(), try reader.words(), try reader.inventory(),
            try reader.pairs()
          )
        }
      })
    (mining, series, words, inventory, pairs) = try rest.get()
    self.documents = try documents.get()
  }

  /// Begins to read it.
  static func reading(
    _ reader: CatalogueReader, _ workers: Workers
  ) -> PendingResults<Result<CatalogueContent, IndexError>> {
    workers.start(1) { _ in
      Result { () throws(IndexError) in try CatalogueContent(reader, workers) }
    }
  }
}

/// Tokens of a document that one family owns.
private struct OwnerRun: Sendable {
  var range: Range<Int>
  var family: Int
}

/// What was read once, by number.
private final class Cache<Value: Sendable>: Sendable {
  private let known = Mutex<[Int: Value]>([:])

  func value(of index: Int, read: (Int) -> Value) -> Value {
    if let value = known.withLock({ $0[index] }) { return value }
    let value = read(index)
    known.withLock { $0[index] = value }
    return value
  }
}
