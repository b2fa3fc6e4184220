/// Answers a plan about the windows of a corpus, from the groups of its shortest windows.
///
/// Each group is the root of a part of the suffix tree; `SurveyDescent` goes down as far as the
/// plan asks. How long a window is shared is written for each position; the curve and the flags
/// that follow from it are read off in one pass over the text.
package struct WindowSurvey: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let plan: SurveyPlan
  /// The distance of anchors; see `SharedLengths`.
  private let reach: Int

  /// - Parameters:
  ///   - corpus: the documents and their sources.
  ///   - workers: the threads to use.
  ///   - plan: what to find out.
  ///   - reach: the distance of anchors, a power of 2; another than the default only in tests.
  package init(corpus: TokenCorpus, workers: Workers, plan: SurveyPlan, reach: Int = 128) {
    self.reach = reach
    self.corpus = corpus
    self.workers = workers
    self.plan = plan
  }

  /// Whether `groups` hold all windows that the plan asks about.
  ///
  /// The other groups answer for a length below the main one, where only their own documents are asked
  /// about: a question for a document names its shingle length.
  package func isAnswered(by groups: ShingleGroups) -> Bool {
    let short = plan.lengths.filter { $0 < groups.main.length }
    guard let other = groups.others?.length, short == [other] else { return short.isEmpty }
    return plan.kept[other] == nil && !plan.curve.contains(other)
      && !plan.questions.contains { $0.length == other && $0.condition == .elsewhere }
  }

  /// Answers the plan. O(n), and for each shared window the branchings of the tree above it.
  ///
  /// - Parameter groups: windows that answer the plan; their members are put into another order.
  /// - Precondition: `isAnswered(by: groups)`.
  package func run(_ groups: ShingleGroups) -> Survey {
    let flags = Slab<UInt8>(zeroed: corpus.tokens.count)
    let shared = sharedLengths(isSparse: groups.main.isPartial)
    var survey = Survey(flags: flags)
    if let others = groups.others, others.length < groups.main.length {
      let length = others.length
      _ = descend(others, 0..<1, flags, sharedLengths(isSparse: others.isPartial))
      assert(plan.lengths.first == length, "the other groups answer for their own length only")
    }
    let first = plan.lengths.firstIndex { $0 >= groups.main.length } ?? plan.lengths.count
    let kept = descend(groups.main, first..<plan.lengths.count, flags, shared).joined()
    survey.kept = Dictionary(grouping: kept, by: \.length).mapValues { KeptGroups(joining: $0) }
    readOff(shared, to: &survey)
    return survey
  }

  private func sharedLengths(isSparse: Bool) -> SharedLengths {
    SharedLengths(count: corpus.tokens.count, reach: reach, isSparse: isSparse)
  }

  /// Answers the lengths `steps` of the plan.
  private func descend(
    _ groups: WindowGroups, _ steps: Range<Int>, _ flags: Slab<UInt8>, _ shared: SharedLengths
  ) -> [[KeptGroups]] {
    workers.map(groups.runs.count) { run in
      var descent = SurveyDescent(
        groups, of: corpus, plan: plan, steps: steps, flags: flags, shared: shared)
      var ahead = Prefetching(corpus.tokens, shared, flags, groups.positions, groups.runs[run])
      for group in groups.runs[run] {
        ahead.advance(past: group)
        descent.visit(group, length: groups.length)
      }
      return descent.takeKept()
    }
  }

  private func readOff(_ shared: SharedLengths, to survey: inout Survey) {
    let lengths = plan.lengths
    let flags = survey.flags
    let parts = corpus.parts(workers.count * 8)
    let steps = lengths.map { length in
      LengthReading.Step(
        length: length,
        flag: plan.questions.filter { $0.length == length && $0.condition == .elsewhere }
          .reduce(0) { $0 | $1.flag },
        isCounted: plan.curve.contains(length))
    }
    let covered = workers.map(parts.count) { part in
      var reading = LengthReading(corpus: corpus, shared: shared, flags: flags, steps: steps)
      for document in parts[part] { reading.read(document) }
      return reading.tokens
    }
    for length in plan.curve {
      let level = lengths.firstIndex(of: length)!
      survey.curve[length] = covered.reduce(0) { $0 + $1[level] }
    }
  }
}

/// Reads off where windows are shared, of all lengths in one pass over each document.
private struct LengthReading: ~Copyable {
  /// What is asked of a length.
  struct Step: Sendable {
    let length: Int
    /// Set at the shared windows that are at least half words.
    let flag: UInt8
    /// Whether the tokens in these windows are counted.
    let isCounted: Bool
  }

  let corpus: TokenCorpus
  let shared: SharedLengths
  let flags: Slab<UInt8>
  let steps: [Step]
  private let shortest: Int
  private let longest: Int
  /// For each length up to the longest step, how many of the steps it reaches.
  private let levels: [Int]
  /// The flags of the first steps, so many.
  private let levelFlags: [UInt8]
  /// The tokens in shared windows of each step so far.
  private(set) var tokens: [Int]
  /// Where the shared windows of each step that were met end.
  private var ends: [Int]
  /// Since where a shared window of each step begins at every position.
  private var starts: [Int]

  init(corpus: TokenCorpus, shared: SharedLengths, flags: Slab<UInt8>, steps: [Step]) {
    self.corpus = corpus
    self.shared = shared
    self.flags = flags
    self.steps = steps
    shortest = steps.first?.length ?? .max
    longest = steps.last?.length ?? 0
    levels = (0...longest).map { length in steps.count { $0.length <= length } }
    levelFlags = (0...steps.count).map { steps.prefix($0).reduce(0) { $0 | $1.flag } }
    tokens = [Int](repeating: 0, count: steps.count)
    ends = [Int](repeating: 0, count: steps.count)
    starts = [Int](repeating: 0, count: steps.count)
  }

  /// O(n), and the steps that are reached or left from one position to the next; among slots the steps that a window
  /// reaches, of which each looks at 64 tokens at once.
  mutating func read(_ document: Int) {
    let range = corpus.range(of: document)
    let slots = slots(in: range)
    var nextSlot = -1
    var length = 0
    // The steps whose windows go on, the first so many.
    var level = 0
    for position in range {
      length = shared.length(at: position, after: length)
      if length < shortest && level == 0 { continue }
      let reached = levels[min(length, longest)]
      let first = position - range.lowerBound
      if nextSlot < first { nextSlot = slots.first(from: first) ?? .max }
      if reached > 0, nextSlot < first + steps[reached - 1].length,
        2 * slots.count(in: first..<first + steps[reached - 1].length) > shortest
      {
        leave(0..<level, at: position)
        level = 0
        readAmongSlots(position, 0..<reached, slots, from: first)
        continue
      }
      if reached < level { leave(reached..<level, at: position) }
      if reached > level { enter(level..<reached, at: position) }
      level = reached
      flags[position] |= levelFlags[reached]
    }
    leave(0..<level, at: range.upperBound)
  }

  /// The windows of these steps begin at `position`.
  private mutating func enter(_ entered: Range<Int>, at position: Int) {
    for index in entered { starts[index] = position }
  }

  /// The last windows of these steps began before `position`.
  private mutating func leave(_ left: Range<Int>, at position: Int) {
    for index in left where steps[index].isCounted {
      count(index, from: starts[index], to: position - 1 + steps[index].length)
    }
  }

  private mutating func count(_ index: Int, from start: Int, to end: Int) {
    tokens[index] += end - max(start, ends[index])
    ends[index] = end
  }

  /// Answers these steps about `position`, where some window has many slots: each must be at least half words (D2).
  ///
  /// - Parameters:
  ///   - slots: those of the document.
  ///   - first: its number among the document's tokens.
  private mutating func readAmongSlots(
    _ position: Int, _ reached: Range<Int>, _ slots: Bitset, from first: Int
  ) {
    for index in reached {
      let step = steps[index]
      guard 2 * slots.count(in: first..<first + step.length) <= step.length else { continue }
      flags[position] |= step.flag
      if step.isCounted { count(index, from: position, to: position + step.length) }
    }
  }

  /// Which tokens of a document are slots, counted from its first.
  private func slots(in range: Range<Int>) -> Bitset {
    var slots = Bitset(count: range.count)
    for (index, position) in range.enumerated() where corpus.tokens[position] == TokenCorpus.slot {
      slots.insert(index..<index + 1)
    }
    return slots
  }
}

/// Asks for the tokens, shared lengths and flags of windows a little before their groups are visited.
private struct Prefetching {
  private let tokens: Slab<UInt32>
  private let shared: SharedLengths
  private let flags: Slab<UInt8>
  private let positions: Slab<UInt32>
  private let end: Int
  private var next: Int

  private static let lookahead = 32
  /// Tokens in a cache line.
  private static let line = 16

  init(
    _ tokens: Slab<UInt32>, _ shared: SharedLengths, _ flags: Slab<UInt8>,
    _ positions: Slab<UInt32>, _ groups: [WindowGroup]
  ) {
    self.tokens = tokens
    self.shared = shared
    self.flags = flags
    self.positions = positions
    next = groups.first?.range.lowerBound ?? 0
    end = groups.last?.range.upperBound ?? 0
  }

  /// - Parameter group: groups come in the order of their members, which follow each other.
  mutating func advance(past group: WindowGroup) {
    let wanted = min(end, group.range.upperBound + Self.lookahead)
    while next < wanted {
      let position = Int(positions[next])
      tokens.prefetch(position)
      tokens.prefetch(min(position + Self.line, tokens.count - 1))
      shared.prefetch(position)
      flags.prefetch(position)
      next += 1
    }
  }
}
