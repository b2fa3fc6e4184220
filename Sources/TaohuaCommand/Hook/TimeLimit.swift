internal import Glibc
internal import Synchronization

/// Ends the program when a piece of work takes too long, with a failure that says so.
///
/// The work must bear to be killed at any moment.
final class TimeLimit: Sendable {
  private let isOver = Atomic<Bool>(false)

  /// - Parameter seconds: 0 for no limit.
  init(seconds: Int, failure: CommandFailure) {
    guard seconds > 0 else { return }
    let deadline = Self.now() + seconds * 1_000
    let job = Unmanaged.passRetained(
      Work { [self] in
        while Self.now() < deadline {
          if isOver.load(ordering: .relaxed) { return }
          usleep(20_000)
        }
        if isOver.exchange(true, ordering: .relaxed) { return }
        StandardError.write(failure.message)
        // Not exit(3): the other threads are at work.
        _exit(ExitStatus.failure.rawValue)
      })
    var thread = pthread_t()
    _ = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
    pthread_detach(thread)
  }

  /// The work is done.
  func end() { isOver.store(true, ordering: .relaxed) }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
