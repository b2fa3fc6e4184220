/// Quotation marks that are opened and not closed within some blocks, however their lines are broken.
///
/// A mark that opens again at the start of a block, after a sentence that ended the block before, goes on
/// with a quotation of several paragraphs. A straight mark closes a curved one: many a text mixes them.
struct OpenMarks {
  /// Quotations run over so many blocks at most.
  private static let blocks = 8

  private struct Mark {
    let opening: Unicode.Scalar
    let bytes: Range<Int>
    let block: Int
    /// Whether each block since ended with a sentence, so that the quotation may go on in the next.
    var mayGoOn = true
  }

  private var open: [Mark] = []
  private var unclosed: [Range<Int>] = []
  private var block = 0
  /// The last character so far that is no white space, and whether it stands in a block before.
  private var last: Unicode.Scalar?
  private var isBlockStart = true

  /// The bytes of the marks in `content[range]` that nothing closes, rising.
  /// - Parameter blockEnds: where the last tokens of the blocks end, rising.
  static func unclosed(
    in content: [UInt8], _ range: Range<Int>, blockEnds: [Int]
  ) -> [Range<Int>] {
    var marks = OpenMarks()
    var ended = 0
    var offset = range.lowerBound
    for scalar in String(decoding: content[range], as: UTF8.self).unicodeScalars {
      let next = offset + UTF8.width(scalar)
      // Marks may follow the last token of a block: it ends where its line does.
      if scalar == "\n" || scalar == "\r", ended < blockEnds.count, blockEnds[ended] <= offset {
        while ended < blockEnds.count, blockEnds[ended] <= offset { ended += 1 }
        marks.endBlock()
      } else {
        marks.read(scalar, offset..<next)
      }
      offset = next
    }
    return (marks.unclosed + marks.open.map(\.bytes)).sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func endBlock() {
    block += 1
    isBlockStart = true
    if !endsSentence { for index in open.indices { open[index].mayGoOn = false } }
    let earliest = block - Self.blocks
    unclosed += open.filter { $0.block < earliest }.map(\.bytes)
    open.removeAll { $0.block < earliest }
  }

  private mutating func read(_ scalar: Unicode.Scalar, _ bytes: Range<Int>) {
    if Self.closing(scalar) != nil {
      openMark(Mark(opening: scalar, bytes: bytes, block: block))
    } else if let index = open.lastIndex(where: { Self.closes(scalar, $0.opening) }) {
      unclosed += open[(index + 1)...].map(\.bytes)
      open.removeSubrange(index...)
    }
    if Self.isSpace(scalar) { return }
    (last, isBlockStart) = (scalar, false)
  }

  private static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "“": "”"
    case "《": "》"
    case "「": "」"
    default: nil
    }
  }

  private static func closes(_ scalar: Unicode.Scalar, _ opening: Unicode.Scalar) -> Bool {
    closing(opening) == scalar || (opening == "“" && scalar == "\"")
  }

  /// White space. Few characters are asked for their properties: that was an eighth of the time of a hook.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20: true
    case 0x80...0x3000: scalar.properties.isWhitespace
    default: false
    }
  }

  private mutating func openMark(_ mark: Mark) {
    if isBlockStart && endsSentence { open.removeAll { $0.opening == mark.opening && $0.mayGoOn } }
    open.append(mark)
  }

  private var endsSentence: Bool {
    last.map { "。！？.!?…；".unicodeScalars.contains($0) } ?? false
  }
}
