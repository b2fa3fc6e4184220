/// Lines that are being written, each with its mark.
struct TextFlow {
  /// UTF-8; each finished line ends with LF.
  private(set) var text: [UInt8] = []
  private(set) var marks: [LineMark] = []
  private(set) var directives: [Directive] = []
  /// Where the text comes from, of readers that say so.
  private(set) var origins = TextOrigins()
  /// Of the block in work.
  var style = BlockStyle()
  /// Where the line in work begins.
  private var lineStart = 0
  /// Whether the next line goes on with the block of the one before.
  private var continues = false
  /// Finished flows that stand behind the block in work.
  private var inserts: [TextFlow] = []

  /// Puts the finished `flow` behind the block in work.
  mutating func insert(_ flow: TextFlow) { inserts.append(flow) }

  /// Puts the finished `other` behind this one, which is finished too.
  mutating func append(_ other: TextFlow) {
    let offset = text.count
    text += other.text
    marks += other.marks.map { LineMark(start: $0.start + offset, style: $0.style) }
    directives += other.directives.map { $0.moved(by: offset) }
    origins.append(other.origins, at: offset)
    lineStart = text.count
  }

  /// Adds a comment that speaks to the program, where the text stands now.
  mutating func addDirective(_ comment: String) {
    guard let directive = Directive(comment: comment, range: text.count..<text.count) else {
      return
    }
    directives.append(directive)
  }

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - read: where in what was read they stand; nil where the reader does not say.
  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, from read: Int? = nil) {
    if let read { origins.add(text: text.count, read: read, count: bytes.count) }
    text += bytes
  }

  mutating func append(_ byte: UInt8) { text.append(byte) }

  /// Adds a space, unless one stands there or the line has not begun.
  mutating func appendCollapsedSpace() {
    if text.count > lineStart, text.last != 0x20 { text.append(0x20) }
  }

  mutating func endBlock() {
    endLine()
    continues = false
    guard !inserts.isEmpty else { return }
    let finished = inserts
    inserts = []
    for flow in finished { append(flow) }
  }

  /// Ends a line of the block. An empty one ends the block.
  mutating func breakLine() {
    if text.count == lineStart { continues = false }
    endLine()
  }

  /// An empty line, unless one stands there already. The block is ended.
  mutating func addEmptyLine() {
    guard text.count >= 2, text[text.count - 2] != 0x0A else { return }
    text.append(0x0A)
    lineStart = text.count
  }

  private mutating func endLine() {
    defer {
      keepDirectivesInText()
      origins.truncate(to: text.count)
    }
    while text.count > lineStart, let last = text.last, last == 0x20 || last == 0x09 {
      text.removeLast()
    }
    guard text.count > lineStart else { return }
    let opening = opening()
    if opening.isBlank {
      text.removeLast(text.count - lineStart)
      continues = false
      return
    }
    var style = style
    if continues && !opening.isIndented { style.features.insert(.continues) }
    marks.append(LineMark(start: lineStart, style: style))
    text.append(0x0A)
    lineStart = text.count
    continues = true
  }

  /// White space that a comment stood behind is gone.
  private mutating func keepDirectivesInText() {
    for index in directives.indices.reversed() {
      let excess = directives[index].range.lowerBound - text.count
      if excess <= 0 { return }
      directives[index] = directives[index].moved(by: -excess)
    }
  }

  /// Whether the line in work is nothing but white space, and whether it begins with as much of it
  /// as a character is wide.
  private func opening() -> (isBlank: Bool, isIndented: Bool) {
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return (true, false) }
      let text = UTF8Text(base: base, count: buffer.count)
      var offset = lineStart
      var columns = 0
      while offset < text.count {
        let (scalar, length) = text.decode(offset)
        guard CharacterTable.shared.characterClass(scalar) == .space else {
          return (false, columns >= 2)
        }
        if scalar == 0x3000 || scalar == 0x2003 { columns += 2 }
        if scalar == 0xA0 || scalar == 0x2002 { columns += 1 }
        offset += length
      }
      return (true, false)
    }
  }
}
