internal import ShingleEngine

/// Flags the windows of one draft by what the corpus holds of them (D2): the same flags that a survey
/// gives the windows of a corpus.
struct DraftFlags {
  private let drafts: TokenCorpus
  private let range: Range<Int>
  private let isSpaced: Bool
  private let settings: MiningSettings
  private let flags: Slab<UInt8>

  init(
    _ drafts: TokenCorpus, draft: Int, isSpaced: Bool, settings: MiningSettings,
    flags: Slab<UInt8>
  ) {
    self.drafts = drafts
    range = drafts.range(of: draft)
    self.isSpaced = isSpaced
    self.settings = settings
    self.flags = flags
  }

  func mark(_ evidence: DraftEvidence) {
    let length = settings.shingleLength.of(isSpaced: isSpaced)
    let counts = sourceCounts(evidence, length: length)
    for (offset, count) in counts.enumerated()
    where count >= settings.minimumSources {
      mark(range.lowerBound + offset, WindowFlag.stock, length)
    }
    for run in evidence.runs where evidence.isCounted(run.document) {
      mark(run, WindowFlag.shared, settings.sharedLength.of(isSpaced: isSpaced))
      mark(run, WindowFlag.copied, settings.copiedLength.of(isSpaced: isSpaced))
    }
  }

  /// Marks all windows of `length` in `run`.
  private func mark(_ run: CommonRun, _ flag: WindowFlag.Pair, _ length: Int) {
    guard run.length >= length else { return }
    for position in run.draftRange.dropLast(length - 1) { mark(position, flag, length) }
  }

  private func mark(_ position: Int, _ flag: WindowFlag.Pair, _ length: Int) {
    guard flags[position] & flag.of(isSpaced) == 0,
      drafts.hasEnoughWords(at: position, length: length)
    else { return }
    flags[position] |= flag.of(isSpaced)
  }

  /// For each position of the draft the distinct sources that hold the window of `length` there.
  private func sourceCounts(_ evidence: DraftEvidence, length: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: range.count)
    var counter = SourceCounter(count: range.count)
    let members = Self.members(evidence.sources)
    // The documents of a source need not be neighbours, and the runs come by document: those of
    // sources of one document are counted as they come, the others source by source.
    var others: [(source: UInt32, run: CommonRun)] = []
    for run in evidence.runs {
      let source = evidence.sources[Int(run.document)]
      if source == TokenCorpus.uncounted { continue }
      if members[Int(source)] > 1 {
        others.append((source, run))
      } else {
        counter.add(run, of: source, length, from: range.lowerBound, to: &counts)
      }
    }
    others.sort { $0.source < $1.source }
    for (source, run) in others {
      counter.add(run, of: source, length, from: range.lowerBound, to: &counts)
    }
    countFrequent(evidence, &counts)
    return counts
  }

  /// How many documents each source has.
  private static func members(_ sources: [UInt32]) -> [Int] {
    var members: [Int] = []
    for source in sources where source != TokenCorpus.uncounted {
      while members.count <= Int(source) { members.append(0) }
      members[Int(source)] += 1
    }
    return members
  }

  private func countFrequent(_ evidence: DraftEvidence, _ counts: inout [Int]) {
    var holders: [UInt32: Set<UInt32>] = [:]
    for hit in evidence.frequent where evidence.isCounted(hit.document) {
      holders[hit.draft, default: []].insert(evidence.sources[Int(hit.document)])
    }
    let length = settings.shingleLength.of(isSpaced: isSpaced)
    for places in evidence.frequentWindows {
      // One, unless hashes collide.
      let held = places.filter { holders[$0] != nil }
      for place in places where range.contains(Int(place)) {
        let same = held.first { drafts.equal(Int($0), Int(place), length: length) }
        if let same { counts[Int(place) - range.lowerBound] = holders[same]!.count }
      }
    }
  }
}

/// Counts for each window the sources that come in turn.
private struct SourceCounter {
  /// The source that was counted last at each window.
  private var last: [UInt32]

  init(count: Int) { last = [UInt32](repeating: TokenCorpus.uncounted, count: count) }

  mutating func add(
    _ run: CommonRun, of source: UInt32, _ length: Int, from start: Int, to counts: inout [Int]
  ) {
    let first = Int(run.draft) - start
    for window in first..<first + Int(run.length) - length + 1 where last[window] != source {
      last[window] = source
      counts[window] += 1
    }
  }
}
