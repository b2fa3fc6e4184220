/// Writes extracted text block by block: a line for each block, or for each line of a block.
///
/// Text inside a block that is no part of its sentences (a text box, a note) is written meanwhile
/// into a flow of its own, and put behind the block or behind the whole text.
struct BlockWriter {
  private var flow = TextFlow()
  /// The flows that `flow` stands inside of.
  private var outer: [TextFlow] = []
  private var notes = TextFlow()
  private var counts: [OmittedPart: Int] = [:]

  /// Bytes of text that were added so far: tells whether some were since.
  private(set) var written = 0

  /// Counts a part that is left out.
  mutating func omit(_ part: OmittedPart, _ count: Int = 1) {
    if count > 0 { counts[part, default: 0] += count }
  }

  /// How many parts of a sort were left out.
  func omitted(_ part: OmittedPart) -> Int { counts[part] ?? 0 }

  /// Adds a comment of the markup, which may speak to the program.
  mutating func addComment(_ comment: String) { flow.addDirective(comment) }

  /// Whether anything was written or left out since `mark`, an earlier value of this property.
  var progress: Int { written + counts.values.reduce(0, +) }

  /// Puts what `other` wrote and left out behind this text.
  mutating func append(_ other: BlockWriter) {
    var other = other
    other.close()
    endBlock()
    flow.append(other.flow)
    notes.append(other.notes)
    for (part, count) in other.counts { omit(part, count) }
    written += other.written
  }

  /// The text with all its notes.
  mutating func finish(format: TextFormat, encoding: String? = nil) -> SourceText {
    close()
    flow.append(notes)
    var source = TextSource(format: format.name, encoding: encoding, isExtracted: true)
    source.omissions = counts.map { .init(name: $0.key.rawValue, count: $0.value) }
    source.omissions.sort { $0.name < $1.name }
    var text = SourceText(content: flow.text, source: source, structure: .marked(flow.marks))
    text.directives = flow.directives
    text.origins = flow.origins
    return text
  }

  /// Ends what is open.
  private mutating func close() {
    while !outer.isEmpty { endFlow() }
    endBlock()
  }
}

// MARK: Blocks

extension BlockWriter {
  /// Ends the block in work, and begins one of `style`.
  mutating func beginBlock(_ style: BlockStyle) {
    endBlock()
    flow.style = style
  }

  /// Says of what style the block in work is, which has no finished line yet.
  mutating func setStyle(_ style: BlockStyle) { flow.style = style }

  /// Ends the block in work; one without text leaves nothing.
  mutating func endBlock() { flow.endBlock() }

  /// A line break inside a block. Two of them, or white space as wide as a character behind one, begin
  /// a new block: that is how paragraphs are made where markup has none.
  mutating func breakLine() { flow.breakLine() }

  /// An empty line between blocks, unless one stands there already.
  mutating func addEmptyLine() {
    endBlock()
    flow.addEmptyLine()
  }

  /// Writes what follows apart from the block in work.
  mutating func beginFlow() {
    outer.append(flow)
    flow = TextFlow()
  }

  /// Ends the flow; its text comes behind the block that it stands in.
  mutating func endFlow() {
    guard let finished = leaveFlow() else { return }
    flow.insert(finished)
  }

  /// Ends the flow; its text comes behind the whole text, with the other notes.
  mutating func endNote() {
    guard let finished = leaveFlow() else { return }
    notes.append(finished)
  }

  private mutating func leaveFlow() -> TextFlow? {
    guard let block = outer.popLast() else { return nil }
    endBlock()
    defer { flow = block }
    return flow
  }
}

// MARK: Text

extension BlockWriter {
  /// Adds text to the line in work.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, of whole characters.
  ///   - collapsesSpaces: whether each run of white space counts as one space, and none at the
  ///     start of a line.
  ///   - read: where in what was read `bytes` stand; nil where the reader does not say.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, collapsesSpaces: Bool, from read: Int? = nil
  ) {
    written += bytes.count
    var start = 0
    var offset = 0
    while offset < bytes.count {
      guard let separator = BreakingCharacter(at: offset, of: bytes) else {
        offset += 1
        continue
      }
      if !collapsesSpaces && separator.isPlainSpace {
        offset += separator.length
        continue
      }
      flow.append(bytes[start..<offset], from: read.map { $0 + start })
      if separator.breaksLine {
        breakLine()
      } else if collapsesSpaces {
        flow.appendCollapsedSpace()
      } else {
        flow.append(0x20)
      }
      offset += separator.length
      start = offset
    }
    flow.append(bytes[start..<offset], from: read.map { $0 + start })
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0, collapsesSpaces: false) }
  }

  /// Spaces that count, up to 100: more are no text.
  mutating func appendSpaces(_ count: Int) {
    for _ in 0..<max(0, min(count, 100)) { flow.append(0x20) }
  }

  /// A tab, which parts the columns of a list or of contents.
  mutating func appendTab() { flow.append(0x09) }

  /// A character that must not stand inside a line as it is.
  private struct BreakingCharacter {
    var length: Int
    /// A space or tab, which may stay where white space counts.
    var isPlainSpace = false
    var breaksLine = false

    @inline(__always)
    init?(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) {
      let byte = bytes[offset]
      if byte > 0x20 && byte != 0xC2 && byte != 0xE2 { return nil }
      switch byte {
      case 0xC2:  // U+0085, next line
        guard offset + 1 < bytes.count, bytes[offset + 1] == 0x85 else { return nil }
        length = 2
      case 0xE2:  // U+2028 and U+2029, line and paragraph separator
        guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80, bytes[offset + 2] & 0xFE == 0xA8
        else { return nil }
        length = 3
        breaksLine = true
      default:
        length = 1
        isPlainSpace = byte == 0x20 || byte == 0x09
      }
    }
  }
}
