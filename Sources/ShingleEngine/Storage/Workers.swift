internal import Synchronization

/// Runs the independent parts of a phase on a number of threads.
///
/// Synchronous on purpose: the engine's phases follow each other, and a part takes milliseconds.
package struct Workers: Sendable {
  /// Threads at most.
  package let count: Int

  package init(count: Int) { self.count = max(1, count) }

  /// Calls `body` once for each of `0..<parts`, in any order, from up to `count` threads.
  ///
  /// Parts are handed out one by one, so uneven ones balance.
  package func forEach(_ parts: Int, _ body: @Sendable (Int) -> Void) {
    if count == 1 || parts <= 1 {
      for part in 0..<parts { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      ThreadPool.shared.start(parts, helpers: count - 1, body).finish()
    }
  }

  /// Begins to find the results of `body` for each of `0..<parts`, while the caller does something else.
  package func start<Result: Sendable>(
    _ parts: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> PendingResults<Result> {
    PendingResults(parts, helpers: count - 1, body)
  }

  /// The results of two jobs that do not depend on each other, `second` in a thread of its own: a job
  /// of `forEach` would have its own parts run one after another.
  package func both<First, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    if count == 1 { return (first(), second()) }
    let result = Mutex<Second?>(nil)
    let job = ThreadPool.shared.start(1, helpers: 1) { _ in
      let found = second()
      result.withLock { $0 = found }
    }
    let found = first()
    job.finish()
    return (found, result.withLock { $0! })
  }

  /// The results of `body` for each of `0..<parts`, in order.
  package func map<Result: Sendable>(
    _ parts: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    // An empty one would write the count of the array that all threads have for empty ones.
    if parts == 0 { return [] }
    return unsafe [Result](unsafeUninitializedCapacity: parts) { results, count in
      // Each part writes a place of its own: small ones waited for each other at a lock.
      nonisolated(unsafe) let places = unsafe results
      forEach(parts) { unsafe places.initializeElement(at: $0, to: body($0)) }
      count = parts
    }
  }
}
