/// Where the groups of a partition are written.
struct PartitionTarget: Sendable {
  let positions: Slab<UInt32>
  let classes: Slab<UInt32>
  /// Added to the index of a record for its place in `positions`.
  let offset: Int
}

/// Groups the records of one partition by hash, then verifies the groups on the tokens.
struct PartitionTable: ~Copyable {
  private let corpus: TokenCorpus
  private let length: Int
  /// Group index + 1 by hash, open addressing.
  private var slots: [UInt32] = []
  private var hashes: [UInt64] = []
  private var counts: [UInt32] = []
  private var tallies: [SourceTally] = []
  private var groups: [WindowGroup] = []

  init(corpus: TokenCorpus, length: Int) {
    self.corpus = corpus
    self.length = length
  }

  /// The groups of `partition` that stand in two or more sources, written to `target`.
  mutating func group(
    _ records: WindowRecords, partition: Int, into target: PartitionTarget
  ) -> [WindowGroup] {
    let range = records.range(of: partition)
    let members = assign(records, range)
    let starts = place(at: target.offset + range.lowerBound)
    var ends = starts
    for (index, group) in members.enumerated() where tallies[Int(group)].isShared {
      target.positions[Int(ends[Int(group)])] = records.positions[range.lowerBound + index]
      ends[Int(group)] += 1
    }
    for group in starts.indices where tallies[group].isShared {
      verify(
        WindowGroup(
          start: starts[group], count: counts[group], sources: tallies[group].sources),
        target)
    }
    return groups
  }

  /// The group of each record: those of equal hashes are one.
  private mutating func assign(_ records: WindowRecords, _ range: Range<Int>) -> [UInt32] {
    var capacity = 16
    while capacity < 2 * range.count { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    var members: [UInt32] = []
    members.reserveCapacity(range.count)
    for index in range {
      let group = find(records.hashes[index], mask: capacity - 1)
      counts[group] += 1
      tallies[group].add(corpus.source(at: Int(records.positions[index])))
      members.append(UInt32(group))
    }
    return members
  }

  @inline(__always)
  private mutating func find(_ hash: UInt64, mask: Int) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let group = Int(slots[slot]) - 1
      if hashes[group] == hash { return group }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    counts.append(0)
    tallies.append(SourceTally())
    slots[slot] = UInt32(hashes.count)
    return hashes.count - 1
  }

  /// Where each shared group begins in the target.
  private func place(at first: Int) -> [UInt32] {
    var next = UInt32(first)
    var starts: [UInt32] = []
    starts.reserveCapacity(counts.count)
    for group in counts.indices {
      starts.append(next)
      if tallies[group].isShared { next += counts[group] }
    }
    return starts
  }

  /// Keeps `group` if its members are the same tokens, else takes out those that equal the first
  /// and looks at the rest again.
  private mutating func verify(_ group: WindowGroup, _ target: PartitionTarget) {
    let start = Int(group.start)
    let end = start + Int(group.count)
    let first = Int(target.positions[start])
    var others: [UInt32] = []
    var filled = start + 1
    for index in start + 1..<max(start + 1, end) {
      let position = target.positions[index]
      if corpus.equal(first, Int(position), length: length) {
        target.positions[filled] = position
        filled += 1
      } else {
        others.append(position)
      }
    }
    keep(group, filled - start, exact: others.isEmpty, target)
    if others.isEmpty { return }
    for (index, position) in others.enumerated() { target.positions[filled + index] = position }
    verify(
      WindowGroup(start: UInt32(filled), count: UInt32(others.count), sources: 0), target)
  }

  private mutating func keep(
    _ group: WindowGroup, _ count: Int, exact: Bool, _ target: PartitionTarget
  ) {
    var kept = group
    kept.count = UInt32(count)
    let members = Int(group.start)..<Int(group.start) + count
    if !exact || group.sources == 0 {
      var tally = SourceTally()
      for index in members { tally.add(corpus.source(at: Int(target.positions[index]))) }
      guard tally.isShared else { return }
      kept.sources = tally.sources
    }
    groups.append(kept)
    for index in members { target.classes[Int(target.positions[index])] = group.start + 1 }
  }
}
