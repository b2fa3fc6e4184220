internal import ShingleEngine
internal import TextIngest

/// Takes in the punctuation beside two spans that is the same on both sides: the full stop that was
/// copied with the sentence.
struct CommonMarks {
  let corpus: Corpus

  /// The bytes of both spans of tokens, with what is equal beside them.
  func widened(
    _ left: Range<Int>, _ right: Range<Int>
  ) -> (left: Range<Int>, right: Range<Int>) {
    var a = corpus.start(of: left.lowerBound)..<corpus.end(of: left.upperBound - 1)
    var b = corpus.start(of: right.lowerBound)..<corpus.end(of: right.upperBound - 1)
    let before = zip(marks(before: a, 0, left), marks(before: b, 1, right))
    for (x, y) in before {
      guard x.folded == y.folded, x.isOpening else { break }
      a = a.lowerBound - x.bytes..<a.upperBound
      b = b.lowerBound - y.bytes..<b.upperBound
    }
    let after = zip(marks(after: a, 0, left), marks(after: b, 1, right))
    for (x, y) in after {
      guard x.folded == y.folded, !x.isOpening else { break }
      a = a.lowerBound..<a.upperBound + x.bytes
      b = b.lowerBound..<b.upperBound + y.bytes
    }
    return (a, b)
  }

  private func marks(
    after bytes: Range<Int>, _ document: Int, _ tokens: Range<Int>
  ) -> [Punctuation] {
    let range = corpus.documents[document].tokens
    let content = corpus.files[corpus.documents[document].file].content
    let end =
      tokens.upperBound < range.upperBound
      ? corpus.start(of: tokens.upperBound) : corpus.documents[document].byteRange.upperBound
    return Punctuation.leading(content[bytes.upperBound..<max(bytes.upperBound, end)])
  }

  private func marks(
    before bytes: Range<Int>, _ document: Int, _ tokens: Range<Int>
  ) -> [Punctuation] {
    let range = corpus.documents[document].tokens
    let content = corpus.files[corpus.documents[document].file].content
    let start =
      tokens.lowerBound > range.lowerBound
      ? corpus.end(of: tokens.lowerBound - 1) : corpus.documents[document].byteRange.lowerBound
    return Punctuation.trailing(content[min(start, bytes.lowerBound)..<bytes.lowerBound])
  }
}
