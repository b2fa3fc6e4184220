/// A moment after which nothing is waited for.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Int) { end = .now + .seconds(seconds) }

  /// Milliseconds until then; 0 when it has passed.
  var rest: Int32 {
    let rest = ContinuousClock.now.duration(to: end)
    return rest <= .zero ? 0 : Int32(min(rest / .milliseconds(1), 1e6)) + 1
  }
}
