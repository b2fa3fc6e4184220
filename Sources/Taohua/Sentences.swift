internal import ShingleEngine
internal import TextIngest

extension Corpus {
  /// The sentences of a document as ranges of token positions, in order.
  ///
  /// A sentence ends before a token that follows the end of a sentence (。！？… and their Latin
  /// counterparts, closing quotation marks and brackets with them), and where a block ends: a heading
  /// or a table cell is a sentence of its own, a line that was broken in mid-sentence is none. The
  /// ranges are not empty, do not overlap, and cover every token of the document. O(tokens).
  ///
  /// - Parameter document: an index of `documents`.
  /// - Returns: positions in `tokens`; none for a document without tokens.
  package func sentences(of document: Int) -> [Range<Int>] {
    let tokens = documents[document].tokens
    var sentences: [Range<Int>] = []
    var blocks = documents[document].blockStarts.makeIterator()
    var nextBlock = blocks.next()
    var start = tokens.lowerBound
    for position in tokens {
      var isStart = Separator(rawValue: separators[position]).contains(.sentenceEnd)
      while let block = nextBlock, Int(block) <= position {
        isStart = isStart || Int(block) == position
        nextBlock = blocks.next()
      }
      guard isStart && position > start else { continue }
      sentences.append(start..<position)
      start = position
    }
    if start < tokens.upperBound { sentences.append(start..<tokens.upperBound) }
    return sentences
  }
}
