import ShingleEngine
import TestSupport
import Testing

@Suite("D2 and D8: every window is counted, exactly")
struct WindowSurveyTests {
  static let flag: UInt8 = 1
  static let elsewhere: UInt8 = 2
  static let earlier: UInt8 = 4

  /// The survey of `corpus` for one length and number of sources.
  static func survey(
    _ corpus: PlainCorpus, length: Int, minimum: Int, hashBits: Int, workers: Int, pass: Int
  ) -> Survey {
    var plan = SurveyPlan()
    plan.questions = [
      .init(length: length, condition: .sources(minimum), flag: flag),
      .init(length: 2 * length + 1, condition: .elsewhere, flag: elsewhere),
      .init(length: length + 1, condition: .earlier, flag: earlier),
    ]
    plan.curve = [length, length + 2, 3 * length]
    plan.kept = [length: .init(belowSources: minimum)]
    let tokens = corpus.tokenCorpus
    let workers = Workers(count: workers)
    let groups = WindowGrouping(
      corpus: tokens, workers: workers, hashBits: hashBits, windowsPerPass: pass
    ).groups(length: length)
    return WindowSurvey(corpus: tokens, workers: workers, plan: plan, reach: pass == 10 ? 4 : 512)
      .run(ShingleGroups(main: groups))
  }

  /// Checks the survey of the corpus of `seed` against counting by hand.
  func check(seed: UInt64, hashBits: Int) {
    let corpus = PlainCorpus.random(seed: seed)
    let length = 1 + Int(seed % 7)
    let minimum = 2 + Int(seed % 3)
    let survey = Self.survey(
      corpus, length: length, minimum: minimum, hashBits: hashBits, workers: 1 + Int(seed % 3),
      pass: seed % 2 == 0 ? 10 : 1_000)
    expectFlag(Self.flag, survey, corpus, length, minimum, seed)
    expectFlag(Self.elsewhere, survey, corpus, 2 * length + 1, 2, seed)
    expectRepetition(survey, corpus, length + 1, seed)
    for length in [length, length + 2, 3 * length] {
      #expect(
        survey.curve[length] == corpus.coverage(length: length), "seed \(seed), length \(length)")
    }
    let kept = survey.kept[length] ?? KeptGroups(length: length)
    let groups = (0..<kept.count).map { Array(kept.positions[kept.range(of: $0)]) }
    #expect(Set(groups) == corpus.groups(length: length, below: minimum), "seed \(seed)")
    #expect(Set(groups).count == groups.count, "seed \(seed): a group twice")
  }

  func expectFlag(
    _ flag: UInt8, _ survey: Survey, _ corpus: PlainCorpus, _ length: Int, _ minimum: Int,
    _ seed: UInt64
  ) {
    let found = Set((0..<survey.flags.count).filter { survey.flags[$0] & flag != 0 })
    #expect(
      found == corpus.counting(length: length, minimum: minimum), "seed \(seed), length \(length)")
  }

  func expectRepetition(
    _ survey: Survey, _ corpus: PlainCorpus, _ length: Int, _ seed: UInt64
  ) {
    let found = Set((0..<survey.flags.count).filter { survey.flags[$0] & Self.earlier != 0 })
    #expect(found == corpus.repeated(length: length), "seed \(seed): repetition")
  }

  @Test("equals counting by hand on random corpora")
  func equalsBruteForce() {
    for seed in 0..<Rounds.corpora(3_000) { check(seed: seed, hashBits: 64) }
  }

  @Test("gives the same answer when the hash has 8 bits, or one")
  func survivesCollisions() {
    for seed in 3_000..<3_000 + Rounds.corpora(1_500) {
      check(seed: seed, hashBits: seed % 2 == 0 ? 8 : 1)
    }
  }

  @Test("answers of the groups' own length alone are the same, drafts or not")
  func answersOneLength() {
    for seed in 0..<Rounds.corpora(1_000) {
      var corpus = PlainCorpus.random(seed: seed)
      if seed % 2 == 1 { corpus.sources[corpus.sources.count - 1] = TokenCorpus.uncounted }
      let length = 1 + Int(seed % 7)
      var plan = SurveyPlan()
      plan.questions = [
        .init(length: length, condition: .sources(2), flag: Self.flag),
        .init(length: length, condition: .elsewhere, flag: Self.elsewhere),
        .init(length: length, condition: .earlier, flag: Self.earlier),
      ]
      plan.curve = [length]
      let tokens = corpus.tokenCorpus
      let workers = Workers(count: 2)
      let groups = WindowGrouping(corpus: tokens, workers: workers).groups(length: length)
      let survey = WindowSurvey(corpus: tokens, workers: workers, plan: plan)
        .run(ShingleGroups(main: groups))
      expectFlag(Self.flag, survey, corpus, length, 2, seed)
      expectRepetition(survey, corpus, length, seed)
      if seed % 2 == 1 { continue }
      expectFlag(Self.elsewhere, survey, corpus, length, 2, seed)
      #expect(survey.curve[length] == corpus.coverage(length: length), "seed \(seed)")
    }
  }

  @Test("documents that are not counted are compared, and count for nobody")
  func leavesDraftsOut() {
    for seed in 0..<Rounds.corpora(500) {
      var corpus = PlainCorpus.random(seed: seed)
      corpus.sources[corpus.sources.count - 1] = TokenCorpus.uncounted
      let survey = Self.survey(
        corpus, length: 3, minimum: 2, hashBits: 64, workers: 2, pass: 1_000)
      expectFlag(Self.flag, survey, corpus, 3, 2, seed)
      let holders = corpus.sources(length: 7)
      var expected = Set<Int>()
      for window in corpus.windows(length: 7) where PlainCorpus.hasEnoughWords(window.tokens) {
        let isDraft = corpus.sources[window.document] == TokenCorpus.uncounted
        if holders[window.tokens]!.count >= (isDraft ? 1 : 2) { expected.insert(window.position) }
      }
      let found = Set((0..<survey.flags.count).filter { survey.flags[$0] & Self.elsewhere != 0 })
      #expect(found == expected, "seed \(seed)")
    }
  }
}
