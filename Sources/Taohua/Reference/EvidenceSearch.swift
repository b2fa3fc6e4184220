internal import CorpusIndex
internal import PhraseMining
internal import ShingleEngine

/// Finds what each draft has in common with a reference.
struct EvidenceSearch {
  private let drafts: Corpus
  private let text: TokenCorpus
  private let isSpaced: [Bool]
  private let reference: any CheckReference
  private let parts: [DocumentPart]
  /// For each document of the reference, whether it counts for any draft.
  private let isCounted: [Bool]
  private let exclusion: DraftExclusion
  private let workers: Workers

  /// - Parameters:
  ///   - drafts: the drafts.
  ///   - text: their tokens, and nothing else.
  ///   - isSpaced: for each draft, whether it is text of words.
  ///   - reference: what they are compared with.
  ///   - parts: its tokens, with words numbered like those of the drafts.
  ///   - settings: what is left out.
  ///   - workers: the threads to use.
  init(
    _ drafts: Corpus, _ text: TokenCorpus, _ isSpaced: [Bool], _ reference: any CheckReference,
    _ parts: [DocumentPart], _ settings: CheckSettings, _ workers: Workers
  ) {
    self.drafts = drafts
    self.text = text
    self.isSpaced = isSpaced
    self.reference = reference
    self.parts = parts
    self.workers = workers
    isCounted = reference.documents.map { !settings.leftOut.contains($0.path) }
    exclusion = DraftExclusion(drafts, reference, parts, settings)
  }

  /// The windows of the drafts, by their length.
  static func windows(
    of text: TokenCorpus, _ isSpaced: [Bool], _ mining: MiningSettings
  ) -> [Int: DraftWindows] {
    let drafts = Dictionary(grouping: isSpaced.indices) {
      mining.shingleLength.of(isSpaced: isSpaced[$0])
    }
    var windows: [Int: DraftWindows] = [:]
    for (length, members) in drafts {
      windows[length] = DraftWindows(
        text, in: members.flatMap { blocks(of: $0, in: text) }, length: length)
    }
    return windows
  }

  /// The evidence for each draft: one pass over the reference for each length of `windows`; and by that
  /// length where the reference holds the rarer ones.
  func all(
    _ windows: [Int: DraftWindows]
  ) -> (evidence: [DraftEvidence], places: [Int: WindowPlaces]) {
    let lengths = isSpaced.map { reference.mining.shingleLength.of(isSpaced: $0) }
    var evidence: [DraftEvidence?] = isSpaced.map { _ in nil }
    var places: [Int: WindowPlaces] = [:]
    for (length, windows) in windows.sorted(by: { $0.key < $1.key }) {
      let members = lengths.indices.filter { lengths[$0] == length }
      let (found, foundPlaces) = all(of: members, windows)
      places[length] = foundPlaces
      for (draft, found) in zip(members, found) { evidence[draft] = found }
    }
    return (evidence.map { $0! }, places)
  }

  private func all(
    of members: [Int], _ windows: DraftWindows
  ) -> (evidence: [DraftEvidence], places: WindowPlaces) {
    let census = CensusTaker(
      windows,
      runLength: members.map {
        DraftEvidence.runLength(reference.mining, isSpaced: isSpaced[$0])
      }.min()!,
      leaders: reference.documents.map(\.leader), isCounted: isCounted, workers: workers
    ).census(parts)
    var runs = [[CommonRun]](repeating: [], count: drafts.documents.count)
    for run in census.runs { runs[text.document(at: Int(run.draft))].append(run) }
    let found = workers.map(members.count) { [runs] index in
      evidence(for: members[index], windows, census, runs[members[index]])
    }
    return (found, census.places)
  }

  private func evidence(
    for draft: Int, _ windows: DraftWindows, _ census: WindowCensus, _ runs: [CommonRun]
  ) -> DraftEvidence {
    let range = text.range(of: draft)
    var counts = range.map { position in
      let window = windows.window(at: position)
      return window == DraftWindows.none ? 0 : census.counts[Int(window)]
    }
    // What the documents that are left out hold is looked up in them alone: they are few.
    let own =
      windows.span == range
      ? windows : DraftWindows(text, in: Self.blocks(of: draft, in: text), length: windows.length)
    let matches = DocumentMatches(own, in: parts)
    let groups = exclusion.groups(
      for: draft, matches, candidates: census.covered.map { Int($0.document) })
    let members = groups.isEmpty ? [:] : members(of: groups)
    for documents in members.values {
      var held = Set<UInt32>()
      for document in documents {
        matches.forEachMatch(inDocument: document) { _, window in held.insert(window) }
      }
      for (offset, position) in range.enumerated() where held.contains(own.window(at: position)) {
        counts[offset] -= 1
      }
    }
    let documents = reference.documents
    return DraftEvidence(
      counts: counts, runs: runs,
      sources: Sources.numbers(
        documents.indices.map { index in
          let leader = documents[index].leader
          return isCounted[index] && !groups.contains(leader) ? leader : nil
        }))
  }

  /// The documents that count of each of the groups with these leaders.
  private func members(of leaders: Set<Int>) -> [Int: [Int]] {
    Dictionary(
      grouping: reference.documents.indices.filter {
        isCounted[$0] && leaders.contains(reference.documents[$0].leader)
      }, by: { reference.documents[$0].leader })
  }

  private static func blocks(of draft: Int, in text: TokenCorpus) -> [Range<Int>] {
    text.blocks(in: text.range(of: draft)).map {
      Int(text.blockStarts[$0])..<text.blockEnd($0)
    }
  }
}
