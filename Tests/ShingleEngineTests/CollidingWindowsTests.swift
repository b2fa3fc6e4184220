import ShingleEngine
import TestSupport
import Testing

/// Text can be built so that all its windows have one hash: whoever knows the base can do it.
@Suite struct CollidingWindowsTests {
  @Test(
    "200,000 different windows of one hash are told apart in time",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func areToldApart() {
    // With no bit of the hash kept all windows collide.
    let tokens = (0..<200_000).map { UInt32(truncatingIfNeeded: $0 &* 40_503 % 199_999) }
    let corpus = PlainCorpus(documents: [[tokens], [Array(tokens[500..<600])]]).tokenCorpus
    let groups = WindowGrouping(corpus: corpus, workers: Workers(count: 1), hashBits: 0)
      .groups(length: 6)
    // Each window of the excerpt stands in the whole.
    #expect(groups.runs.joined().count == 95)
    for group in groups.runs.joined() {
      let members = group.range.map { Int(groups.positions[$0]) }
      #expect(members.count == 2 && members[0] < members[1])
      #expect(corpus.equal(members[0], members[1], length: 6))
    }
  }

  @Test(
    "50,000 different windows of a draft that have one hash are told apart in time",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func ofDrafts() {
    let tokens = (0..<50_000).map { UInt32($0 * 40_503 % 199_999) }
    let draft = PlainCorpus(documents: [[tokens, Array(tokens[500..<600])]]).tokenCorpus
    let windows = DraftWindows(draft, in: [0..<50_000, 50_000..<50_100], length: 6, hashBits: 0)
    #expect(windows.count == 49_995)
    for offset in 0..<95 {
      #expect(windows.window(at: 50_000 + offset) == windows.window(at: 500 + offset))
    }
  }
}
