/// Finds the closed repeats below groups of equal windows.
///
/// A group is walked along the text after one of its members, the *path*: how far each member agrees with
/// it says in which nodes on the path it is, so that all of them are known from one look at each member,
/// the longest first. Members that leave the path with the same token are a node of their own, walked
/// later. A formula of a hundred tokens in a thousand edited places is a path of a hundred nodes: walking
/// from node to node would look at each member a hundred times.
///
/// Mutating throughout: a borrow would be copied at each call.
struct RepeatDescent: ~Copyable {
  private let corpus: TokenCorpus
  private let positions: Slab<UInt32>
  private let minimumSources: Int
  private let maximumLength: Int
  private var repeats: [ClosedRepeat] = []
  private var stack: [Node] = []

  private var sorter = PairSort()
  /// How far each member agrees with the path (high half), and its index in the node; by this, then by
  /// what it leaves the path with (high half) and its position.
  private var members = Slab<UInt64>(uninitialized: 0)
  /// Of each member of the node: how far it agrees with the path, its source, and the tokens before it and after what
  /// it agrees in: looked at while they are in the cache.
  private var agreed = Slab<UInt32>(uninitialized: 0)
  private var sources = Slab<UInt32>(uninitialized: 0)
  private var before = Slab<UInt32>(uninitialized: 0)
  private var after = Slab<UInt32>(uninitialized: 0)
  private var met: SourceStamps
  private var metAside: SourceStamps
  private var preceding: PrecedingTokens
  private var levels: [Level] = []
  private var children: [Child] = []

  /// Occurrences of one token sequence: `positions[range]`, rising.
  private struct Node {
    var length: Int
    var range: Range<Int>
  }

  /// A node on the path and those of its members that are in no longer one.
  private struct Level {
    var length: Int
    /// In `members`.
    var leaving: Range<Int>
    /// Those that come before the path in the order of tokens.
    var smaller: Int
    /// Distinct sources of the node.
    var sources: Int
    var isClosed: Bool
  }

  /// A node beside the path.
  private struct Child {
    /// Of `levels`.
    var level: Int
    /// In `members`.
    var range: Range<Int>
  }

  /// So many members ahead the text is asked for.
  private static let lookahead = 8

  init(
    corpus: TokenCorpus, positions: Slab<UInt32>, minimumSources: Int, maximumLength: Int
  ) {
    self.corpus = corpus
    self.positions = positions
    self.minimumSources = minimumSources
    self.maximumLength = maximumLength
    met = SourceStamps(count: corpus.sourceCount)
    metAside = SourceStamps(count: corpus.sourceCount)
    preceding = PrecedingTokens(sources: corpus.sourceCount)
  }

  mutating func takeRepeats() -> [ClosedRepeat] {
    defer { repeats = [] }
    return repeats
  }

  /// Finds the repeats below `group`, whose windows have `length` tokens.
  mutating func visit(_ group: WindowGroup, length: Int) {
    met.clear()
    for index in group.range { met.add(corpus.source(at: Int(positions[index]))) }
    if met.count < minimumSources { return }
    stack.append(Node(length: length, range: group.range))
    while let node = stack.popLast() { walk(node) }
  }

  private mutating func walk(_ node: Node) {
    guard !hasOneTokenBefore(node) else { return }
    let path = corpus.path(
      among: positions, in: node.range, length: node.length, limit: maximumLength)
    measure(node, along: path)
    findLevels(node, along: path)
    arrange(node)
  }

  /// Whether the same token stands before all occurrences of `node`.
  private mutating func hasOneTokenBefore(_ node: Node) -> Bool {
    let first = corpus.token(before: Int(positions[node.range.lowerBound]))
    if first == TokenCorpus.blockEnd { return false }
    for index in node.range {
      prefetch(index + Self.lookahead, node)
      if corpus.token(before: Int(positions[index])) != first { return false }
    }
    return true
  }

  /// Fills `members`, those that agree longest with the path last, with their sources and the tokens before
  /// them.
  private mutating func measure(_ node: Node, along path: Int) {
    reserve(node.range.count)
    let room = corpus.blockRemainder(at: path, limit: maximumLength)
    for (member, index) in node.range.enumerated() {
      prefetch(index + Self.lookahead, node, after: node.length)
      let position = Int(positions[index])
      let length = corpus.commonLength(
        inside: path, position, atLeast: node.length, limit: room)
      members[member] = UInt64(length) << 32 | UInt64(member)
      agreed[member] = UInt32(length)
      sources[member] = corpus.source(at: position)
      before[member] = corpus.token(before: position)
      after[member] = corpus.token(after: position + length)
    }
    sorter.sort(members, 0..<node.range.count)
  }

  /// Fills `levels`, the longest first, and the `children` of each, from where a node can be closed: below
  /// it, the members stay as they are, at the end of `members`.
  private mutating func findLevels(_ node: Node, along path: Int) {
    levels.removeAll(keepingCapacity: true)
    children.removeAll(keepingCapacity: true)
    met.clear()
    let count = node.range.count
    preceding.clear(usual: before[count / 2], count: count)
    var end = count
    while end > 0 {
      let length = Int(members[end - 1] >> 32)
      let longer = met.count
      let first = enter(end, length, node)
      let canBeClosed = met.count >= minimumSources && !preceding.isOne
      if canBeClosed && levels.isEmpty { keep(end..<count, longerThan: length, node) }
      if canBeClosed || !levels.isEmpty {
        var level = Level(
          length: length, leaving: first..<end, smaller: 0, sources: met.count,
          isClosed: longer != met.count && preceding.mostSources < met.count)
        if length < maximumLength { split(&level, corpus.token(after: path + length)) }
        levels.append(level)
      }
      end = first
    }
  }

  /// Enters the members before `end` that agree with the path for `length` tokens; the first of them. In
  /// `members`, each gets the token that it leaves the path with.
  private mutating func enter(_ end: Int, _ length: Int, _ node: Node) -> Int {
    var first = end
    while first > 0 && Int(members[first - 1] >> 32) == length {
      first -= 1
      let member = Int(UInt32(truncatingIfNeeded: members[first]))
      let position = positions[node.range.lowerBound + member]
      met.add(sources[member])
      preceding.add(before[member], in: sources[member])
      members[first] = UInt64(after[member]) << 32 | UInt64(position)
    }
    return first
  }

  /// Brings the members in `range`, which agree with the path for more than `length` tokens, into the order
  /// of positions.
  private mutating func keep(_ range: Range<Int>, longerThan length: Int, _ node: Node) {
    var filled = range.lowerBound
    for (member, index) in node.range.enumerated() where Int(agreed[member]) > length {
      members[filled] = UInt64(positions[index])
      filled += 1
    }
  }

  /// Sorts the members that leave the path at `level`, where it goes on with `token`, and adds their
  /// children; the level is not closed if one of these has all its sources.
  private mutating func split(_ level: inout Level, _ token: UInt32) {
    sorter.sort(members, level.leaving)
    var first = level.leaving.lowerBound
    while first < level.leaving.upperBound {
      let next = members[first] >> 32
      var end = first + 1
      while end < level.leaving.upperBound && members[end] >> 32 == next { end += 1 }
      if next < token { level.smaller += end - first }
      if level.sources >= minimumSources, end - first >= minimumSources,
        next != TokenCorpus.blockEnd
      {
        let sources = sourcesAside(first..<end)
        if sources == level.sources { level.isClosed = false }
        if sources >= minimumSources {
          children.append(Child(level: levels.count, range: first..<end))
        }
      }
      first = end
    }
  }

  private mutating func sourcesAside(_ range: Range<Int>) -> Int {
    metAside.clear()
    for index in range {
      metAside.add(corpus.source(at: Int(UInt32(truncatingIfNeeded: members[index]))))
    }
    return metAside.count
  }

  /// Brings the positions of `node` into the order of the tokens after them, adds the closed repeats and
  /// pushes the children.
  private mutating func arrange(_ node: Node) {
    var start = node.range.lowerBound
    var end = node.range.upperBound
    for (index, level) in levels.enumerated().reversed() {
      if level.isClosed {
        repeats.append(
          ClosedRepeat(
            length: UInt32(level.length), start: UInt32(start), count: UInt32(end - start),
            sources: UInt32(level.sources)))
      }
      let first = level.leaving.lowerBound
      let larger = level.leaving.count - level.smaller
      // Where each member that leaves here goes, counted from its index in `members`.
      let shifts = (start - first, end - larger - first - level.smaller)
      for member in level.leaving {
        let shift = member < first + level.smaller ? shifts.0 : shifts.1
        positions[member + shift] = UInt32(truncatingIfNeeded: members[member])
      }
      while let child = children.last, child.level == index {
        children.removeLast()
        let shift = child.range.lowerBound < first + level.smaller ? shifts.0 : shifts.1
        stack.append(
          Node(
            length: level.length + 1,
            range: child.range.lowerBound + shift..<child.range.upperBound + shift))
      }
      start += level.smaller
      end -= larger
    }
    let kept = node.range.count - (end - start)
    for index in start..<end {
      positions[index] = UInt32(truncatingIfNeeded: members[kept + index - start])
    }
  }

  /// Asks for the text at a member that is looked at soon, or `length` tokens after it.
  private func prefetch(_ index: Int, _ node: Node, after length: Int = 0) {
    guard index < node.range.upperBound else { return }
    corpus.tokens.prefetch(min(Int(positions[index]) + length, corpus.tokens.count - 1))
  }

  private mutating func reserve(_ count: Int) {
    if members.count >= count { return }
    members = Slab(uninitialized: 2 * count)
    agreed = Slab(uninitialized: 2 * count)
    sources = Slab(uninitialized: 2 * count)
    before = Slab(uninitialized: 2 * count)
    after = Slab(uninitialized: 2 * count)
  }
}
