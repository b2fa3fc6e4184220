/// Groups the windows of a corpus by their token sequence, exactly.
///
/// Every window is hashed; the hashes are partitioned so that each part is grouped inside the cache;
/// equal hashes are verified on the tokens and regrouped where they lied. When memory is short the
/// partitions are made in several passes and the hashes recomputed: no temporary files.
package struct WindowGrouping: Sendable {
  let corpus: TokenCorpus
  let workers: Workers
  /// Bits of the hash that are kept; fewer than 64 only in tests.
  let hashBits: Int
  /// Windows that are in flight at once: 12 bytes each.
  private let windowsPerPass: Int

  package init(
    corpus: TokenCorpus, workers: Workers, hashBits: Int = 64, windowsPerPass: Int = 6_000_000
  ) {
    self.corpus = corpus
    self.workers = workers
    self.hashBits = hashBits
    self.windowsPerPass = max(1, windowsPerPass)
  }

  /// The windows of `length` tokens that stand in two or more sources.
  ///
  /// O(n) expected for n tokens; a hash that is cut short costs more, never the answer.
  package func groups(length: Int) -> WindowGroups {
    let count = corpus.tokens.count
    let positions = Slab<UInt32>(uninitialized: count)
    let classes = Slab<UInt32>(repeating: 0, count: count)
    let scatter = WindowScatter(
      corpus: corpus, workers: workers,
      hash: RollingHash(length: length, wordHashes: corpus.wordHashes, bits: hashBits),
      windowsPerPass: windowsPerPass)
    var runs: [[WindowGroup]] = []
    var filled = 0
    for pass in 0..<scatter.passes {
      let records = scatter.records(ofPass: pass)
      let target = PartitionTarget(positions: positions, classes: classes, offset: filled)
      runs += workers.map(records.partitions) { partition in
        var table = PartitionTable(corpus: corpus, length: length)
        return table.group(records, partition: partition, into: target)
      }
      filled += records.count
    }
    return WindowGroups(length: length, positions: positions, classes: classes, runs: runs)
  }

  /// The windows of the longer `length`, made from those of a shorter one.
  ///
  /// A window of the longer length is two overlapping windows of the shorter; two are equal when
  /// both parts are, which the classes tell without looking at a token (the doubling of Karp,
  /// Miller and Rosenberg, 1972, https://doi.org/10.1145/800152.804905).
  /// - Precondition: `groups.length < length < 2 * groups.length`.
  package func refine(_ groups: WindowGroups, to length: Int) -> WindowGroups {
    let step = length - groups.length
    precondition(step > 0 && step < groups.length, "windows must overlap")
    let runs = workers.map(groups.runs.count) { run in
      var refinement = Refinement(corpus: corpus, groups: groups, step: step)
      return refinement.refine(groups.runs[run])
    }
    workers.forEach(runs.count) { run in
      for group in groups.runs[run] { Self.setClasses(of: group, in: groups, to: 0) }
      for group in runs[run] { Self.setClasses(of: group, in: groups, to: group.start + 1) }
    }
    return WindowGroups(
      length: length, positions: groups.positions, classes: groups.classes, runs: runs)
  }

  private static func setClasses(
    of group: WindowGroup, in groups: WindowGroups, to value: UInt32
  ) {
    for index in Int(group.start)..<Int(group.start) + Int(group.count) {
      groups.classes[Int(groups.positions[index])] = value
    }
  }
}

/// Splits groups of shorter windows by what follows, in place.
private struct Refinement: ~Copyable {
  let corpus: TokenCorpus
  let groups: WindowGroups
  let step: Int
  private var sorter = PairSort()
  private var pairs: [UInt64] = []
  private var refined: [WindowGroup] = []

  init(corpus: TokenCorpus, groups: WindowGroups, step: Int) {
    self.corpus = corpus
    self.groups = groups
    self.step = step
  }

  /// The groups of longer windows that `run` falls into. Members that are in none are moved to the
  /// end of their old group's range.
  mutating func refine(_ run: [WindowGroup]) -> [WindowGroup] {
    for group in run { split(group) }
    return refined
  }

  private mutating func split(_ group: WindowGroup) {
    let start = Int(group.start)
    var dropped: [UInt32] = []
    pairs.removeAll(keepingCapacity: true)
    for index in start..<start + Int(group.count) {
      let position = groups.positions[index]
      let next = Int(position) + step
      let follower = next < corpus.tokens.count ? groups.classes[next] : 0
      if follower == 0 {
        dropped.append(position)
      } else {
        pairs.append(UInt64(follower) << 32 | UInt64(position))
      }
    }
    sorter.sort(&pairs)
    write(at: start, dropped: &dropped)
  }

  private mutating func write(at start: Int, dropped: inout [UInt32]) {
    var filled = start
    var first = 0
    while first < pairs.count {
      let key = pairs[first] >> 32
      var tally = SourceTally()
      var last = first
      while last < pairs.count && pairs[last] >> 32 == key {
        tally.add(corpus.source(at: Int(UInt32(truncatingIfNeeded: pairs[last]))))
        last += 1
      }
      if tally.isShared {
        refined.append(
          WindowGroup(start: UInt32(filled), count: UInt32(last - first), sources: tally.sources))
        for index in first..<last {
          groups.positions[filled] = UInt32(truncatingIfNeeded: pairs[index])
          filled += 1
        }
      } else {
        for index in first..<last { dropped.append(UInt32(truncatingIfNeeded: pairs[index])) }
      }
      first = last
    }
    for position in dropped {
      groups.positions[filled] = position
      filled += 1
    }
  }
}
