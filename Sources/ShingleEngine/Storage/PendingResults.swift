internal import Synchronization

/// Results that other threads find while their owner does something else.
package final class PendingResults<Result: Sendable>: Sendable {
  private let job: ThreadPool.Job
  private let found: Found<Result>

  init(_ parts: Int, helpers: Int, _ body: @escaping @Sendable (Int) -> Result) {
    let found = Found<Result>(parts)
    self.found = found
    job = ThreadPool.shared.start(parts, helpers: helpers) { found.add(body($0), at: $0) }
  }

  /// The results in order, once all are there. The caller finds what nobody has begun.
  package func finish() -> [Result] {
    job.finish()
    return found.all
  }
}

private final class Found<Result: Sendable>: Sendable {
  private let results: Mutex<[Result?]>

  init(_ parts: Int) { results = Mutex([Result?](repeating: nil, count: parts)) }

  func add(_ result: Result, at part: Int) { results.withLock { $0[part] = result } }

  var all: [Result] { results.withLock { $0.map { $0! } } }
}
