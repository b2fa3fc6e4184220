import ShingleEngine
import TestSupport
import Testing

/// The longest sequence of tokens that stands in two sources.
@Suite struct LongestSharedRunTests {
  /// By trying all windows of all lengths.
  private static func twin(_ plain: PlainCorpus) -> Int {
    var length = 0
    while true {
      var holders: [[UInt32]: Set<UInt32>] = [:]
      for window in plain.windows(length: length + 1) {
        holders[window.tokens, default: []].insert(plain.sources[window.document])
      }
      if !holders.values.contains(where: { $0.count > 1 }) { return length }
      length += 1
    }
  }

  @Test("equals brute force on 1,000 random corpora")
  func equalsBruteForce() {
    for seed in UInt64(0)..<1_000 {
      let plain = PlainCorpus.random(seed: seed)
      guard !plain.sources.contains(TokenCorpus.uncounted) else { continue }
      let run = LongestSharedRun(corpus: plain.tokenCorpus, workers: Workers(count: 2))
      #expect(run.length() == Self.twin(plain), "seed \(seed)")
    }
  }

  @Test(
    "takes no longer where it is as long as the documents",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func longAsTheDocuments() {
    let text = [UInt32](repeating: 7, count: 100_000)
    let plain = PlainCorpus(documents: [[text], [text + text], [text]])
    let run = LongestSharedRun(corpus: plain.tokenCorpus, workers: Workers(count: 2))
    #expect(run.length() == 100_000)
  }
}
