/// The tokens of a passage of a text that was read before: for comparing two passages word by word.
package struct PassageTokens: Sendable {
  /// The folded text of each token, `{slot}` for every slot.
  package var texts: [String] = []
  /// The bytes of each token in the text.
  package var ranges: [Range<Int>] = []

  package var count: Int { ranges.count }

  /// - Parameters:
  ///   - range: bytes of `content`, whole characters.
  ///   - content: UTF-8.
  ///   - marks: bytes that are marks of the format and no text; they part tokens.
  ///   - settings: those that the text was read with.
  package init(
    of range: Range<Int>, in content: [UInt8], without marks: Set<UInt8> = [],
    settings: IngestSettings
  ) {
    var words = WordTable()
    // A token has a byte at least.
    let table = TokenTable(capacity: range.count) { room in
      content.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        var tokenizer = Tokenizer(
          UTF8Text(base: base, count: buffer.count), into: room, settings)
        tokenizer.beginBlock()
        for part in Self.parts(of: range, buffer, marks) { tokenizer.tokenize(part) }
        words = tokenizer.words
        return tokenizer.tokens.count
      }
    }
    ranges = (0..<table.count).map { Int(table.starts[$0])..<Int(table.ends[$0]) }
    texts = table.values.map { value in
      if value == TokenValue.slot { return "{slot}" }
      if value >= TokenValue.firstWord { return words.words[Int(value - TokenValue.firstWord)] }
      return Unicode.Scalar(value).map { String($0) } ?? ""
    }
  }

  private static func parts(
    of range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ marks: Set<UInt8>
  ) -> [Range<Int>] {
    if marks.isEmpty { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where marks.contains(text[offset]) {
      if offset > start { parts.append(start..<offset) }
      start = offset + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}
