internal import ShingleEngine

/// A closed repeat after its edges were trimmed: what may become a phrase.
///
/// Of a large corpus there are millions: 32 bytes each.
struct Candidate: Sendable {
  // What the properties below say, in 32 bits each.
  private let tokens: UInt32
  private let dropped: UInt32
  private let start: UInt32
  private let count: UInt32
  private let documents: UInt32
  private let position: UInt32
  /// Tokens that each source but the first saves.
  private let gain: Double

  /// - Parameters:
  ///   - length: in tokens.
  ///   - shift: added to each position of the repeat.
  ///   - members: the repeat's range in the miner's positions.
  ///   - sources: distinct sources of the members.
  ///   - first: the position of the first member.
  ///   - cost: what stating the phrase costs, in tokens.
  ///   - edgeCost: what its unnatural edges cost, in tokens.
  init(
    length: Int, shift: Int, members: Range<Int>, sources: Int, first: Int, cost: Double,
    edgeCost: Double
  ) {
    tokens = UInt32(length)
    dropped = UInt32(shift)
    start = UInt32(members.lowerBound)
    count = UInt32(members.count)
    documents = UInt32(sources)
    position = UInt32(first)
    // Even a short phrase with bad edges saves something: its tokens must go somewhere.
    gain = max(0.1, Double(length) - cost - edgeCost)
  }

  /// Tokens.
  var length: Int { Int(tokens) }
  /// Added to each position of the repeat.
  var shift: Int { Int(dropped) }
  /// The repeat's range in the miner's positions.
  var members: Range<Int> { Int(start)..<Int(start) + Int(count) }
  /// Distinct sources of the members.
  var sources: Int { Int(documents) }
  /// The position of the first member.
  var first: Int { Int(position) }

  /// When it is chosen, as long as it is in so many sources.
  func priority(sources: Int) -> Priority {
    Priority(saving: gain * Double(sources - 1), length: tokens, position: position)
  }

  /// What the choice goes by: the greatest is chosen first.
  struct Priority: Comparable, Sendable {
    /// Tokens.
    let saving: Double
    fileprivate let length: UInt32
    /// No two candidates of one length have the same.
    fileprivate let position: UInt32

    static func < (left: Priority, right: Priority) -> Bool {
      if left.saving != right.saving { return left.saving < right.saving }
      if left.length != right.length { return left.length < right.length }
      return left.position > right.position
    }
  }
}
