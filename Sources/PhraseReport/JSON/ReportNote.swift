/// What a reader must know before he believes the numbers: every limit that was reached.
///
/// All views print the same notes, in their own words.
package enum ReportNote: Hashable, Sendable {
  /// The corpus holds no document, or no token.
  case empty
  /// Fewer than 100 sources: a small corpus proves little.
  case smallCorpus(sources: Int)
  /// Fewer than 6 documents: a phrase counts from 2 sources on.
  case minimumLowered(to: Int)
  /// No stock phrase: the longest shared run, and the threshold.
  case nothingFound(longestSharedRun: Int, minimumDocuments: Int)
  /// Files that were found or named and not read.
  case skipped(files: Int)
  /// Documents whose text looks wrong or was tampered with.
  case warned(documents: Int)
  /// Documents that are near-duplicates of others and counted with them.
  case grouped(documents: Int, groups: Int)
  /// Lengths of the curve that were not computed.
  case curveLeftOut(lengths: [Int])
  /// Pairs of documents that are not listed.
  case pairsLeftOut(pairs: Int)
  /// Passages that stand in so many places that not all were compared for copies.
  case copiesCut(passages: Int)
  /// Documents that no year is known of, and so stand in no frame.
  case frameUndated(documents: Int, of: Int)
  /// Entries of the allow list that hold no more: where they stand.
  case allowExpired(places: [String])
  /// Entries of the allow list that nothing needs: where they stand.
  case allowUnused(places: [String])

  /// The name in JSON.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .smallCorpus: "small-corpus"
    case .minimumLowered: "minimum-lowered"
    case .nothingFound: "nothing-found"
    case .skipped: "skipped"
    case .warned: "warned"
    case .grouped: "grouped"
    case .curveLeftOut: "curve-left-out"
    case .pairsLeftOut: "pairs-left-out"
    case .copiesCut: "copies-cut"
    case .frameUndated: "frame-undated"
    case .allowExpired: "allow-expired"
    case .allowUnused: "allow-unused"
    }
  }
}

extension AuditReport {
  /// Below this number of sources the report says that a small corpus proves little.
  package static let smallCorpus = 100

  /// The notes that the report must show, the gravest first.
  package var notes: [ReportNote] {
    guard corpus.tokens > 0 else { return [.empty] + skippedNotes }
    var notes: [ReportNote] = []
    if families.isEmpty {
      notes.append(
        .nothingFound(
          longestSharedRun: corpus.longestSharedRun, minimumDocuments: settings.minimumDocuments))
    }
    if corpus.sources < Self.smallCorpus { notes.append(.smallCorpus(sources: corpus.sources)) }
    if settings.minimumDocumentsIsDefault && settings.minimumDocuments < 3 {
      notes.append(.minimumLowered(to: settings.minimumDocuments))
    }
    return notes + skippedNotes + warnedNotes + limitNotes
  }

  private var skippedNotes: [ReportNote] {
    corpus.skipped.isEmpty ? [] : [.skipped(files: corpus.skipped.count)]
  }

  /// How many documents have a warning.
  package var warnedDocuments: Int {
    documents.count { !files[$0.file].source.warnings.isEmpty }
  }

  private var warnedNotes: [ReportNote] {
    warnedDocuments == 0 ? [] : [.warned(documents: warnedDocuments)]
  }

  private var limitNotes: [ReportNote] {
    var notes: [ReportNote] = []
    if settings.groupsNearDuplicates && !corpus.duplicates.isEmpty {
      let documents = corpus.duplicates.reduce(0) { $0 + $1.count }
      notes.append(.grouped(documents: documents, groups: corpus.duplicates.count))
    }
    if !corpus.curveLeftOut.isEmpty { notes.append(.curveLeftOut(lengths: corpus.curveLeftOut)) }
    if pairsLeftOut > 0 { notes.append(.pairsLeftOut(pairs: pairsLeftOut)) }
    if let undated = corpus.frame?.undated, undated > 0 {
      notes.append(.frameUndated(documents: undated, of: corpus.documents))
    }
    if !expiredEntries.isEmpty { notes.append(.allowExpired(places: expiredEntries)) }
    if !unusedEntries.isEmpty { notes.append(.allowUnused(places: unusedEntries)) }
    if copiesCut > 0 { notes.append(.copiesCut(passages: copiesCut)) }
    return notes
  }
}
