internal import Foundation

/// How many random corpora a property is tried on.
package enum Rounds {
  /// `usual`, or as many as `TAOHUA_CORPORA` says: `make test-long` asks for 100,000.
  package static func corpora(_ usual: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment["TAOHUA_CORPORA"].flatMap { UInt64($0) } ?? usual
  }
}
