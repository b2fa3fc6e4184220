/// Moves detections to the copy of the source text that the truth names.
///
/// A text that stands twice in its source has one place in the truth. Whoever finds the other copy
/// has found the reuse all the same: a detection whose left side overlaps a case, and whose right
/// text equals the case's source text, contains it or is contained in it, counts as at that place.
package enum CopyPlacement {
  /// `detection`, moved if it found another copy.
  ///
  /// - Parameters:
  ///   - detection: what was found.
  ///   - cases: the cases of its pair, in order; a later one sees where an earlier one moved it.
  ///   - source: the text of the source.
  /// - Returns: the detection at the place that the truth names, else as it was.
  package static func moved(
    _ detection: AlignedSpans, cases: [AlignedSpans], source: CodePoints
  ) -> AlignedSpans {
    var detection = detection
    for passage in cases
    where detection.left.overlaps(passage.left) && !detection.right.overlaps(passage.right) {
      if let right = place(of: detection.right, at: passage.right, in: source) {
        detection.right = right
      }
    }
    return detection
  }

  private static func place(
    of found: Range<Int>, at gold: Range<Int>, in source: CodePoints
  ) -> Range<Int>? {
    let foundText = source.slice(found)
    let goldText = source.slice(gold)
    let start: Int
    if let offset = TextSearch.first(goldText, in: foundText) {
      start = gold.lowerBound - TextSearch.codePoints(foundText.prefix(offset))
    } else if let offset = TextSearch.first(foundText, in: goldText) {
      start = gold.lowerBound + TextSearch.codePoints(goldText.prefix(offset))
    } else {
      return nil
    }
    return start..<start + found.count
  }
}

/// Search for bytes in bytes.
enum TextSearch {
  /// The offset of the first occurrence of `pattern` in `text`, by Knuth, Morris and Pratt (1977): a
  /// text of one character repeated takes no longer than another. O(n + m).
  static func first(_ pattern: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard pattern.count <= text.count else { return nil }
    let pattern = Array(pattern)
    if pattern.isEmpty { return 0 }
    var borders = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0 && pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for (index, byte) in text.enumerated() {
      while length > 0 && byte != pattern[length] { length = borders[length - 1] }
      if byte == pattern[length] { length += 1 }
      if length == pattern.count { return index + 1 - length }
    }
    return nil
  }

  /// The code points that start in `bytes`.
  static func codePoints(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
