internal import ShingleEngine

/// What a token of a report is; each has exactly one class. The order is rising precedence.
package enum TokenClass: UInt8, CaseIterable, Comparable, Sendable {
  /// Not found elsewhere in the corpus.
  case original
  /// In a window whose sequence starts earlier in the same document.
  case repeated
  /// In a window of some length that stands in another source.
  case shared
  /// In a long passage aligned with one other source.
  case borrowed
  /// In a window that stands in at least `minimumDocuments` sources.
  case stock
  /// Allowed by the user.
  case allowed

  /// The name in every output.
  package var name: String { "\(literal)" }

  /// The name, for outputs with millions of them.
  package var literal: StaticString {
    switch self {
    case .original: "original"
    case .repeated: "repeated"
    case .shared: "shared"
    case .borrowed: "borrowed"
    case .stock: "stock"
    case .allowed: "allowed"
    }
  }

  /// How many of `range` are neither stock nor allowed.
  static func freshCount(_ range: Range<Int>, _ classes: Slab<UInt8>) -> Int {
    classes.count(below: Self.stock.rawValue, in: range)
  }

  package static func < (left: TokenClass, right: TokenClass) -> Bool {
    left.rawValue < right.rawValue
  }
}
