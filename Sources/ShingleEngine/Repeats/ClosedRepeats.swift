/// A token sequence that occurs in several sources and that no longer sequence around it matches in
/// source count.
package struct ClosedRepeat: Sendable {
  /// Tokens.
  package var length: UInt32
  /// Its occurrences are `positions[start..<start + count]`, in no order.
  package var start: UInt32
  package var count: UInt32
  /// Distinct sources.
  package var sources: UInt32
}

/// All closed repeats of a corpus, sharing one array of positions.
package struct ClosedRepeats: Sendable {
  package let positions: Slab<UInt32>
  package let repeats: [ClosedRepeat]
}

extension ClosedRepeats {
  /// These repeats, then `others` with copies of their positions.
  fileprivate func appending(_ others: ClosedRepeats) -> ClosedRepeats {
    let used = repeats.map { Int($0.start + $0.count) }.max() ?? 0
    let further = others.repeats.reduce(0) { $0 + Int($1.count) }
    let all = Slab<UInt32>(uninitialized: used + further)
    for index in 0..<used { all[index] = positions[index] }
    var filled = used
    let moved = others.repeats.map { node in
      var node = node
      let start = Int(node.start)
      for index in 0..<Int(node.count) { all[filled + index] = others.positions[start + index] }
      node.start = UInt32(filled)
      filled += Int(node.count)
      return node
    }
    return ClosedRepeats(positions: all, repeats: repeats + moved)
  }
}

/// Finds closed repeats by descending from the groups of short windows.
///
/// A group of equal windows is the node of a suffix tree; appending the next token splits it into
/// its children. A node is right-closed if no child has as many sources; left-closed likewise. A
/// subtree is cut where fewer than `minimumSources` are left, and where all occurrences have the
/// same token before them, for then so have all below, and none is closed (the left-diverse nodes
/// of Gusfield, 1997, §7.12). Nodes are the LCP intervals of a suffix array with enough sources;
/// only those parts of it are sorted.
package struct RepeatMiner: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let minimumSources: Int
  private let maximumLength: Int

  /// - Parameters:
  ///   - corpus: what `groups` were made of.
  ///   - workers: the threads to use.
  ///   - minimumSources: distinct sources that a repeat must have.
  ///   - maximumLength: longer repeats end here; it bounds the time on periodic text.
  package init(
    corpus: TokenCorpus, workers: Workers, minimumSources: Int, maximumLength: Int = 1_000
  ) {
    self.corpus = corpus
    self.workers = workers
    self.minimumSources = minimumSources
    self.maximumLength = maximumLength
  }

  /// The closed repeats of at least the groups' length. Those of other groups that are shorter come
  /// too, so that a repeat may stand there twice.
  package func mine(_ groups: ShingleGroups) -> ClosedRepeats {
    let main = mine(groups.main)
    guard let others = groups.others, others.length < groups.main.length else { return main }
    return main.appending(mine(others))
  }

  /// The closed repeats of at least `groups.length` tokens.
  ///
  /// Time in the sum of the lengths of the repeats that begin at each left-diverse position.
  package func mine(_ groups: WindowGroups) -> ClosedRepeats {
    let found = workers.map(groups.runs.count) { run in
      var descent = Descent(
        corpus: corpus, positions: groups.positions, minimumSources: minimumSources,
        maximumLength: maximumLength)
      for group in groups.runs[run] { descent.visit(group, length: groups.length) }
      return descent.takeRepeats()
    }
    return ClosedRepeats(positions: groups.positions, repeats: found.flatMap { $0 })
  }
}

/// The descent below one run of groups. Mutating throughout: a borrow would be copied at each call.
private struct Descent: ~Copyable {
  private let corpus: TokenCorpus
  private let positions: Slab<UInt32>
  private let minimumSources: Int
  private let maximumLength: Int
  private var repeats: [ClosedRepeat] = []
  private var sorter = PairSort()
  private var pairs = Slab<UInt64>(uninitialized: 0)
  private var stamps: SourceStamps
  private var stack: [ClosedRepeat] = []

  /// Stands for "the block ends here": no token has this number.
  private static let blockEnd = UInt32.max

  init(
    corpus: TokenCorpus, positions: Slab<UInt32>, minimumSources: Int, maximumLength: Int
  ) {
    self.corpus = corpus
    self.positions = positions
    self.minimumSources = minimumSources
    self.maximumLength = maximumLength
    stamps = SourceStamps(count: corpus.sourceCount)
  }

  mutating func takeRepeats() -> [ClosedRepeat] {
    defer { repeats = [] }
    return repeats
  }

  mutating func visit(_ group: WindowGroup, length: Int) {
    stamps.clear()
    for index in group.range { stamps.add(corpus.source(at: Int(positions[index]))) }
    if stamps.count < minimumSources { return }
    stack.append(
      ClosedRepeat(
        length: UInt32(length), start: group.start, count: group.count,
        sources: UInt32(stamps.count)))
    while let node = stack.popLast() { expand(node) }
  }

  private mutating func expand(_ node: ClosedRepeat) {
    let left = leftTokens(of: node)
    if left.isUniform { return }
    let isRightClosed = splitRight(node)
    if isRightClosed && left.maximumSources < Int(node.sources) { repeats.append(node) }
  }

  /// Pushes the children with enough sources; whether none has as many as the node.
  private mutating func splitRight(_ node: ClosedRepeat) -> Bool {
    if Int(node.length) >= maximumLength { return true }
    let count = Int(node.count)
    loadPairs(node)
    for index in 0..<count {
      positions[Int(node.start) + index] = UInt32(truncatingIfNeeded: pairs[index])
    }
    var isClosed = true
    var first = 0
    while first < count {
      let child = keyRun(from: first, of: count)
      first = child.range.upperBound
      if child.token == Self.blockEnd { continue }
      if child.sources == node.sources { isClosed = false }
      if Int(child.sources) < minimumSources { continue }
      stack.append(
        ClosedRepeat(
          length: node.length + 1, start: node.start + UInt32(child.range.lowerBound),
          count: UInt32(child.range.count), sources: child.sources))
    }
    return isClosed
  }

  /// What stands before the occurrences of `node`: whether it is one and the same token, and how
  /// many sources the most widespread token has.
  private mutating func leftTokens(
    of node: ClosedRepeat
  ) -> (isUniform: Bool, maximumSources: Int) {
    let first = tokenBefore(Int(positions[Int(node.start)]))
    var isUniform = first != Self.blockEnd
    if isUniform {
      for index in Int(node.start)..<Int(node.start) + Int(node.count)
      where tokenBefore(Int(positions[index])) != first {
        isUniform = false
        break
      }
    }
    if isUniform { return (true, Int(node.sources)) }
    loadLeftPairs(node)
    let count = Int(node.count)
    var maximum: UInt32 = 0
    var start = 0
    while start < count {
      let run = keyRun(from: start, of: count)
      start = run.range.upperBound
      if run.token != Self.blockEnd { maximum = max(maximum, run.sources) }
    }
    return (false, Int(maximum))
  }

  private mutating func tokenBefore(_ position: Int) -> UInt32 {
    corpus.startsBlock(position) ? Self.blockEnd : corpus.tokens[position - 1]
  }

  /// Loads the members of `node` with the token before each, sorted by it.
  private mutating func loadLeftPairs(_ node: ClosedRepeat) {
    reserve(node.count)
    for offset in 0..<Int(node.count) {
      let position = positions[Int(node.start) + offset]
      pairs[offset] = UInt64(tokenBefore(Int(position))) << 32 | UInt64(position)
    }
    sorter.sort(pairs, 0..<Int(node.count))
  }

  /// Loads the members of `node` with the token after each, sorted by it.
  private mutating func loadPairs(_ node: ClosedRepeat) {
    reserve(node.count)
    for offset in 0..<Int(node.count) {
      let position = positions[Int(node.start) + offset]
      let following = Int(position) + Int(node.length)
      let token = corpus.startsBlock(following) ? Self.blockEnd : corpus.tokens[following]
      pairs[offset] = UInt64(token) << 32 | UInt64(position)
    }
    sorter.sort(pairs, 0..<Int(node.count))
  }

  private mutating func reserve(_ count: UInt32) {
    if pairs.count < Int(count) { pairs = Slab(uninitialized: 2 * Int(count)) }
  }

  /// The sorted pairs of one key, from `first` on.
  private mutating func keyRun(from first: Int, of count: Int) -> KeyRun {
    let key = pairs[first] >> 32
    stamps.clear()
    var last = first
    while last < count && pairs[last] >> 32 == key {
      stamps.add(corpus.source(at: Int(UInt32(truncatingIfNeeded: pairs[last]))))
      last += 1
    }
    return KeyRun(
      token: UInt32(truncatingIfNeeded: key), range: first..<last, sources: UInt32(stamps.count))
  }
}

/// Neighbouring pairs of one key: the occurrences that one token follows or precedes.
private struct KeyRun {
  let token: UInt32
  let range: Range<Int>
  let sources: UInt32
}
