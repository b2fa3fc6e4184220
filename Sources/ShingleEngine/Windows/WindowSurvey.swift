/// Answers a plan about the windows of a corpus, from the groups of its shortest windows.
///
/// Each group is the root of a part of the suffix tree; ``SurveyDescent`` goes down as far as the
/// plan asks. How long a window is shared is written once for each position; the curve and the flags
/// that follow from it are read off in one pass over the text.
package struct WindowSurvey: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let plan: SurveyPlan

  /// - Parameters:
  ///   - corpus: the documents and their sources.
  ///   - workers: the threads to use.
  ///   - plan: what to find out.
  package init(corpus: TokenCorpus, workers: Workers, plan: SurveyPlan) {
    self.corpus = corpus
    self.workers = workers
    self.plan = plan
  }

  /// Answers the plan. O(n), and for each shared window the branchings of the tree above it.
  ///
  /// - Parameter groups: all windows of a length that no length of the plan falls below; their
  ///   members are put into another order.
  package func run(_ groups: WindowGroups) -> Survey {
    let flags = Slab<UInt8>(repeating: 0, count: corpus.tokens.count)
    let levels = Slab<UInt8>(repeating: 0, count: corpus.tokens.count)
    var survey = Survey(flags: flags)
    for kept in descend(groups, flags, levels) {
      for group in kept {
        survey.kept[group.length, default: .init(length: group.length)].append(group)
      }
    }
    readOff(levels, to: &survey)
    return survey
  }

  private func descend(
    _ groups: WindowGroups, _ flags: Slab<UInt8>, _ levels: Slab<UInt8>
  ) -> [[KeptGroups]] {
    workers.map(groups.runs.count) { run in
      var descent = SurveyDescent(
        corpus: corpus, plan: plan, positions: groups.positions, flags: flags, levels: levels)
      var ahead = Prefetching(corpus.tokens, groups.positions, groups.runs[run])
      for group in groups.runs[run] {
        ahead.advance(past: group)
        descent.visit(group, length: groups.length)
      }
      return descent.takeKept()
    }
  }

  private func readOff(_ levels: Slab<UInt8>, to survey: inout Survey) {
    let lengths = plan.lengths
    let flags = survey.flags
    let parts = corpus.parts(workers.count * 8)
    let covered = workers.map(parts.count) { part in
      var reading = LevelReading(corpus: corpus, levels: levels, flags: flags)
      return lengths.enumerated().map { level, length in
        let elsewhere = plan.questions
          .filter { $0.length == length && $0.condition == .elsewhere }
          .reduce(0) { $0 | $1.flag }
        guard elsewhere != 0 || plan.curve.contains(length) else { return 0 }
        return reading.mark(parts[part], above: level, length: length, flag: elsewhere)
      }
    }
    for length in plan.curve {
      let level = lengths.firstIndex(of: length)!
      survey.curve[length] = covered.reduce(0) { $0 + $1[level] }
    }
  }
}

/// Reads off for some documents where windows of a length are shared.
private struct LevelReading {
  let corpus: TokenCorpus
  let levels: Slab<UInt8>
  let flags: Slab<UInt8>

  /// Sets `flag` at the windows of `length` whose level is above `level` and that are at least half
  /// words; the number of tokens in them. O(n).
  mutating func mark(
    _ documents: Range<Int>, above level: Int, length: Int, flag: UInt8
  ) -> Int {
    var tokens = 0
    var covered = 0
    for position in corpus.range(of: documents)
    where levels[position] > level && corpus.hasEnoughWords(at: position, length: length) {
      flags[position] |= flag
      let end = position + length
      tokens += end - max(position, covered)
      covered = end
    }
    return tokens
  }
}

/// Asks for the tokens of windows a little before their groups are visited.
private struct Prefetching {
  private let tokens: Slab<UInt32>
  private let positions: Slab<UInt32>
  private let end: Int
  private var next: Int

  private static let lookahead = 64

  init(_ tokens: Slab<UInt32>, _ positions: Slab<UInt32>, _ groups: [WindowGroup]) {
    self.tokens = tokens
    self.positions = positions
    next = groups.first?.range.lowerBound ?? 0
    end = groups.last?.range.upperBound ?? 0
  }

  /// - Parameter group: groups come in the order of their members, which follow each other.
  mutating func advance(past group: WindowGroup) {
    let wanted = min(end, group.range.upperBound + Self.lookahead)
    while next < wanted {
      tokens.prefetch(Int(positions[next]))
      next += 1
    }
  }
}
