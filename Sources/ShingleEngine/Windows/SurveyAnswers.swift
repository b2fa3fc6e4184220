/// What a plan asks of windows of its lengths, answered for one group of equal windows after another.
///
/// Its functions are mutating throughout: a borrow of a value of this size is copied at each call.
struct SurveyAnswers: ~Copyable {
  private let corpus: TokenCorpus
  private let positions: Slab<UInt32>
  private let flags: Slab<UInt8>
  private var stamps: SourceStamps
  private var kept: [KeptGroups] = []
  /// The lengths of the plan, rising.
  let steps: [Step]

  /// What the plan asks of one length.
  struct Step {
    let length: Int
    fileprivate let questions: [SurveyPlan.Question]
    /// Which groups are kept; nil keeps none.
    fileprivate let keeping: SurveyPlan.Keeping?

    /// Whether something is asked of each group.
    var isAsked: Bool { !questions.isEmpty || keeping != nil }
    var hasQuestions: Bool { !questions.isEmpty }
  }

  /// - Parameters:
  ///   - corpus: where the windows stand.
  ///   - plan: what is asked.
  ///   - count: the lengths of the plan that are answered, from the shortest on.
  ///   - positions: the members of the groups.
  ///   - flags: takes the flags of questions.
  init(
    corpus: TokenCorpus, plan: SurveyPlan, count: Int, positions: Slab<UInt32>,
    flags: Slab<UInt8>
  ) {
    self.corpus = corpus
    self.positions = positions
    self.flags = flags
    stamps = SourceStamps(count: corpus.sourceCount)
    steps = plan.lengths.prefix(count).map { length in
      Step(
        length: length,
        questions: plan.questions.filter { $0.length == length && $0.condition != .elsewhere },
        keeping: plan.kept[length])
    }
  }

  /// The groups that the plan wants kept, those of one length together.
  mutating func takeKept() -> [KeptGroups] {
    defer { kept = [] }
    return kept
  }

  /// Answers what step `index` asks of the window that the members in `range` share.
  ///
  /// - Parameters:
  ///   - range: of the members, whose positions rise.
  ///   - isShared: whether they stand in several sources, or in one and in drafts.
  mutating func answer(_ index: Int, _ range: Range<Int>, isShared: Bool) {
    // A step is not copied whole: the threads would wait for each other at the counts of what all steps refer to.
    let length = steps[index].length
    if isShared, let keeping = steps[index].keeping { keep(range, length, keeping) }
    if steps[index].questions.isEmpty { return }
    let first = Int(positions[range.lowerBound])
    guard corpus.hasEnoughWords(at: first, length: length) else { return }
    for question in steps[index].questions.indices {
      let flag = steps[index].questions[question].flag
      switch steps[index].questions[question].condition {
      case .sources(let minimum):
        if isShared || minimum <= 1 { mark(range, flag, minimum) }
      case .earlier: markRepeated(range, flag, length)
      case .elsewhere: break
      }
    }
  }

  /// Sets `flag` at all members if they stand in `minimum` sources.
  private mutating func mark(_ range: Range<Int>, _ flag: UInt8, _ minimum: Int) {
    guard sources(of: range, enough: minimum) >= minimum else { return }
    for index in range { flags[Int(positions[index])] |= flag }
  }

  /// The distinct counted sources of the members; stops at `enough`.
  private mutating func sources(of range: Range<Int>, enough: Int) -> Int {
    stamps.clear()
    for index in range {
      stamps.add(corpus.source(at: Int(positions[index])))
      if stamps.count >= enough { break }
    }
    return stamps.count
  }

  /// Sets `flag` at the members before which another one ends in the same document.
  private mutating func markRepeated(_ range: Range<Int>, _ flag: UInt8, _ length: Int) {
    var first = 0
    var end = 0
    for index in range {
      let position = Int(positions[index])
      if position >= end {
        first = position
        end = corpus.documentEnd(at: position)
      } else if first + length <= position {
        flags[position] |= flag
      }
    }
  }

  private mutating func keep(_ range: Range<Int>, _ length: Int, _ keeping: SurveyPlan.Keeping) {
    let first = Int(positions[range.lowerBound])
    if let documents = keeping.documents {
      guard range.contains(where: { documents[corpus.document(at: Int(positions[$0]))] })
      else { return }
    }
    guard
      sources(of: range, enough: keeping.belowSources) < keeping.belowSources
        || corpus.slots(at: first, length: length) > keeping.aboveSlots
    else { return }
    var slot = kept.count - 1
    while slot >= 0 && kept[slot].length != length { slot -= 1 }
    if slot < 0 {
      kept.append(KeptGroups(length: length))
      slot = kept.count - 1
    }
    for index in range { kept[slot].positions.append(positions[index]) }
    kept[slot].starts.append(UInt32(kept[slot].positions.count))
  }
}
