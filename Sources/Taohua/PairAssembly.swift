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

  /// Tokens about a match that its passage may go on in.
  private static let surroundings = 60
  /// What is longer is put together of its matches alone: shorter runs add little to it.
  private static let longest = 200
  /// Of more pairs all passages are put together of matches alone: nobody reads so many in detail.
  private static let alignedPairs = 500

  /// The kept pairs in order of left and right document, and how many were left out.
  func pairs() -> (kept: [PairReport], leftOut: Int) {
    let all = SharedTiles(findings.matches, documents: corpus.documents.count).pairs(workers)
    let best = Self.best(all, documents: corpus.documents.count)
    let isAligned = best.count <= Self.alignedPairs
    // One for all: each time that it is made, all that the corpus refers to is counted.
    let slotValue = { @Sendable [corpus] in corpus.surfaceHash(of: $0) }
    let kept = workers.map(best.count) { index in
      let pair = best[index]
      return PairReport(
        left: Int(pair.left), right: Int(pair.right), sharedTokens: pair.sharedTokens,
        passages: passages(pair, isAligned: isAligned, slotValue))
    }
    return (kept, all.count - best.count)
  }

  /// The pairs that share most with one of their documents, in order of left and right document.
  private static func best(_ pairs: [SharedTiles.Pair], documents: Int) -> [SharedTiles.Pair] {
    var isMet = [Bool](repeating: false, count: documents)
    let best = pairs.sorted(by: isBetter).filter { pair in
      let isBest = !isMet[Int(pair.left)] || !isMet[Int(pair.right)]
      isMet[Int(pair.left)] = true
      isMet[Int(pair.right)] = true
      return isBest
    }
    return best.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// The passages about the matches of a pair, over gaps and edits, by left position.
  private func passages(
    _ pair: SharedTiles.Pair, isAligned: Bool, _ slotValue: @escaping @Sendable (Int) -> Int
  ) -> [PassageReport] {
    let left = Int(pair.left)
    let right = Int(pair.right)
    let isSpaced = isSpaced[left] && isSpaced[right]
    let settings: AlignmentSettings = isSpaced ? .words : .characters
    let found = TileClusters(reach: settings.reach).clusters(of: pair.tiles).flatMap { cluster in
      let left = window(cluster.map(\.leftRange), in: left)
      let right = window(cluster.map(\.rightRange), in: right)
      let aligner = PassageAligner(
        text: text, left: left, right: right, isSpaced: isSpaced, settings: settings,
        slotValue: slotValue)
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

  private static func isBetter(_ a: SharedTiles.Pair, _ b: SharedTiles.Pair) -> Bool {
    if a.sharedTokens != b.sharedTokens { return a.sharedTokens > b.sharedTokens }
    return (a.left, a.right) < (b.left, b.right)
  }
}
