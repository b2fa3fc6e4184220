/// Quotation marks that are opened and not closed within some blocks, however the lines of a block are
/// broken.
///
/// A mark that opens again at the start of a block, after a sentence that ended the block before, goes on
/// with a quotation of several paragraphs. A straight mark closes a curved one: many a text mixes them.
struct OpenMarks {
  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "《": "》", "「": "」"]
  /// Quotations run over so many blocks at most.
  private static let lines = 8

  private struct Mark {
    let opening: Unicode.Scalar
    let bytes: Range<Int>
    let line: Int
    /// Whether each line since ended with a sentence, so that the quotation may go on in the next.
    var mayGoOn = true
  }

  private var open: [Mark] = []
  private var unclosed: [Range<Int>] = []
  private var line = 0
  /// The last character so far that is no white space, and whether it stands in a line before.
  private var last: Unicode.Scalar?
  private var isLineStart = true

  /// The bytes of the marks in `content[range]` that nothing closes, rising.
  /// - Parameter blockEnds: where the last tokens of the blocks end.
  static func unclosed(
    in content: [UInt8], _ range: Range<Int>, blockEnds: [Int]
  ) -> [Range<Int>] {
    var marks = OpenMarks()
    var offset = range.lowerBound
    var block = 0
    for scalar in String(decoding: content[range], as: UTF8.self).unicodeScalars {
      let next = offset + UTF8.width(scalar)
      let isInBlock = block < blockEnds.count && offset < blockEnds[block]
      if scalar == "\n" && isInBlock {
        offset = next
        continue
      }
      while block < blockEnds.count, blockEnds[block] <= offset { block += 1 }
      marks.read(scalar, offset..<next)
      offset = next
    }
    return (marks.unclosed + marks.open.map(\.bytes)).sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func read(_ scalar: Unicode.Scalar, _ bytes: Range<Int>) {
    if scalar == "\n" {
      line += 1
      isLineStart = true
      if !endsSentence { for index in open.indices { open[index].mayGoOn = false } }
      let earliest = line - Self.lines
      unclosed += open.filter { $0.line < earliest }.map(\.bytes)
      open.removeAll { $0.line < earliest }
    } else if Self.pairs[scalar] != nil {
      openMark(Mark(opening: scalar, bytes: bytes, line: line))
    } else if let index = open.lastIndex(where: { Self.closes(scalar, $0.opening) }) {
      unclosed += open[(index + 1)...].map(\.bytes)
      open.removeSubrange(index...)
    }
    if scalar.properties.isWhitespace { return }
    (last, isLineStart) = (scalar, false)
  }

  private static func closes(_ scalar: Unicode.Scalar, _ opening: Unicode.Scalar) -> Bool {
    pairs[opening] == scalar || (opening == "“" && scalar == "\"")
  }

  private mutating func openMark(_ mark: Mark) {
    if isLineStart && endsSentence { open.removeAll { $0.opening == mark.opening && $0.mayGoOn } }
    open.append(mark)
  }

  private var endsSentence: Bool {
    last.map { "。！？.!?…；".unicodeScalars.contains($0) } ?? false
  }
}
