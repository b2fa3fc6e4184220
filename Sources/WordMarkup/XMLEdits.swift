internal import TextIngest

/// Changes to the bytes of a part, each at its place in what it was.
struct XMLEdits {
  private struct Edit {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  /// No part becomes larger than a whole document may be that is read.
  private static let limit = DocumentLimits.unpackedBytes

  private let content: [UInt8]
  private var edits: [Edit] = []
  private var added = 0

  init(of content: [UInt8]) { self.content = content }

  /// Puts `text` before the byte at `offset`, behind what was put there before.
  mutating func insert(_ text: String, at offset: Int) { insert(Array(text.utf8), at: offset) }

  mutating func insert(_ bytes: [UInt8], at offset: Int) { replace(offset..<offset, by: bytes) }

  /// Puts `bytes` in the place of `range`, which no other change touches.
  mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) {
    added += bytes.count
    // What would not fit is not kept: it is told when the part is made.
    if added <= Self.limit { edits.append(Edit(range: range, bytes: bytes)) }
  }

  /// The bytes after all changes.
  ///
  /// - Throws: `WordMarkupError.tooLarge`.
  func applied(to part: String) throws(WordMarkupError) -> [UInt8] {
    guard content.count + added <= Self.limit else { throw .tooLarge(part: part) }
    var result: [UInt8] = []
    result.reserveCapacity(content.count + added)
    var offset = 0
    // Those at one place in the order in which they came.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      result += content[offset..<edit.range.lowerBound]
      result += edit.bytes
      offset = edit.range.upperBound
    }
    return result + content[offset...]
  }
}
