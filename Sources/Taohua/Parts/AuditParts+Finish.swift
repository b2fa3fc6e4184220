internal import CorpusIndex
internal import PhraseReport
package import ShingleEngine

extension AuditParts {
  /// The corpus and the groups of its windows: what an audit on one machine would have read and found.
  ///
  /// - Parameters:
  ///   - jobs: threads.
  ///   - memory: what the work on them may take.
  package func joined(
    jobs: Int, memory: MemoryPlan
  ) throws(PartError) -> (corpus: Corpus, windows: ShingleGroups) {
    let workers = Workers(count: jobs)
    let (joined, windows) = try openSplits(workers: workers)
    let (lengths, _) = lengths(of: joined)
    var ranges: [RangeGroups] = []
    for index in 0..<plan.rangeCount {
      do throws(IndexError) {
        ranges.append(try RangeGroups(path: path(ofGroups: index)))
      } catch {
        throw .unusable(.range(index + 1), error)
      }
      if ranges[index].fingerprint != fingerprint(ofRange: index, joined, windows, lengths) {
        throw .outdated(.range(index + 1), file: path(ofGroups: index))
      }
    }
    do throws(IndexError) {
      memory.apply(textBytes: try joined.textBytes())
      let groups = ShingleGroups(
        main: try Self.groups(lengths.main, ranges, isPartial: false, joined),
        others: try lengths.others.map { length throws(IndexError) in
          try Self.groups(length, ranges, isPartial: true, joined)
        })
      return (try joined.corpus(plan), groups)
    } catch {
      throw unusable(error)
    }
  }

  private static func groups(
    _ length: Int, _ ranges: [RangeGroups], isPartial: Bool, _ joined: JoinedSplits
  ) throws(IndexError) -> WindowGroups {
    let positions = Slab<UInt32>(
      uninitialized: ranges.reduce(0) { $0 + $1.memberCount(length) })
    let limit = UInt32(max(0, joined.starts.last! - length + 1))
    var runs: [[WindowGroup]] = []
    var filled = 0
    for range in ranges {
      let (members, sizes) = try range.groups(length, joined.workers)
      guard sizes.reduce(0, { $0 + Int($1) }) == members.count, members.allSatisfy({ $0 < limit })
      else { throw range.damage }
      var start = UInt32(filled)
      for member in members {
        positions[filled] = member
        filled += 1
      }
      var run: [WindowGroup] = []
      run.reserveCapacity(sizes.count)
      for size in sizes {
        run.append(WindowGroup(start: start, count: size))
        start += size
      }
      runs += Self.cut(run)
    }
    return WindowGroups(length: length, positions: positions, runs: runs, isPartial: isPartial)
  }

  /// `groups` in pieces that threads share.
  private static func cut(_ groups: [WindowGroup]) -> [[WindowGroup]] {
    let piece = 4_096
    return stride(from: 0, to: groups.count, by: piece).map {
      Array(groups[$0..<min($0 + piece, groups.count)])
    }
  }
}
