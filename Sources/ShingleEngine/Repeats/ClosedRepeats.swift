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

  /// Its occurrences in ``ClosedRepeats/positions``.
  fileprivate var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
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
  /// So many tokens before occurrences are tried one by one.
  private static let triedTokens = 8

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
    if hasOneTokenBefore(node) { return }
    let isRightClosed = splitRight(node)
    if isRightClosed && isLeftClosed(node) { repeats.append(node) }
  }

  /// Pushes the children with enough sources; whether none has as many as the node.
  private mutating func splitRight(_ node: ClosedRepeat) -> Bool {
    if Int(node.length) >= maximumLength { return true }
    let (main, rest) = gatherMain(node)
    sorter.sort(pairs, 0..<rest)
    let before = order(rest, about: main, of: node)
    var isClosed = push(main, of: node, from: before)
    var first = 0
    while first < rest {
      let child = keyRun(from: first, of: rest)
      let isBefore = first < before
      first = child.range.upperBound
      if !push(child, of: node, from: isBefore ? 0 : main.range.count) { isClosed = false }
    }
    return isClosed
  }

  /// Brings the occurrences of `node` that go on with one token, that of nearly all where edits are few,
  /// to the front; the others are loaded with the tokens that they go on with. The run of the first, and
  /// the number of the others.
  private mutating func gatherMain(_ node: ClosedRepeat) -> (main: KeyRun, rest: Int) {
    let token = tokenAfter(Int(positions[Int(node.start + node.count / 2)]), node)
    reserve(node.count)
    stamps.clear()
    var filled = Int(node.start)
    var rest = 0
    for index in node.range {
      let position = positions[index]
      let next = tokenAfter(Int(position), node)
      if next == token {
        positions[filled] = position
        filled += 1
        stamps.add(corpus.source(at: Int(position)))
      } else {
        pairs[rest] = UInt64(next) << 32 | UInt64(position)
        rest += 1
      }
    }
    return (
      KeyRun(
        token: token, range: 0..<filled - Int(node.start), sources: UInt32(stamps.count)),
      rest
    )
  }

  /// Brings the occurrences of `node` into the order of the tokens that they go on with: `main`, which
  /// stands at the front, and the `rest` sorted pairs. How many stand before `main`.
  private mutating func order(_ rest: Int, about main: KeyRun, of node: ClosedRepeat) -> Int {
    let start = Int(node.start)
    let before = (0..<rest).first { pairs[$0] >> 32 > main.token } ?? rest
    if before > 0 {
      for index in main.range.reversed() {
        positions[start + before + index] = positions[start + index]
      }
    }
    for index in 0..<rest {
      positions[start + (index < before ? index : main.range.count + index)] =
        UInt32(truncatingIfNeeded: pairs[index])
    }
    return before
  }

  /// Pushes `child` of `node`, whose range counts from `offset`, if it has enough sources; whether it has
  /// fewer than the node.
  private mutating func push(
    _ child: KeyRun, of node: ClosedRepeat, from offset: Int
  ) -> Bool {
    if child.token == Self.blockEnd { return true }
    if Int(child.sources) >= minimumSources {
      stack.append(
        ClosedRepeat(
          length: node.length + 1,
          start: node.start + UInt32(offset + child.range.lowerBound),
          count: UInt32(child.range.count), sources: child.sources))
    }
    return child.sources != node.sources
  }

  /// Whether the same token stands before all occurrences of `node`.
  private mutating func hasOneTokenBefore(_ node: ClosedRepeat) -> Bool {
    let first = tokenBefore(Int(positions[Int(node.start)]))
    if first == Self.blockEnd { return false }
    for index in node.range where tokenBefore(Int(positions[index])) != first { return false }
    return true
  }

  /// Whether no token stands before the occurrences of `node` in all its sources.
  ///
  /// Such a token stands before an occurrence in the first one's source, where mostly few different ones
  /// do.
  private mutating func isLeftClosed(_ node: ClosedRepeat) -> Bool {
    let source = corpus.source(at: Int(positions[Int(node.start)]))
    var tried = [Self.blockEnd]
    for index in node.range {
      let position = Int(positions[index])
      guard corpus.source(at: position) == source else { continue }
      let token = tokenBefore(position)
      if tried.contains(token) { continue }
      if tried.count > Self.triedTokens { return isLeftClosedBySorting(node) }
      tried.append(token)
      if sources(of: node, after: token) == Int(node.sources) { return false }
    }
    return true
  }

  /// The sources in which `token` stands before an occurrence of `node`.
  private mutating func sources(of node: ClosedRepeat, after token: UInt32) -> Int {
    stamps.clear()
    for index in node.range {
      let position = Int(positions[index])
      if tokenBefore(position) == token { stamps.add(corpus.source(at: position)) }
    }
    return stamps.count
  }

  private mutating func isLeftClosedBySorting(_ node: ClosedRepeat) -> Bool {
    reserve(node.count)
    for (offset, index) in node.range.enumerated() {
      let position = positions[index]
      pairs[offset] = UInt64(tokenBefore(Int(position))) << 32 | UInt64(position)
    }
    let count = Int(node.count)
    sorter.sort(pairs, 0..<count)
    var start = 0
    while start < count {
      let run = keyRun(from: start, of: count)
      start = run.range.upperBound
      if run.token != Self.blockEnd && run.sources == node.sources { return false }
    }
    return true
  }

  private mutating func tokenBefore(_ position: Int) -> UInt32 {
    corpus.startsBlock(position) ? Self.blockEnd : corpus.tokens[position - 1]
  }

  private mutating func tokenAfter(_ position: Int, _ node: ClosedRepeat) -> UInt32 {
    let following = position + Int(node.length)
    return corpus.startsBlock(following) ? Self.blockEnd : corpus.tokens[following]
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
