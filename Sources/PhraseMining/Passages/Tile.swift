/// Equal runs of two documents.
package struct Tile: Hashable, Sendable {
  /// Positions of the first tokens.
  package var left: Int
  package var right: Int
  /// Tokens.
  package var length: Int

  package init(left: Int, right: Int, length: Int) {
    self.left = left
    self.right = right
    self.length = length
  }

  package var leftRange: Range<Int> { left..<left + length }
  package var rightRange: Range<Int> { right..<right + length }
}

/// How two documents are aligned; lengths in tokens.
package struct AlignmentSettings: Sendable {
  /// The shortest run that leads to a passage.
  var seed: Int
  /// Runs so near each other on both sides belong together.
  package var reach: Int
  /// The shortest run that is added beside others, and how near them it must be.
  var smallest = 2
  var near = 6
  /// What a token without a partner costs.
  var gapCost: Double
  /// The share of the longer side that must have a partner.
  var density = 0.3
  /// A passage of one run of this length is one; else it must have `editedLength` tokens in common.
  package var runLength: Int
  package var editedLength: Int
  /// Passages of fewer tokens in common need natural edges, so many of the four, edited ones one more,
  /// and the shortest all four.
  var naturalBelow = 20
  var shortBelow = 10
  var naturalEdges: Int
  /// Edited passages are joined over gaps of so many tokens.
  var joinGap: Int
  /// A sentence's or line's edge so near is taken in.
  var snap = 4
  /// So few tokens beyond a sentence's edge are chance.
  var stub: Int
  /// Runs of this length that changed places are passages of their own.
  var apart: Int

  package static let characters = AlignmentSettings(
    seed: 4, reach: 28, gapCost: 0.7, runLength: 8, editedLength: 24, naturalEdges: 3,
    joinGap: 40, stub: 8, apart: 40)
  package static let words = AlignmentSettings(
    seed: 3, reach: 28, gapCost: 0.5, runLength: 6, editedLength: 24, naturalEdges: 2,
    joinGap: 30, stub: 3, apart: 25)

  init(
    seed: Int, reach: Int, gapCost: Double, runLength: Int, editedLength: Int, naturalEdges: Int,
    joinGap: Int, stub: Int, apart: Int
  ) {
    self.stub = stub
    self.apart = apart
    self.seed = seed
    self.reach = reach
    self.gapCost = gapCost
    self.runLength = runLength
    self.editedLength = editedLength
    self.naturalEdges = naturalEdges
    self.joinGap = joinGap
  }
}
