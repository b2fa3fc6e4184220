internal import Foundation

/// How many random corpora a property is tried on.
package enum Rounds {
  /// `usual`, or as many as `TAOHUA_CORPORA` says: for the engine's properties, of which `make test-long` asks for
  /// 100,000.
  package static func corpora(_ usual: UInt64) -> UInt64 { asked("TAOHUA_CORPORA") ?? usual }

  /// `usual`, or as many as `TAOHUA_ROUNDS` says: for what takes the whole program, an index or a check.
  package static func whole(_ usual: UInt64) -> UInt64 { asked("TAOHUA_ROUNDS") ?? usual }

  private static func asked(_ variable: String) -> UInt64? {
    ProcessInfo.processInfo.environment[variable].flatMap { UInt64($0) }
  }
}
