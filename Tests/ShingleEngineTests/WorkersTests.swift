import Foundation
import ShingleEngine
import Synchronization
import TestSupport
import Testing

/// Work that is done by several threads: all of it, once, whoever waits for what.
@Suite struct WorkersTests {
  /// The sum of a tree of jobs: each waits for those that it started, some after it did its own part.
  private static func sum(depth: Int, _ workers: Workers, _ generator: inout SeededGenerator) -> Int
  {
    if depth == 0 { return 1 }
    let parts = Int.random(in: 1...5, using: &generator)
    let seeds = (0..<parts).map { _ in generator.next() }
    let below: @Sendable (Int) -> Int = { part in
      var generator = SeededGenerator(seed: seeds[part])
      return sum(depth: depth - 1, workers, &generator)
    }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return workers.map(parts, below).reduce(1, +)
    case 1:
      let pending = workers.start(parts, below)
      let own = workers.both({ below(0) }, { below(0) })
      return pending.finish().reduce(1 + own.0 - own.1, +)
    default:
      let total = Atomic(1)
      workers.forEach(parts) { total.wrappingAdd(below($0), ordering: .relaxed) }
      return total.load(ordering: .relaxed)
    }
  }

  @Test(
    "jobs within jobs end, with the sums of one thread",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func nestedJobs() {
    for seed in UInt64(0)..<300 {
      var alone = SeededGenerator(seed: seed)
      let expected = Self.sum(depth: 4, Workers(count: 1), &alone)
      var generator = SeededGenerator(seed: seed)
      let found = Self.sum(depth: 4, Workers(count: Int(seed % 6) + 2), &generator)
      #expect(found == expected, "seed \(seed)")
    }
  }

  @Test(
    "callers that know nothing of each other share the threads",
    .timeLimit(.minutes(Sanitizers.limitInMinutes)))
  func severalCallers() {
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { caller in
      for seed in 0..<40 {
        var alone = SeededGenerator(seed: UInt64(caller * 1_000 + seed))
        var generator = alone
        let expected = Self.sum(depth: 3, Workers(count: 1), &alone)
        let found = Self.sum(depth: 3, Workers(count: 4), &generator)
        if found != expected { wrong.wrappingAdd(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
