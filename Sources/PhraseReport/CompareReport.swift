/// Two documents side by side: the passages that they share.
package struct CompareReport: Sendable {
  package var left: ComparedDocument
  package var right: ComparedDocument
  /// The best first.
  package var passages: [ComparedPassage]

  package init(left: ComparedDocument, right: ComparedDocument, passages: [ComparedPassage]) {
    self.left = left
    self.right = right
    self.passages = passages
  }
}

/// One side of a comparison.
package struct ComparedDocument: Sendable {
  package var id: String
  package var path: String
  package var title: String?
  /// What of its file is the document.
  package var byteRange: Range<Int>
  package var content: [UInt8]
  package var tokens: Int
  package var characters: Int
  /// Tokens that lie in a passage.
  package var matchedTokens: Int

  package init(
    id: String, path: String, title: String?, byteRange: Range<Int>, content: [UInt8], tokens: Int,
    characters: Int, matchedTokens: Int
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.byteRange = byteRange
    self.content = content
    self.tokens = tokens
    self.characters = characters
    self.matchedTokens = matchedTokens
  }
}

/// A span of the left document aligned with one of the right, in bytes.
package struct ComparedPassage: Sendable {
  package var left: Range<Int>
  package var right: Range<Int>
  /// Line and column of the left and the right span, from 1.
  package var leftLine: Int
  package var rightLine: Int
  /// Tokens with a partner on the other side.
  package var matched: Int
  /// The tokens with a partner over the tokens of the longer side.
  package var similarity: Float
  /// Whether both sides have the same tokens in the same order.
  package var isExact: Bool
  /// The bytes of each side that have no partner, rising.
  package var leftOnly: [Range<Int>]
  package var rightOnly: [Range<Int>]

  package init(
    left: Range<Int>, right: Range<Int>, leftLine: Int, rightLine: Int, matched: Int,
    similarity: Float, isExact: Bool, leftOnly: [Range<Int>], rightOnly: [Range<Int>]
  ) {
    self.left = left
    self.right = right
    self.leftLine = leftLine
    self.rightLine = rightLine
    self.matched = matched
    self.similarity = similarity
    self.isExact = isExact
    self.leftOnly = leftOnly
    self.rightOnly = rightOnly
  }

  /// `exact` or `edited`, in every output.
  package var kind: String { isExact ? "exact" : "edited" }
}
