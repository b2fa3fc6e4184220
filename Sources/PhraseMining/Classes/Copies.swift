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
/// `minimumSources` sources, so the seeds are few.
struct Copies: Sendable {
  let corpus: TokenCorpus
  /// The classes so far: stock and allowed are marked.
  let classes: Slab<UInt8>
  /// The shared windows of half the borrowed length.
  let seeds: KeptGroups
  /// The shortest passage, in tokens that are not stock.
  let borrowedLength: Int

  /// Members of one group that a window is compared with at most: the earliest. Only text that
  /// repeats inside a document has more.
  private static let maximumMembers = 512

  /// The qualifying matches of the documents that `isWanted`, by left position.
  func matches(workers: Workers, isWanted: [Bool]) -> [Match] {
    let groupsPerTask = 8_192
    let tasks = (seeds.count + groupsPerTask - 1) / groupsPerTask
    let found = workers.map(tasks) { task in
      let groups = task * groupsPerTask..<min((task + 1) * groupsPerTask, seeds.count)
      return groups.flatMap { matches(in: $0, isWanted) }
    }
    return qualify(Array(Set(found.flatMap { $0 })).sorted(by: Self.isBefore))
  }

  private static func isBefore(_ a: Match, _ b: Match) -> Bool {
    if a.left != b.left { return a.left < b.left }
    return a.right < b.right
  }

  private func matches(in group: Int, _ isWanted: [Bool]) -> [Match] {
    let members = seeds.members(of: group)
    guard corpus.hasEnoughWords(at: Int(members.first!), length: seeds.length) else { return [] }
    var found: [Match] = []
    for left in members where !isStock(Int(left)) {
      let document = corpus.document(at: Int(left))
      guard isWanted[document] else { continue }
      for right in members.prefix(Self.maximumMembers) {
        let other = corpus.document(at: Int(right))
        let source = corpus.sources[other]
        guard source != TokenCorpus.uncounted, source != corpus.sources[document],
          isStart(Int(left), Int(right))
        else { continue }
        found.append(extend(Int(left), Int(right), document, other))
      }
    }
    return found
  }

  /// Whether the seed at `position` is stock from end to end.
  private func isStock(_ position: Int) -> Bool {
    (position..<position + seeds.length).allSatisfy {
      classes[$0] >= TokenClass.stock.rawValue
    }
  }

  /// Whether no earlier seed on this diagonal finds the same match.
  private func isStart(_ left: Int, _ right: Int) -> Bool {
    corpus.startsBlock(left) || corpus.startsBlock(right)
      || corpus.tokens[left - 1] != corpus.tokens[right - 1] || isStock(left - 1)
  }

  private func extend(_ left: Int, _ right: Int, _ document: Int, _ other: Int) -> Match {
    var start = 0
    while !corpus.startsBlock(left - start), !corpus.startsBlock(right - start),
      corpus.tokens[left - start - 1] == corpus.tokens[right - start - 1]
    {
      start += 1
    }
    var end = seeds.length
    while !corpus.startsBlock(left + end), !corpus.startsBlock(right + end),
      corpus.tokens[left + end] == corpus.tokens[right + end]
    {
      end += 1
    }
    let fresh = (left - start..<left + end).count { classes[$0] < TokenClass.stock.rawValue }
    return Match(
      left: UInt32(left - start), right: UInt32(right - start), length: UInt32(start + end),
      fresh: UInt32(fresh), leftDocument: UInt32(document), rightDocument: UInt32(other))
  }

  /// Keeps matches that are long enough, or half as long and one of two in the same order.
  private func qualify(_ matches: [Match]) -> [Match] {
    let half = matches.filter { 2 * Int($0.fresh) >= borrowedLength }
    var byPair: [UInt64: [Match]] = [:]
    for match in half {
      byPair[UInt64(match.leftDocument) << 32 | UInt64(match.rightDocument), default: []]
        .append(match)
    }
    return half.filter { match in
      if Int(match.fresh) >= borrowedLength { return true }
      let pair = UInt64(match.leftDocument) << 32 | UInt64(match.rightDocument)
      return byPair[pair]!.contains { Self.follow($0, match) || Self.follow(match, $0) }
    }
  }

  /// Whether `second` comes after `first` on both sides.
  private static func follow(_ first: Match, _ second: Match) -> Bool {
    first.left + first.length <= second.left && first.right + first.length <= second.right
  }
}
