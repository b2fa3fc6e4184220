/// A token sequence that occurs in several sources and that no longer sequence around it matches in
/// source count.
package struct ClosedRepeat: Sendable {
  /// Tokens.
  package var length: UInt32
  /// Its occurrences are `positions[start..<start + count]`, in no order.
  package var start: UInt32
  package var count: UInt32
  /// Distinct sources.
  package var sources: UInt32
}

/// All closed repeats of a corpus, sharing one array of positions.
package struct ClosedRepeats: Sendable {
  package let positions: Slab<UInt32>
  package let repeats: [ClosedRepeat]
}

extension ClosedRepeats {
  /// These repeats, then `others` with copies of their positions.
  fileprivate func appending(_ others: ClosedRepeats) -> ClosedRepeats {
    let used = repeats.map { Int($0.start + $0.count) }.max() ?? 0
    let further = others.repeats.reduce(0) { $0 + Int($1.count) }
    let all = Slab<UInt32>(uninitialized: used + further)
    for index in 0..<used { all[index] = positions[index] }
    var filled = used
    let moved = others.repeats.map { node in
      var node = node
      let start = Int(node.start)
      for index in 0..<Int(node.count) { all[filled + index] = others.positions[start + index] }
      node.start = UInt32(filled)
      filled += Int(node.count)
      return node
    }
    return ClosedRepeats(positions: all, repeats: repeats + moved)
  }
}

/// Finds closed repeats by descending from the groups of short windows.
///
/// A group of equal windows is the node of a suffix tree; appending the next token splits it into
/// its children. A node is right-closed if no child has as many sources; left-closed likewise. A
/// subtree is cut where fewer than `minimumSources` are left, and where all occurrences have the
/// same token before them, for then so have all below, and none is closed (the left-diverse nodes
/// of Gusfield, 1997, §7.12). Nodes are the LCP intervals of a suffix array with enough sources;
/// only those parts of it are sorted. `RepeatDescent` says how.
package struct RepeatMiner: Sendable {
  private let corpus: TokenCorpus
  private let workers: Workers
  private let minimumSources: Int
  private let maximumLength: Int

  /// - Parameters:
  ///   - corpus: what `groups` were made of.
  ///   - workers: the threads to use.
  ///   - minimumSources: distinct sources that a repeat must have.
  ///   - maximumLength: longer repeats end here; it bounds the time on periodic text.
  package init(
    corpus: TokenCorpus, workers: Workers, minimumSources: Int, maximumLength: Int = 1_000
  ) {
    self.corpus = corpus
    self.workers = workers
    self.minimumSources = minimumSources
    self.maximumLength = maximumLength
  }

  /// The closed repeats of at least the groups' length. Those of other groups that are shorter come
  /// too, so that a repeat may stand there twice.
  package func mine(_ groups: ShingleGroups) -> ClosedRepeats {
    let main = mine(groups.main)
    guard let others = groups.others, others.length < groups.main.length else { return main }
    return main.appending(mine(others))
  }

  /// The closed repeats of at least `groups.length` tokens.
  ///
  /// Time in the sum of the lengths over which occurrences agree with another one of their group.
  package func mine(_ groups: WindowGroups) -> ClosedRepeats {
    let found = workers.map(groups.runs.count) { run in
      var descent = RepeatDescent(
        corpus: corpus, positions: groups.positions, minimumSources: minimumSources,
        maximumLength: maximumLength)
      for group in groups.runs[run] { descent.visit(group, length: groups.length) }
      return descent.takeRepeats()
    }
    return ClosedRepeats(positions: groups.positions, repeats: found.flatMap { $0 })
  }
}
