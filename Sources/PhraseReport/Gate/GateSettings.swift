/// What makes a check fail.
package struct GateSettings: Hashable, Sendable {
  /// Which findings can block.
  package var failOn = GateScope.any
  /// Percent of a draft's tokens that may be stock; nil for no limit.
  package var maximumStockPercent: Double?
  /// Borrowed tokens that a draft may hold; nil where each copied passage blocks.
  package var maximumBorrowed: Int?

  package init() {}
}

/// Which findings can block.
package enum GateScope: String, CaseIterable, Sendable {
  /// Those that are new.
  case new
  /// All.
  case any
  /// None.
  case never
}
