internal import Glibc

/// Lets so many programs run at a time and no more; the threads that want another one wait.
final class ProgramTurn: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(_ count: Int) { sem_init(semaphore, 0, UInt32(count)) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Waits until one may run.
  func take() {
    while sem_wait(semaphore) != 0 && errno == EINTR { continue }
  }

  /// One has ended.
  func giveBack() { sem_post(semaphore) }
}
