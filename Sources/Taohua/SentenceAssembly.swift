internal import PhraseMining
internal import PhraseReport
internal import ShingleEngine

/// Gives each sentence and heading one verdict.
struct SentenceAssembly: Sendable {
  let corpus: Corpus
  /// The class of every token, raw values of `TokenClass`.
  let classes: Slab<UInt8>

  /// From which share of its tokens a sentence is what they are.
  private static let most = 0.5
  /// From which share that is found elsewhere it is no longer the writer's own.
  private static let part = 0.25

  func sentences(of document: Int) -> [SentenceReport] {
    corpus.sentences(of: document).map { range in
      let counts = counts(in: range)
      return SentenceReport(
        start: UInt32(corpus.start(of: range.lowerBound)),
        end: UInt32(corpus.end(of: range.upperBound - 1)),
        verdict: Self.verdict(counts, tokens: range.count), tokens: range.count, classes: counts)
    }
  }

  /// The tokens of each class in `range`, by runs: neighbours are mostly of one.
  private func counts(in range: Range<Int>) -> ClassCounts {
    var counts = ClassCounts()
    var first = range.lowerBound
    while first < range.upperBound {
      var end = first + 1
      while end < range.upperBound && classes[end] == classes[first] { end += 1 }
      counts[TokenClass(rawValue: classes[first])!] += end - first
      first = end
    }
    return counts
  }

  /// The verdict that most tokens speak for, the gravest first; mixed where a good part is found
  /// elsewhere.
  static func verdict(_ counts: ClassCounts, tokens: Int) -> Verdict {
    func share(_ verdict: Verdict) -> Double {
      Double(verdict.classes.reduce(0) { $0 + counts[$1] }) / Double(max(1, tokens))
    }
    let single: [Verdict] = [.mandated, .copied, .formula, .shared]
    if let verdict = single.first(where: { share($0) >= most }) { return verdict }
    return share(.mixed) >= part ? .mixed : .original
  }
}
