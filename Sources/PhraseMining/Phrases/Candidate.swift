internal import ShingleEngine

/// A closed repeat after its edges were trimmed: what may become a phrase.
struct Candidate: Sendable {
  /// Tokens.
  var length: Int
  /// Added to each position of the repeat.
  var shift: Int
  /// The repeat's range in the miner's positions.
  var members: Range<Int>
  /// Distinct sources of the members.
  var sources: Int
  /// Tokens that unnatural edges cost in the choice.
  var edgeCost: Double
}
