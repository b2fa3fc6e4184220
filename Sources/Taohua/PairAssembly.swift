internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Makes pairs of documents from borrowed passages, and keeps the best of each document.
struct PairAssembly: Sendable {
  let corpus: Corpus
  let text: PhraseText
  let isSpaced: [Bool]
  let findings: Findings
  let workers: Workers

  private struct Key: Hashable {
    let left: Int
    let right: Int
  }

  /// Tokens about a match that its passage may go on in.
  private static let surroundings = 60
  /// What is longer is put together of its matches alone: shorter runs add little to it.
  private static let longest = 200
  /// Of more pairs all passages are put together of matches alone: nobody reads so many in detail.
  private static let alignedPairs = 500

  /// The kept pairs in order of left and right document, and how many were left out.
  func pairs() -> (kept: [PairReport], leftOut: Int) {
    var tiles: [Key: Set<Tile>] = [:]
    for match in findings.matches {
      let a = Int(match.leftDocument)
      let b = Int(match.rightDocument)
      tiles[Key(left: min(a, b), right: max(a, b)), default: []].insert(
        Tile(
          left: Int(a < b ? match.left : match.right), right: Int(a < b ? match.right : match.left),
          length: Int(match.length)))
    }
    let all = tiles.map { key, tiles in
      PairReport(
        left: key.left, right: key.right, sharedTokens: Self.union(tiles.map(\.leftRange)),
        passages: [])
    }.sorted(by: Self.isBetter)
    var met = Set<Int>()
    let kept = all.filter { pair in
      let isBest = !met.contains(pair.left) || !met.contains(pair.right)
      met.formUnion([pair.left, pair.right])
      return isBest
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    let known = tiles
    let isAligned = kept.count <= Self.alignedPairs
    let aligned = workers.map(kept.count) { index in
      var pair = kept[index]
      let matches = known[Key(left: pair.left, right: pair.right)]!
      pair.passages = passages(pair, matches, isAligned: isAligned)
      return pair
    }
    return (aligned, all.count - kept.count)
  }

  /// The passages about the matches of a pair, over gaps and edits, by left position.
  private func passages(
    _ pair: PairReport, _ matches: Set<Tile>, isAligned: Bool
  ) -> [PassageReport] {
    let isSpaced = isSpaced[pair.left] && isSpaced[pair.right]
    let settings: AlignmentSettings = isSpaced ? .words : .characters
    let sorted = matches.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    let found = TileClusters(reach: settings.reach).clusters(of: sorted).flatMap { cluster in
      let left = window(cluster.map(\.leftRange), in: pair.left)
      let right = window(cluster.map(\.rightRange), in: pair.right)
      let aligner = PassageAligner(
        text: text, left: left, right: right, isSpaced: isSpaced, settings: settings,
        slotValue: { corpus.surfaceHash(of: $0) })
      let aligned =
        isAligned && max(left.count, right.count) <= Self.longest
        ? aligner.passages() : aligner.passages(of: cluster)
      // Passages about the copy that are nothing but common phrases are none of it.
      let real = aligned.filter { passage in
        cluster.contains { $0.leftRange.overlaps(passage.left) }
      }
      return real.isEmpty ? cluster.map(Self.exact) : real
    }
    return Set(found).map { passage in
      PassageReport(
        left: bytes(passage.left), right: bytes(passage.right), similarity: passage.similarity)
    }.sorted {
      ($0.left.lowerBound, $0.right.lowerBound, $0.left.upperBound)
        < ($1.left.lowerBound, $1.right.lowerBound, $1.left.upperBound)
    }
  }

  private static func exact(_ tile: Tile) -> AlignedPassage {
    AlignedPassage(
      left: tile.leftRange, right: tile.rightRange, matched: tile.length,
      longestRun: tile.length)
  }

  /// The tokens of `ranges` and about them, inside `document`.
  private func window(_ ranges: [Range<Int>], in document: Int) -> Range<Int> {
    let first = ranges.map(\.lowerBound).min()! - Self.surroundings
    let end = ranges.map(\.upperBound).max()! + Self.surroundings
    return (first..<end).clamped(to: text.corpus.range(of: document))
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    corpus.start(of: range.lowerBound)..<corpus.end(of: range.upperBound - 1)
  }

  /// The numbers in the union of `ranges`.
  private static func union(_ ranges: [Range<Int>]) -> Int {
    var count = 0
    var next = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      count += max(0, range.upperBound - max(next, range.lowerBound))
      next = max(next, range.upperBound)
    }
    return count
  }

  private static func isBetter(_ a: PairReport, _ b: PairReport) -> Bool {
    if a.sharedTokens != b.sharedTokens { return a.sharedTokens > b.sharedTokens }
    return (a.left, a.right) < (b.left, b.right)
  }
}
