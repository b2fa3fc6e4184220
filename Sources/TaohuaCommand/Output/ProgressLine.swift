internal import Glibc
internal import Synchronization
internal import Taohua

/// One line on standard error that says how far the work is, for people who wait at a terminal.
///
/// It appears after 300 ms, so that short runs stay quiet, and is erased at the end.
final class ProgressLine: Sendable {
  private struct State {
    var lastDrawn: UInt64?
    var isEnded = false
  }

  private let started = ProgressLine.now()
  private let state = Mutex(State())
  private let isShown: Bool

  private static let patience: UInt64 = 300_000_000
  private static let interval: UInt64 = 100_000_000

  init(isQuiet: Bool) {
    let isAutomatic = ["CI", "PRE_COMMIT"].contains { SettingEnvironment.value($0) != nil }
    isShown =
      !isQuiet && !isAutomatic && SettingEnvironment.value("TERM") != "dumb"
      && isatty(STDERR_FILENO) == 1
  }

  /// What the library calls; nil where nobody would see it.
  var handler: ProgressHandler? {
    guard isShown else { return nil }
    return { [self] in draw($0) }
  }

  private func draw(_ progress: Progress) {
    let time = ProgressLine.now()
    guard time &- started >= ProgressLine.patience else { return }
    state.withLock { state in
      guard !state.isEnded, time &- (state.lastDrawn ?? 0) >= ProgressLine.interval else { return }
      state.lastDrawn = time
      StandardError.raw("\r\u{1b}[2K" + ProgressLine.text(progress))
    }
  }

  /// Erases the line, so that a message can be printed; it comes back with the next progress.
  func pause() { state.withLock { ProgressLine.erase(&$0) } }

  /// Erases the line. Nothing is drawn after it.
  func end() {
    state.withLock { state in
      ProgressLine.erase(&state)
      state.isEnded = true
    }
  }

  private static func erase(_ state: inout State) {
    if state.lastDrawn != nil { StandardError.raw("\r\u{1b}[2K") }
    state.lastDrawn = nil
  }

  private static func text(_ progress: Progress) -> String {
    let stage =
      switch progress.stage {
      case .reading: "reading"
      case .comparing: "comparing"
      case .phrases: "choosing phrases"
      case .report: "writing the report"
      }
    guard progress.total > 0 else { return stage + " …" }
    return "\(stage) … \(progress.completed * 100 / progress.total) % of \(progress.total)"
  }

  /// Nanoseconds of a clock that never goes back.
  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
