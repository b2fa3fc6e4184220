package import ShingleEngine

/// What can be found out about drafts before it is known what they have in common with a corpus: so it can
/// be found while that is looked for.
package struct DraftSurvey: Sendable {
  /// The flags of windows that stand earlier in their own draft.
  let flags: Slab<UInt8>
  private let competition: PhraseCompetition
  /// Where the corpus' phrases may stand.
  private let contest: Contest

  /// - Parameters:
  ///   - drafts: their tokens, and nothing else.
  ///   - isSpaced: for each draft, whether it is text of words.
  ///   - inventory: the phrases of the corpus.
  package init(
    of drafts: TokenCorpus, isSpaced: [Bool], settings: MiningSettings, inventory: PhraseInventory,
    workers: Workers
  ) {
    flags = Self.repetitions(in: drafts, isSpaced, settings, workers)
    var competition = PhraseCompetition(
      in: drafts, minimumSources: 0, holders: Slab(zeroed: drafts.tokens.count),
      workers: workers)
    let length = settings.shingleLength
    contest = competition.contest(
      of: inventory.phrases.map(\.tokens),
      variantsFrom: settings.findsVariants ? min(length.unspaced, length.spaced) : nil)
    self.competition = competition
  }

  /// Where the phrases stand.
  ///
  /// - Parameter isPossible: whether an edited place may be one.
  func placed(where isPossible: (NearPlace) -> Bool) -> [PlacedPhrase] {
    var competition = competition
    competition.settle(contest, where: isPossible)
    return competition.placed
  }

  private static func repetitions(
    in drafts: TokenCorpus, _ isSpaced: [Bool], _ settings: MiningSettings, _ workers: Workers
  ) -> Slab<UInt8> {
    var plan = SurveyPlan()
    for isSpaced in Set(isSpaced).sorted(by: { !$0 && $1 }) {
      plan.questions.append(
        .init(
          length: settings.shingleLength.of(isSpaced: isSpaced), condition: .earlier,
          flag: WindowFlag.repeated.of(isSpaced)))
    }
    let groups = WindowGrouping(corpus: drafts, workers: workers)
      .groups(length: plan.lengths.first ?? 1)
    return WindowSurvey(corpus: drafts, workers: workers, plan: plan)
      .run(ShingleGroups(main: groups)).flags
  }
}
