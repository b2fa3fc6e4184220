internal import CMachine
internal import Glibc
internal import Synchronization

/// The process's threads for parallel work.
///
/// Not Dispatch: its pool looks after its threads in `/proc` and ends the process where that is not
/// mounted, in a bare root file system. Threads are started when they are first wanted, and wait for
/// work until the process ends.
package final class ThreadPool: Sendable {
  package static let shared = ThreadPool()

  private struct State {
    /// Jobs that want helpers, the oldest first.
    var waiting: [Job] = []
    var threads = 0
    /// Threads that wait for a job.
    var idle = 0
    /// Those that were told of one and have not come yet.
    var woken = 0
  }

  private let state = Monitor(State())
  /// Where threads wait for a job, and where who finishes one waits for its helpers. Each is told what concerns it: all
  /// woken at each change were 300 calls of the system in a check.
  private let hasWork = Condition()
  private let isDone = Condition()

  private init() {}

  /// The processors of the machine.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Begins to call `body` once for each of `0..<parts`, in any order, from up to `helpers` threads.
  ///
  /// Whoever starts a job must finish it: ``Job/finish()`` takes part in it, so it ends even if no
  /// thread is free.
  package func start(
    _ parts: Int, helpers: Int, _ body: @escaping @Sendable (Int) -> Void
  ) -> Job {
    let job = Job(parts: parts, body: body)
    let wanted = min(helpers, parts)
    guard wanted > 0 else { return job }
    let missing = state.change { state in
      job.helpersWanted = wanted
      state.waiting.append(job)
      let woken = min(wanted, state.idle)
      state.idle -= woken
      state.woken += woken
      // Work within work finds the threads busy: more of them would not make it faster.
      let limit = max(wanted, Self.processors) + 1
      let missing = max(0, min(wanted - woken, limit - state.threads))
      state.threads += missing
      return (missing, .some(hasWork, woken))
    }
    for _ in 0..<missing { startThread() }
    return job
  }

  private func startThread() {
    var thread = pthread_t()
    let result = unsafe pthread_create(&thread, nil, { _ in ThreadPool.shared.work() }, nil)
    if result == 0 {
      pthread_detach(thread)
    } else {
      state.change { state in
        state.threads -= 1
        return ((), .nobody)
      }
    }
  }

  /// What a thread does for ever: helps the oldest job that wants help.
  private func work() -> Never {
    cmachine_keep_thread_memory()
    while true {
      let job = state.wait(
        at: hasWork, until: { !$0.waiting.isEmpty },
        idle: { state, step in
          if step < 0 && state.woken > 0 { state.woken -= 1 } else { state.idle += step }
        },
        { state in
          let job = state.waiting[0]
          job.helpersWanted -= 1
          job.helping += 1
          if job.helpersWanted == 0 { state.waiting.removeFirst() }
          return job
        })
      job.run()
      state.change { _ in
        job.helping -= 1
        return ((), job.helping == 0 && job.isAwaited ? .all(isDone) : .nobody)
      }
    }
  }

  /// Work that several threads share.
  package final class Job: @unchecked Sendable {
    private let parts: Int
    /// Nil once the job is finished: it must not outlive what it works on.
    private var body: (@Sendable (Int) -> Void)?
    private let next = Atomic<Int>(0)
    /// Threads that may still join, and those that have; both are the pool's, under its lock.
    fileprivate var helpersWanted = 0
    fileprivate var helping = 0
    /// Whether all parts are begun and who finishes waits for the helpers.
    fileprivate var isAwaited = false

    fileprivate init(parts: Int, body: @escaping @Sendable (Int) -> Void) {
      self.parts = parts
      self.body = body
    }

    /// Takes parts until none is left.
    fileprivate func run() {
      while true {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if part >= parts { return }
        body?(part)
      }
    }

    /// Does what is left, and waits for the parts that others do.
    package func finish() {
      run()
      let pool = ThreadPool.shared
      pool.state.change { state in
        if self.helpersWanted > 0 { state.waiting.removeAll { $0 === self } }
        self.helpersWanted = 0
        self.isAwaited = true
        return ((), .nobody)
      }
      pool.state.wait(
        at: pool.isDone, until: { _ in self.helping == 0 }, idle: { _, _ in },
        { _ in self.body = nil })
    }
  }
}
