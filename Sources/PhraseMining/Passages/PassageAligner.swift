internal import ShingleEngine

/// A span of one document aligned with a span of another.
package struct AlignedPassage: Hashable, Sendable {
  /// Positions.
  package var left: Range<Int>
  package var right: Range<Int>
  /// Tokens that have a partner on the other side.
  package var matched: Int
  /// The longest run of them.
  package var longestRun: Int
  /// Slots that have a partner filled with something else.
  package var changedSlots = 0

  package init(left: Range<Int>, right: Range<Int>, matched: Int, longestRun: Int) {
    self.left = left
    self.right = right
    self.matched = matched
    self.longestRun = longestRun
  }

  /// Tokens in common, less for tokens without a partner and for slots that were filled anew.
  var worth: Int { 4 * matched - (left.count + right.count - 2 * matched) - 2 * changedSlots }

  /// Takes in a neighbour and what lies between.
  mutating func absorb(_ other: AlignedPassage) {
    left =
      min(left.lowerBound, other.left.lowerBound)..<max(left.upperBound, other.left.upperBound)
    right =
      min(
        right.lowerBound, other.right.lowerBound)..<max(
        right.upperBound, other.right.upperBound)
    matched += other.matched
    longestRun = max(longestRun, other.longestRun)
    changedSlots += other.changedSlots
  }

  package var longer: Int { max(left.count, right.count) }
  package var similarity: Float { longer == 0 ? 1 : Float(matched) / Float(longer) }
}

/// Aligns two documents: seeds, tiles, passages.
///
/// Seed and extend, as text reuse and genome alignment do it: runs that both share lead to
/// neighbourhoods, tokens are paired one to one there (`PassageTiling`), and the passage is the
/// stretch in which pairs outweigh gaps on both sides (maximal scoring segments; Karlin and
/// Altschul, 1990). The order of runs is free, so a passage whose clauses changed places is one.
package struct PassageAligner: Sendable {
  private let text: PhraseText
  private let left: Range<Int>
  private let right: Range<Int>
  private let settings: AlignmentSettings
  private let isSpaced: Bool
  private let slotValue: @Sendable (Int) -> Int

  /// - Parameters:
  ///   - text: what holds both documents.
  ///   - left: a document of `text`.
  ///   - right: another.
  ///   - isSpaced: whether they are text of words.
  ///   - settings: what makes a passage.
  ///   - slotValue: tells what filled the slot at a position: all slots are equal, but where a text
  ///     stands twice the one with the same numbers is the better partner.
  package init(
    text: PhraseText, left: Int, right: Int, isSpaced: Bool, settings: AlignmentSettings,
    slotValue: @escaping @Sendable (Int) -> Int
  ) {
    self.init(
      text: text, left: text.corpus.range(of: left), right: text.corpus.range(of: right),
      isSpaced: isSpaced, settings: settings, slotValue: slotValue)
  }

  /// As above, for a part of each document.
  package init(
    text: PhraseText, left: Range<Int>, right: Range<Int>, isSpaced: Bool,
    settings: AlignmentSettings, slotValue: @escaping @Sendable (Int) -> Int
  ) {
    self.slotValue = slotValue
    self.text = text
    self.left = left
    self.right = right
    self.isSpaced = isSpaced
    self.settings = settings
  }

  /// Every shared run of at least `length` tokens.
  package func sharedRuns(length: Int) -> [AlignedPassage] {
    SharedRuns(corpus: text.corpus, left: left, right: right).runs(length: length).map {
      AlignedPassage(
        left: $0.leftRange, right: $0.rightRange, matched: $0.length, longestRun: $0.length)
    }
  }

  /// The passages that `runs`, which are known already, make together.
  ///
  /// - Parameter runs: equal runs of both documents, by left position.
  package func passages(of runs: [Tile]) -> [AlignedPassage] {
    withoutCovered(joined(densePassages(of: runs)).sorted(by: Self.isBetter))
  }

  /// The passages, the best first; none has half of its left side in a better one.
  package func passages() -> [AlignedPassage] {
    let runs = SharedRuns(corpus: text.corpus, left: left, right: right)
      .runs(length: settings.seed)
    var found: [AlignedPassage] = []
    for cluster in TileClusters(reach: settings.reach).clusters(of: runs) {
      var tiling = PassageTiling(
        corpus: text.corpus, left: left, right: right, settings: settings, slotValue: slotValue)
      found += densePassages(of: tiling.tile(cluster))
    }
    found = joined(found).map(withoutStubs).map(snapped).filter(isLongEnough)
    return withoutCovered(found.sorted(by: Self.isBetter))
  }

  /// More in common comes first; where a text stands twice, the place whose numbers agree.
  private static func isBetter(_ a: AlignedPassage, _ b: AlignedPassage) -> Bool {
    if a.worth != b.worth { return a.worth > b.worth }
    return (a.left.lowerBound, a.right.lowerBound) < (b.left.lowerBound, b.right.lowerBound)
  }

  private func withoutCovered(_ passages: [AlignedPassage]) -> [AlignedPassage] {
    var covered = Bitset(count: left.count)
    return passages.filter { passage in
      let inside = passage.left.count { covered.contains($0 - left.lowerBound) }
      if 2 * inside >= passage.left.count { return false }
      covered.insert(
        passage.left.lowerBound - left.lowerBound..<passage.left.upperBound - left.lowerBound)
      return true
    }
  }

  /// The passages among the tiles of one neighbourhood.
  private func densePassages(of tiles: [Tile]) -> [AlignedPassage] {
    var rest = tiles
    var found: [AlignedPassage] = []
    while !rest.isEmpty {
      let kept = inOrder(densest(rest))
      guard let passage = passage(of: kept) else { break }
      let taken = Set(kept)
      rest.removeAll { taken.contains($0) }
      if Double(passage.matched) >= settings.density * Double(passage.longer) {
        found.append(passage)
      }
    }
    return found
  }

  /// Of `tiles` those before and after which no long one changed places: clauses may, but long
  /// passages that were copied in another order are several.
  private func inOrder(_ tiles: [Tile]) -> [Tile] {
    let sorted = tiles.sorted { $0.left < $1.left }
    let long = sorted.filter { $0.length >= settings.apart }
    guard let second = zip(long, long.dropFirst()).first(where: { $1.right < $0.right })?.1 else {
      return tiles
    }
    return sorted.filter { $0.left < second.left && $0.right >= second.right + second.length }
  }

  /// The tiles of the best run on each side in turn, until nothing changes.
  private func densest(_ tiles: [Tile]) -> [Tile] {
    var kept = tiles
    while true {
      let byLeft = bestRun(kept.map { ($0.left, $0.length, $0) })
      let byRight = bestRun(byLeft.map { ($0.right, $0.length, $0) })
      if byRight.count == kept.count { return kept }
      kept = byRight
    }
  }

  /// The tiles of the run with the greatest sum of tiles less gaps.
  private func bestRun(_ tiles: [(start: Int, length: Int, tile: Tile)]) -> [Tile] {
    let sorted = tiles.sorted { $0.start < $1.start }
    var best = (sum: -Double.infinity, range: 0..<0)
    var sum = 0.0
    var first = 0
    for (index, tile) in sorted.enumerated() {
      if index > first {
        let gap = tile.start - sorted[index - 1].start - sorted[index - 1].length
        sum = gap > settings.reach ? 0 : sum - settings.gapCost * Double(gap)
      }
      if sum <= 0 {
        sum = 0
        first = index
      }
      sum += Double(tile.length - 1)
      if sum > best.sum { best = (sum, first..<index + 1) }
    }
    return sorted[best.range].map(\.tile)
  }

  private func passage(of tiles: [Tile]) -> AlignedPassage? {
    guard let first = tiles.first else { return nil }
    var passage = AlignedPassage(
      left: first.leftRange, right: first.rightRange, matched: 0, longestRun: 0)
    for tile in tiles {
      passage.left =
        min(
          passage.left.lowerBound, tile.left)..<max(
          passage.left.upperBound, tile.leftRange.upperBound)
      passage.right =
        min(
          passage.right.lowerBound, tile.right)..<max(
          passage.right.upperBound, tile.rightRange.upperBound)
      passage.matched += tile.length
      passage.changedSlots += changedSlots(tile)
      passage.longestRun = max(passage.longestRun, weight(tile.leftRange))
    }
    return passage
  }

  private func changedSlots(_ tile: Tile) -> Int {
    (0..<tile.length).count { offset in
      text.corpus.tokens[tile.left + offset] == TokenCorpus.slot
        && slotValue(tile.left + offset) != slotValue(tile.right + offset)
    }
  }

  /// Joins edited neighbours over gaps that are no longer than the shorter of them. What was copied
  /// word for word stays as it is, unless a word or two lie between.
  private func joined(_ passages: [AlignedPassage]) -> [AlignedPassage] {
    var joined: [AlignedPassage] = []
    for passage in passages.sorted(by: { $0.left.lowerBound < $1.left.lowerBound }) {
      let partner = joined.lastIndex { mayJoin($0, passage) }
      if let partner {
        joined[partner].absorb(passage)
      } else {
        joined.append(passage)
      }
    }
    return joined
  }

  private func mayJoin(_ a: AlignedPassage, _ b: AlignedPassage) -> Bool {
    let leftGap = b.left.lowerBound - a.left.upperBound
    let follows = b.right.lowerBound >= a.right.upperBound
    let rightGap =
      follows
      ? b.right.lowerBound - a.right.upperBound : a.right.lowerBound - b.right.upperBound
    guard leftGap >= 0, rightGap >= 0 else { return false }
    if follows && max(leftGap, rightGap) <= 1 { return true }
    guard min(a.similarity, b.similarity) < 0.9 else { return false }
    let limit = min(settings.joinGap, a.left.count, b.left.count, a.right.count, b.right.count)
    return max(leftGap, rightGap) <= limit
  }

  /// The passage without the few tokens that both sides have in common by chance beyond the edge of a
  /// sentence: …する。 before one that was copied.
  private func withoutStubs(_ passage: AlignedPassage) -> AlignedPassage {
    var passage = passage
    let limit = min(settings.stub, passage.left.count / 3, passage.right.count / 3)
    guard limit > 0 else { return passage }
    if !isSentenceEdge(passage.left.lowerBound) || !isSentenceEdge(passage.right.lowerBound),
      let stub = (1...limit).last(where: { isSentenceEdge(passage.left.lowerBound + $0) }),
      let other = (1...limit).last(where: { isSentenceEdge(passage.right.lowerBound + $0) })
    {
      passage.left = passage.left.lowerBound + stub..<passage.left.upperBound
      passage.right = passage.right.lowerBound + other..<passage.right.upperBound
      passage.matched -= min(stub, other)
    }
    if !isSentenceEdge(passage.left.upperBound) || !isSentenceEdge(passage.right.upperBound),
      let stub = (1...limit).last(where: { isSentenceEdge(passage.left.upperBound - $0) }),
      let other = (1...limit).last(where: { isSentenceEdge(passage.right.upperBound - $0) })
    {
      passage.left = passage.left.lowerBound..<passage.left.upperBound - stub
      passage.right = passage.right.lowerBound..<passage.right.upperBound - other
      passage.matched -= min(stub, other)
    }
    return passage
  }

  private func isSentenceEdge(_ position: Int) -> Bool {
    position == left.upperBound || position == right.upperBound
      || !text.boundary(before: position).isDisjoint(with: [.sentenceEnd, .blockStart])
  }

  /// The passage with the few tokens at its edges by which both sides reach the edge of a sentence or
  /// line: names and numbers that differ.
  private func snapped(_ passage: AlignedPassage) -> AlignedPassage {
    var passage = passage
    if let a = steps(from: passage.left.lowerBound, -1, within: left),
      let b = steps(from: passage.right.lowerBound, -1, within: right), a > 0, b > 0
    {
      passage.left = passage.left.lowerBound - a..<passage.left.upperBound
      passage.right = passage.right.lowerBound - b..<passage.right.upperBound
    }
    if let a = steps(from: passage.left.upperBound, 1, within: left),
      let b = steps(from: passage.right.upperBound, 1, within: right), a > 0, b > 0
    {
      passage.left = passage.left.lowerBound..<passage.left.upperBound + a
      passage.right = passage.right.lowerBound..<passage.right.upperBound + b
    }
    return passage
  }

  /// The tokens from `edge` to the next edge of a sentence or block in `direction`, if they are few.
  private func steps(from edge: Int, _ direction: Int, within document: Range<Int>) -> Int? {
    (0...settings.snap).first { step in
      let position = edge + direction * step
      if position <= document.lowerBound || position >= document.upperBound {
        return position == document.lowerBound || position == document.upperBound
      }
      return isSentenceEdge(position)
    }
  }

  private func isLongEnough(_ passage: AlignedPassage) -> Bool {
    let matched = weight(passage.left) * passage.matched / max(1, passage.left.count)
    if passage.longestRun < settings.runLength && matched < settings.editedLength { return false }
    if matched < settings.runLength { return false }
    if matched >= settings.naturalBelow { return true }
    if matched < settings.shortBelow { return naturalEdges(of: passage) == 4 }
    let isEdited = passage.matched < passage.longer
    return naturalEdges(of: passage) >= settings.naturalEdges + (isEdited ? 1 : 0)
  }

  private func naturalEdges(of passage: AlignedPassage) -> Int {
    [
      passage.left.lowerBound, passage.left.upperBound, passage.right.lowerBound,
      passage.right.upperBound,
    ].count(where: isSentenceEdge)
  }

  /// The tokens of `range`; in text of characters a word counts as two.
  private func weight(_ range: Range<Int>) -> Int {
    if isSpaced { return range.count }
    return range.reduce(0) { $0 + (text.corpus.tokens[$1] >= TokenCorpus.firstWord ? 2 : 1) }
  }
}
