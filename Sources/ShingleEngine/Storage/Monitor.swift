internal import Glibc

/// A value that threads change one at a time, and whose changes they can wait for.
@safe
package final class Monitor<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// For those who wait for any change.
  private let changed = Condition()
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Changes the value, and wakes those who wait for any change.
  package func update<Result>(_ body: (inout Value) -> Result) -> Result {
    change { (body(&$0), .all(changed)) }
  }

  /// Changes the value, and wakes those whom `body` names.
  ///
  /// When the value is free again: whoever is woken before must wait for that, too.
  package func change<Result>(_ body: (inout Value) -> (Result, Wake)) -> Result {
    unsafe pthread_mutex_lock(mutex)
    let (result, wake) = body(&value)
    unsafe pthread_mutex_unlock(mutex)
    switch wake {
    case .nobody: break
    case .some(let condition, let count): for _ in 0..<count { condition.signal() }
    case .all(let condition): condition.broadcast()
    }
    return result
  }

  /// Waits until `isReady`, then changes the value.
  ///
  /// - Parameters:
  ///   - condition: what the waiting is told by; nil for any change.
  ///   - isReady: asked first, and whenever it is told.
  ///   - idle: told 1 before a wait and −1 after it.
  ///   - body: changes the value.
  package func wait<Result>(
    at condition: Condition? = nil, until isReady: (Value) -> Bool,
    idle: (inout Value, Int) -> Void, _ body: (inout Value) -> Result
  ) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while !isReady(value) {
      idle(&value, 1)
      unsafe (condition ?? changed).wait(mutex)
      idle(&value, -1)
    }
    return body(&value)
  }

  /// Waits until `isReady`.
  package func wait(until isReady: (Value) -> Bool) {
    wait(until: isReady, idle: { _, _ in }, { _ in })
  }
}

/// Who waits for a value to change in one way.
@safe
package final class Condition: @unchecked Sendable {
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() { unsafe pthread_cond_init(condition, nil) }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe condition.deallocate()
  }

  fileprivate func signal() { unsafe pthread_cond_signal(condition) }
  fileprivate func broadcast() { unsafe pthread_cond_broadcast(condition) }

  @unsafe
  fileprivate func wait(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) {
    unsafe pthread_cond_wait(condition, mutex)
  }
}

/// Who is woken by a change.
package enum Wake {
  case nobody
  /// So many of those who wait at a condition.
  case some(Condition, Int)
  case all(Condition)
}
