internal import ShingleEngine

/// An exact match between two documents of different sources, as long as it goes.
package struct Match: Sendable, Hashable {
  /// Positions of the first tokens: of the copy, and of the other document.
  package var left: UInt32
  package var right: UInt32
  /// Tokens.
  package var length: UInt32
  /// Tokens of the copy that are not stock.
  package var fresh: UInt32
  package var leftDocument: UInt32
  package var rightDocument: UInt32
}

/// Finds what a document copied from one other (the class `borrowed`).
///
/// Seeds are the shared windows of half the borrowed length that are not wholly stock; each is
/// extended on its diagonal to a maximal match. A window that is not stock stands in fewer than
/// `minimumSources` sources, so the seeds are few. The first seed of a match stands where tokens before
/// it differ, which the survey's groups show, or just after a window that is no seed: those are
/// grouped here.
struct Copies: Sendable {
  /// Matches that may qualify, before it is known what else is stock.
  struct Candidates: Sendable {
    fileprivate var byDocument: [[Match]]
    fileprivate var cutSeeds: Int
    fileprivate var borrowedLength: Int

    /// The matches that qualify with `classes` as they are now: edited places of phrases may have become stock since the
    /// candidates were found.
    func qualified(_ classes: Slab<UInt8>, workers: Workers) -> Result {
      let qualified = workers.map(byDocument.count) { document in
        CopyQualification.matches(
          byDocument[document], classes: classes, borrowedLength: borrowedLength)
      }
      return Result(matches: qualified.flatMap { $0 }, cutSeeds: cutSeeds)
    }
  }

  /// What was found.
  struct Result: Sendable {
    /// By left, then right position.
    var matches: [Match]
    /// Seeds of which not all places were compared, for there are too many.
    var cutSeeds: Int
  }

  private let corpus: TokenCorpus
  private let workers: Workers
  /// The classes so far: stock and allowed are marked.
  private let classes: Slab<UInt8>
  /// The shared windows of half the borrowed length.
  private let seeds: KeptGroups
  /// The shortest passage, in tokens that are not stock.
  private let borrowedLength: Int
  /// 1 where a window of the seeds' length could be a seed: not wholly stock, half of it words.
  private let isSeed: Slab<UInt8>
  /// For each document, whether it is asked what was copied there.
  private let isWanted: [Bool]

  /// Members of one group that a window is compared with at most: the earliest. Only text that
  /// repeats inside a document has more.
  private static let maximumMembers = 512

  /// So many members ahead of the one in work memory is asked for what they are: they lie anywhere in it.
  private static let distance = 16

  /// A place that others are compared with: what is asked of it again and again.
  private struct Right {
    var position: Int
    /// The token before it in its block, if there is one.
    var before: UInt32?
    var source: UInt32
  }

  /// - Parameters:
  ///   - corpus: the documents.
  ///   - classes: the class of each token so far.
  ///   - seeds: the shared windows of half the borrowed length with various tokens before them.
  ///   - borrowedLength: the shortest passage, in tokens that are not stock.
  ///   - isWanted: for each document, whether it is asked what was copied there.
  ///   - workers: the threads to use.
  init(
    corpus: TokenCorpus, classes: Slab<UInt8>, seeds: KeptGroups, borrowedLength: Int,
    isWanted: [Bool], workers: Workers
  ) {
    self.corpus = corpus
    self.isWanted = isWanted
    self.workers = workers
    self.classes = classes
    self.seeds = seeds
    self.borrowedLength = borrowedLength
    let isSeed = Slab<UInt8>(
      zeroed: corpus.tokens.count, isSparse: 2 * isWanted.count(where: { $0 }) < isWanted.count)
    workers.forEach(corpus.documentCount) { document in
      guard isWanted[document] else { return }
      Self.markSeeds(
        isSeed, corpus.range(of: document), corpus, classes, length: seeds.length)
    }
    self.isSeed = isSeed
  }

  /// Marks the possible seeds of `range` in one pass from its end.
  private static func markSeeds(
    _ isSeed: Slab<UInt8>, _ range: Range<Int>, _ corpus: TokenCorpus, _ classes: Slab<UInt8>,
    length: Int
  ) {
    var fresh = 0
    var slots = 0
    for position in range.reversed() {
      if classes[position] < TokenClass.stock.rawValue { fresh += 1 }
      if corpus.tokens[position] == TokenCorpus.slot { slots += 1 }
      let leaving = position + length
      if leaving < range.upperBound {
        if classes[leaving] < TokenClass.stock.rawValue { fresh -= 1 }
        if corpus.tokens[leaving] == TokenCorpus.slot { slots -= 1 }
      }
      isSeed[position] = fresh > 0 && 2 * slots <= length ? 1 : 0
    }
  }

  /// The matches that may qualify.
  ///
  /// - Parameter grouping: of the same corpus.
  func candidates(grouping: WindowGrouping) -> Candidates {
    let groupsPerTask = 4_096
    let tasks = (seeds.count + groupsPerTask - 1) / groupsPerTask
    var found = workers.map(tasks) { task in
      var result = Result(matches: [], cutSeeds: 0)
      for group in task * groupsPerTask..<min((task + 1) * groupsPerTask, seeds.count) {
        let range = seeds.range(of: group)
        // Where much is stock, most hold no seed.
        guard range.contains(where: { isSeed[Int(seeds.positions[$0])] != 0 }) else { continue }
        let members = seeds.positions[range]
        if !hasOneTokenBefore(members) { add(members, to: &result) }
      }
      return result
    }
    let positions = seedsAfterOthers()
    let starts = grouping.groups(length: seeds.length, at: positions)
    found += workers.map(starts.runs.count) { run in
      var result = Result(matches: [], cutSeeds: 0)
      for group in starts.runs[run] {
        let members = ArraySlice(group.range.map { index in starts.positions[index] })
        if hasOneTokenBefore(members) { add(members, areAfterOthers: true, to: &result) }
      }
      return result
    }
    return Candidates(
      byDocument: distribute(found.map(\.matches)),
      cutSeeds: found.reduce(0) { $0 + $1.cutSeeds }, borrowedLength: borrowedLength)
  }

  /// The possible seeds before which no possible seed stands in the same block.
  private func seedsAfterOthers() -> [UInt32] {
    workers.map(corpus.documentCount) { document -> [UInt32] in
      guard isWanted[document] else { return [] }
      var found: [UInt32] = []
      for block in corpus.blocks(in: corpus.range(of: document)) {
        let start = Int(corpus.blockStarts[block])
        let end = corpus.blockEnd(block) - seeds.length
        guard start < end else { continue }
        for position in start + 1...end where isSeed[position] != 0 && isSeed[position - 1] == 0 {
          found.append(UInt32(position))
        }
      }
      return found
    }.flatMap { $0 }
  }

  /// Adds the matches that begin with the seeds `members`, with those only that stand after a window
  /// that is no seed if they are `areAfterOthers`.
  ///
  /// Where the same token stands before both places, and a seed with it, the match begins earlier. So
  /// places after the most frequent token are compared with those after another alone: formulas of
  /// many sources, which are too few to be stock, would cost the square of their number else.
  private func add(
    _ members: ArraySlice<UInt32>, areAfterOthers: Bool = false,
    to result: inout Result
  ) {
    let rights = members.prefix(Self.maximumMembers).map { position in
      Right(
        position: Int(position), before: tokenBefore(Int(position)),
        source: corpus.source(at: Int(position)))
    }.filter { $0.source != TokenCorpus.uncounted }
    let usual = mostlyBefore(rights)
    let unusual = rights.filter { $0.before != usual }
    var fresh = FreshCounts(classes)
    var wasCut = false
    for index in members.indices {
      let soon = min(index + Self.distance, members.endIndex - 1)
      isSeed.prefetch(Int(members[soon]))
      let left = Int(members[index])
      if isSeed[left] == 0 { continue }
      let before = tokenBefore(left)
      let isAfterSeed = before != nil && isSeed[left - 1] != 0
      if areAfterOthers && isAfterSeed { continue }
      wasCut = wasCut || members.count > Self.maximumMembers
      let isUsual = isAfterSeed && before == usual
      let document = corpus.document(at: left)
      let source = corpus.sources[document]
      let room = corpus.blockRemainder(
        at: left, limit: corpus.range(of: document).upperBound - left)
      fresh.begin(at: left)
      for right in isUsual ? unusual : rights where right.source != source {
        // Most differ in the token before, or go on to an earlier seed with it.
        var start = 0
        if before != nil && before == right.before {
          guard !isAfterSeed, let first = matchStart(left, right.position) else { continue }
          start = first
        }
        let end = corpus.commonLength(
          inside: left, right.position, atLeast: seeds.length, limit: room)
        let count = fresh.count(before: start) + fresh.count(first: end)
        if 2 * count < borrowedLength { continue }
        result.matches.append(
          Match(
            left: UInt32(left - start), right: UInt32(right.position - start),
            length: UInt32(start + end), fresh: UInt32(count),
            leftDocument: UInt32(document),
            rightDocument: UInt32(corpus.document(at: right.position))))
      }
    }
    if wasCut { result.cutSeeds += 1 }
  }

  /// The token before a window in the same block, if there is one.
  private func tokenBefore(_ position: Int) -> UInt32? {
    corpus.startsBlock(position) ? nil : corpus.tokens[position - 1]
  }

  /// The token that stands before more than half of `members`, if there is one; any else (the majority
  /// vote of Boyer and Moore, 1981).
  private func mostlyBefore(_ members: [Right]) -> UInt32? {
    var token: UInt32?
    var votes = 0
    for member in members {
      guard let before = member.before else { continue }
      if votes == 0 { token = before }
      votes += before == token ? 1 : -1
    }
    return token
  }

  private func hasOneTokenBefore(_ members: ArraySlice<UInt32>) -> Bool {
    let token = tokenBefore(Int(members.first!))
    return token != nil && members.allSatisfy { tokenBefore(Int($0)) == token }
  }

  /// The tokens before two places that belong to the same match; nil if an earlier seed on this diagonal does.
  private func matchStart(_ left: Int, _ right: Int) -> Int? {
    var start = 0
    while !corpus.startsBlock(left - start), !corpus.startsBlock(right - start),
      corpus.tokens[left - start - 1] == corpus.tokens[right - start - 1]
    {
      start += 1
      if isSeed[left - start] != 0 { return nil }
    }
    return start
  }

  /// The matches by left document.
  private func distribute(_ found: [[Match]]) -> [[Match]] {
    var counts = [Int](repeating: 0, count: corpus.documentCount)
    for part in found { for match in part { counts[Int(match.leftDocument)] += 1 } }
    var byDocument = counts.map { count in
      var matches: [Match] = []
      matches.reserveCapacity(count)
      return matches
    }
    for part in found {
      for match in part { byDocument[Int(match.leftDocument)].append(match) }
    }
    return byDocument
  }
}

/// How many of the tokens about one place are neither stock nor allowed: asked for each place that it is compared
/// with, and counted once.
private struct FreshCounts {
  private let classes: Slab<UInt8>
  private var position = 0
  /// Of so many tokens from the place on.
  private var sums = [0]

  init(_ classes: Slab<UInt8>) { self.classes = classes }

  /// Turns to the place `position`.
  mutating func begin(at position: Int) {
    self.position = position
    sums.removeSubrange(1...)
  }

  /// Of the `length` tokens from the place on. O(length) for all calls together.
  mutating func count(first length: Int) -> Int {
    while sums.count <= length {
      let isFresh = classes[position + sums.count - 1] < TokenClass.stock.rawValue
      sums.append(sums[sums.count - 1] + (isFresh ? 1 : 0))
    }
    return sums[length]
  }

  /// Of the `length` tokens before the place.
  func count(before length: Int) -> Int {
    TokenClass.freshCount(position - length..<position, classes)
  }
}
