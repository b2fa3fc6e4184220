/// Visits the lengths of a plan from short to long: groups the shortest windows by hash, and makes
/// each longer length from the groups that survive.
package struct WindowSurvey: Sendable {
  private let grouping: WindowGrouping
  private let corpus: TokenCorpus
  private let workers: Workers
  private let plan: SurveyPlan

  /// Set at windows of two or more sources while their length is visited.
  private static let curveFlag: UInt8 = 1 << 7

  /// - Precondition: bit 7 is no question's flag.
  package init(grouping: WindowGrouping, plan: SurveyPlan) {
    self.grouping = grouping
    corpus = grouping.corpus
    workers = grouping.workers
    self.plan = plan
  }

  /// Answers the plan. O(n) for the shortest length, then in the survivors of each.
  package func run() -> Survey {
    var survey = Survey(flags: Slab(repeating: 0, count: corpus.tokens.count))
    var groups: WindowGroups?
    for length in plan.lengths {
      let current = next(groups, length)
      mark(current, survey.flags)
      if plan.curve.contains(length) {
        survey.curve[length] = coverage(of: length, survey.flags)
      }
      if let minimum = plan.kept[length] { survey.kept[length] = keep(current, minimum) }
      groups = current
    }
    return survey
  }

  private func next(_ groups: WindowGroups?, _ length: Int) -> WindowGroups {
    guard let groups, length - groups.length < groups.length else {
      return grouping.groups(length: length)
    }
    return grouping.refine(groups, to: length)
  }

  private func mark(_ groups: WindowGroups, _ flags: Slab<UInt8>) {
    let questions = plan.questions.filter { $0.length == groups.length }
    let isCurve = plan.curve.contains(groups.length)
    if questions.isEmpty && !isCurve { return }
    workers.forEach(groups.runs.count) { run in
      for group in groups.runs[run] {
        let first = Int(groups.positions[Int(group.start)])
        guard corpus.hasEnoughWords(at: first, length: groups.length) else { continue }
        let isShared = group.sources >= 2
        var counted: UInt8 = isCurve && isShared ? Self.curveFlag : 0
        var uncounted: UInt8 = 0
        for question in questions {
          if let minimum = question.minimumSources {
            guard Int(group.sources) >= minimum else { continue }
            counted |= question.flag
            uncounted |= question.flag
          } else {
            if isShared { counted |= question.flag }
            uncounted |= question.flag
          }
        }
        set(flags, counted, uncounted, group, groups)
      }
    }
  }

  private func set(
    _ flags: Slab<UInt8>, _ counted: UInt8, _ uncounted: UInt8, _ group: WindowGroup,
    _ groups: WindowGroups
  ) {
    if counted == 0 && uncounted == 0 { return }
    for index in Int(group.start)..<Int(group.start) + Int(group.count) {
      let position = Int(groups.positions[index])
      if counted == uncounted {
        flags[position] |= counted
      } else {
        let isCounted = corpus.source(at: position) != TokenCorpus.uncounted
        flags[position] |= isCounted ? counted : uncounted
      }
    }
  }

  /// The tokens in windows that the curve's flag marks; clears the flag.
  private func coverage(of length: Int, _ flags: Slab<UInt8>) -> Int {
    let parts = corpus.parts(workers.count * 4)
    return workers.map(parts.count) { part in
      var tokens = 0
      var covered = 0
      let range =
        corpus.documentStarts[
          parts[part].lowerBound]..<corpus.documentStarts[parts[part].upperBound]
      for position in range where flags[position] & Self.curveFlag != 0 {
        flags[position] &= ~Self.curveFlag
        let end = position + length
        tokens += end - max(position, covered)
        covered = end
      }
      return tokens
    }.reduce(0, +)
  }

  private func keep(_ groups: WindowGroups, _ minimum: Int) -> KeptGroups {
    var kept = KeptGroups(length: groups.length)
    for run in groups.runs {
      for group in run where Int(group.sources) >= minimum {
        for index in Int(group.start)..<Int(group.start) + Int(group.count) {
          kept.positions.append(groups.positions[index])
        }
        kept.starts.append(UInt32(kept.positions.count))
        kept.sources.append(group.sources)
      }
    }
    return kept
  }
}
