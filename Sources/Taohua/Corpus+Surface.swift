internal import ShingleEngine

extension Corpus {
  /// The index of the document that holds the token at `position`. O(log n).
  func document(at position: Int) -> Int {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].tokens.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The token at `position` as it is written.
  func surface(of position: Int) -> ArraySlice<UInt8> {
    files[documents[document(at: position)].file].content[
      start(of: position)..<end(of: position)]
  }

  /// The positions of the tokens of `document` that begin in `bytes`. O(log n) and the tokens.
  func positions(in bytes: Range<Int>, of document: Int) -> Range<Int> {
    let tokens = documents[document].tokens
    func first(from offset: Int) -> Int {
      var low = tokens.lowerBound
      var high = tokens.upperBound
      while low < high {
        let middle = (low + high) / 2
        if start(of: middle) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: bytes.lowerBound)..<first(from: bytes.upperBound)
  }

  /// Tells what the token at `position` was written as; the same within one run only.
  func surfaceHash(of position: Int) -> Int { surface(of: position).hashValue }
}
