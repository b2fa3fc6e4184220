internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Makes pairs of documents from borrowed passages, and keeps the best of each document.
struct PairAssembly {
  let corpus: Corpus
  let findings: Findings

  private struct Key: Hashable {
    let left: Int
    let right: Int
  }

  /// The kept pairs in order of left and right document, and how many were left out.
  func pairs() -> (kept: [PairReport], leftOut: Int) {
    var passages: [Key: Set<PassageReport>] = [:]
    for match in findings.matches {
      let a = Int(match.leftDocument)
      let b = Int(match.rightDocument)
      let left = bytes(match.left, match.length)
      let right = bytes(match.right, match.length)
      passages[Key(left: min(a, b), right: max(a, b)), default: []].insert(
        PassageReport(left: a < b ? left : right, right: a < b ? right : left, similarity: 1))
    }
    let all = passages.map { key, passages in
      PairReport(
        left: key.left, right: key.right, sharedTokens: tokens(key.left, passages.map(\.left)),
        passages: passages.sorted {
          ($0.left.lowerBound, $0.right.lowerBound) < ($1.left.lowerBound, $1.right.lowerBound)
        })
    }.sorted(by: Self.isBetter)
    var met = Set<Int>()
    let kept = all.filter { pair in
      let isBest = !met.contains(pair.left) || !met.contains(pair.right)
      met.formUnion([pair.left, pair.right])
      return isBest
    }
    return (kept.sorted { ($0.left, $0.right) < ($1.left, $1.right) }, all.count - kept.count)
  }

  private static func isBetter(_ a: PairReport, _ b: PairReport) -> Bool {
    if a.sharedTokens != b.sharedTokens { return a.sharedTokens > b.sharedTokens }
    return (a.left, a.right) < (b.left, b.right)
  }

  private func bytes(_ position: UInt32, _ length: UInt32) -> Range<Int> {
    let first = Int(position)
    return Int(corpus.starts[first])..<corpus.end(of: first + Int(length) - 1)
  }

  /// The tokens of `document` in the union of `ranges` of bytes.
  private func tokens(_ document: Int, _ ranges: [Range<Int>]) -> Int {
    let source = corpus.documents[document]
    var count = 0
    var next = source.tokens.lowerBound
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      while next < source.tokens.upperBound, corpus.starts[next] < range.lowerBound { next += 1 }
      while next < source.tokens.upperBound, corpus.starts[next] < range.upperBound {
        count += 1
        next += 1
      }
    }
    return count
  }
}
