/// Two documents of different sources that share a borrowed passage.
package struct PairReport: Hashable, Sendable {
  package var left: Int
  package var right: Int
  package var sharedTokens: Int
  package var passages: [PassageReport]

  package init(left: Int, right: Int, sharedTokens: Int, passages: [PassageReport]) {
    self.left = left
    self.right = right
    self.sharedTokens = sharedTokens
    self.passages = passages
  }
}

/// A span of the left document aligned with one of the right document.
package struct PassageReport: Hashable, Sendable {
  package var left: Range<Int>
  package var right: Range<Int>
  package var similarity: Float

  package init(left: Range<Int>, right: Range<Int>, similarity: Float) {
    self.left = left
    self.right = right
    self.similarity = similarity
  }
}
