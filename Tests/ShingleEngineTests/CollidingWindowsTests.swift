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

  @Test(
    "200,000 different windows of a draft that share a slot are found in documents in time",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func inDocuments() {
    // The last token of a window of six decides on the upper 16 bits of its hash, one of them on all the same.
    let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15
    var inverse: UInt16 = 1
    let low = UInt16(truncatingIfNeeded: multiplier)
    for _ in 0..<4 { inverse &*= 2 &- low &* inverse }
    var tokens: [UInt32] = [3, 1, 4, 1, 5]
    while tokens.count < 200_000 {
      let last = tokens.suffix(5).map { UInt64($0) }
      var sum = (last[0] | last[1] << 16 | last[2] << 32 | last[3] << 48) &* multiplier
      sum ^= sum >> 29
      let known = (sum &+ (last[2] | last[3] << 16 | last[4] << 32)) &* multiplier
      let next = (0x7000 &- UInt16(truncatingIfNeeded: known >> 48)) &* inverse
      tokens.append(next == 0 ? 1 : UInt32(next))
    }
    let draft = PlainCorpus(documents: [[tokens]]).tokenCorpus
    let windows = DraftWindows(draft, in: [0..<tokens.count], length: 6)
    let documents = PlainCorpus(
      documents: [[Array(tokens.reversed())], [tokens], [Array(tokens[700..<900])]]
    ).tokenCorpus
    let part = DocumentPart(
      tokens: .corpus(documents), starts: documents.documentStarts, numbers: [0, 1, 2])
    let census = CensusTaker(
      windows, runLength: nil, leaders: [0, 1, 2], isCounted: [true, true, true],
      workers: Workers(count: 1)
    ).census([part])
    #expect(windows.count > 190_000)
    #expect(census.counts.allSatisfy { (1...2).contains($0) })
    #expect(census.counts.count { $0 == 2 } == 195)
  }
}
