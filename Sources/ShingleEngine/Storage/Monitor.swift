internal import Glibc

/// A value that threads change one at a time, and whose changes they can wait for.
@safe
package final class Monitor<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes the value, and wakes those who wait for it.
  package func update<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      unsafe pthread_cond_broadcast(condition)
      unsafe pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until `isReady`, then changes the value.
  ///
  /// - Parameters:
  ///   - isReady: asked first, and after each change.
  ///   - idle: told 1 before a wait and −1 after it.
  ///   - body: changes the value.
  package func wait<Result>(
    until isReady: (Value) -> Bool, idle: (inout Value, Int) -> Void,
    _ body: (inout Value) -> Result
  ) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while !isReady(value) {
      idle(&value, 1)
      unsafe pthread_cond_wait(condition, mutex)
      idle(&value, -1)
    }
    return body(&value)
  }

  /// Waits until `isReady`.
  package func wait(until isReady: (Value) -> Bool) {
    wait(until: isReady, idle: { _, _ in }, { _ in })
  }
}
