internal import Foundation

/// Tests with instrumented code, as `scripts/check-sanitizers` runs them.
package enum Sanitizers {
  /// What the script tells the sanitizers, for programs that a test starts: they have them, too.
  package static let environment = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// How many minutes a test may take that would take hours if something were not linear: instrumented code is up to
  /// ten times slower.
  package static let limitInMinutes = environment.isEmpty ? 1 : 10
}
