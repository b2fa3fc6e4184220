internal import Glibc

/// Quotients of counts.
package enum Ratio {
  /// `part` / `whole`; 0 where there is no whole.
  ///
  /// - Parameters:
  ///   - part: a count.
  ///   - whole: a count, `part` among it.
  package static func of(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }

  /// F1: the harmonic mean of precision and recall; 0 where both are 0.
  ///
  /// - Parameters:
  ///   - precision: from 0 to 1.
  ///   - recall: from 0 to 1.
  package static func harmonicMean(_ precision: Double, _ recall: Double) -> Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}

/// Logarithms.
enum Logarithm {
  /// The logarithm of `number` to the base 2.
  static func base2(_ number: Double) -> Double { log2(number) }
}
