internal import CorpusIndex
internal import ShingleEngine

/// The groups of windows of one range of hashes as their file keeps them: verified on the tokens, in the
/// order in which one machine finds them.
struct RangeGroups: Sendable {
  private static let head = 1
  /// The first of the sections with groups; two for each length: members, sizes.
  private static let groups = 2

  /// That of the splits that it was made of.
  let fingerprint: UInt64
  /// Members and groups of each length.
  private let counts: [(length: Int, members: Int, groups: Int)]
  private let sections: MappedSections

  /// Opens the file at `path`. What is read of it is compared with its checksums.
  init(path: String) throws(IndexError) {
    sections = try MappedSections(path: path, kind: .groups)
    var bytes = ByteReader(try sections.bytes(Self.head))
    fingerprint = bytes.fixed()
    counts = bytes.list { (length: $0.number(), members: $0.number(), groups: $0.number()) }
    guard bytes.isSound else { throw .damaged(file: path, offset: 0, length: sections.size) }
    for (index, count) in counts.enumerated() {
      guard try sections.length(of: Self.groups + 2 * index) == 4 * count.members,
        try sections.length(of: Self.groups + 2 * index + 1) == 4 * count.groups
      else { throw damage }
    }
  }

  var damage: IndexError { .damaged(file: sections.path, offset: 0, length: sections.size) }

  /// Compares everything with its checksums.
  func verify() throws(IndexError) { try sections.verifyAll() }

  /// The members of all groups of `length`, group by group.
  func memberCount(_ length: Int) -> Int {
    counts.first { $0.length == length }?.members ?? 0
  }

  /// The positions of the members of the groups of `length`, and the size of each group.
  func groups(
    _ length: Int, _ workers: Workers
  ) throws(IndexError) -> (members: UnsafeBufferPointer<UInt32>, sizes: UnsafeBufferPointer<UInt32>)
  {
    guard let index = counts.firstIndex(where: { $0.length == length }) else { throw damage }
    let section = Self.groups + 2 * index
    let members = try sections.bytes(section) { workers.forEach($0, $1) }
    let sizes = try sections.bytes(section + 1)
    return (
      members.assumingMemoryBound(to: UInt32.self), sizes.assumingMemoryBound(to: UInt32.self)
    )
  }

  /// Writes `groups`, those of each length that the corpus has.
  ///
  /// - Parameter isWanted: whether a group of an index in `groups` is kept.
  static func write(
    _ groups: [WindowGroups], fingerprint: UInt64, to path: String,
    isWanted: (Int, WindowGroup) -> Bool
  ) throws(IndexError) {
    let kept = groups.indices.map { index in
      groups[index].runs.flatMap { $0.filter { isWanted(index, $0) } }
    }
    var head = ByteWriter()
    head.add(fixed: fingerprint)
    head.add(list: Array(groups.indices)) { head, index in
      head.add(groups[index].length)
      head.add(kept[index].reduce(0) { $0 + Int($1.count) })
      head.add(kept[index].count)
    }
    let writer = try SectionFileWriter(path: path, kind: .groups, suffix: AuditParts.suffix)
    try writer.begin(self.head)
    try writer.add(head.bytes)
    for (index, groups) in groups.enumerated() {
      try writer.begin(self.groups + 2 * index)
      let members = Slab<UInt32>(
        uninitialized: kept[index].reduce(0) { $0 + Int($1.count) })
      var filled = 0
      for group in kept[index] {
        for member in group.range {
          members[filled] = groups.positions[member]
          filled += 1
        }
      }
      try writer.add(members)
      try writer.begin(self.groups + 2 * index + 1)
      let sizes = Slab<UInt32>(uninitialized: kept[index].count)
      for (place, group) in kept[index].enumerated() { sizes[place] = group.count }
      try writer.add(sizes)
    }
    _ = try writer.finish()
  }
}
