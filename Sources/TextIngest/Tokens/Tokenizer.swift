/// Turns text into tokens: what is compared, where it stands, and what stands between.
///
/// The caller hands over one block after the other, each in one or more ranges (the lines of a
/// joined paragraph, the stretches between Markdown's marks). One pass; a token never crosses the
/// end of a range, and no work looks further back or ahead than a bounded number of bytes or the
/// token itself, so that time is linear for any input.
struct Tokenizer {
  var text: UTF8Text
  let table: CharacterTable
  /// Of the others the characters are compared.
  let slots: SlotClasses
  var tokens: TokenBuffer
  var words = WordTable()

  /// Where the range in work begins.
  private(set) var rangeStart = 0
  /// Offset after the range in work.
  var end = 0
  /// Marks since the last token.
  var pending: Separator = .blockStart
  /// Whether white space stood since the last token.
  var sawSpace = false
  /// The class of the last token of the block: `.letter` for words, `.digit` for slots, `.other`
  /// before the first.
  var lastClass = CharacterClass.other
  /// Whether combining marks that follow now belong to the last token.
  var acceptsMarks = false
  /// Whether an ASCII quotation mark stands open in the block.
  var isQuoteOpen = false
  /// Whether an ignorable character ended the reading of the range.
  private var metIgnorable = false
  /// Offset of the next `@` of the range, or `end`.
  var nextAt = 0
  /// Words that mix alphabets and look as if they did not.
  var lookAlikes = PlaceCount()
  /// Scratch space for the word in work.
  var scratch: [UInt8] = []
  var scalars: [UInt32] = []

  /// Writes tokens to `tokens`, which has room for as many as the text has characters.
  init(_ text: UTF8Text, into tokens: TokenBuffer, _ settings: IngestSettings) {
    self.text = text
    table = settings.foldsScript ? .foldingScript : .shared
    slots = settings.slots
    self.tokens = tokens
  }

  /// Starts a new block: the next token is its first.
  mutating func beginBlock() {
    pending = .blockStart
    sawSpace = false
    lastClass = .other
    isQuoteOpen = false
  }

  /// Adds the tokens of `range` to the block.
  mutating func tokenize(_ range: Range<Int>) {
    let state = state
    if !tokenizePlain(range) {
      self.state = state
      tokenizeVisible(range)
    }
  }

  /// The same for a range without ignorable characters; false where one is met, the tokens before it
  /// added.
  mutating func tokenizePlain(_ range: Range<Int>) -> Bool {
    rangeStart = range.lowerBound
    end = range.upperBound
    acceptsMarks = false
    metIgnorable = false
    nextAt = range.lowerBound - 1
    var offset = range.lowerBound
    while offset < end { offset = step(offset) }
    return !metIgnorable
  }

  /// Notes white space: the end of a line that goes on in the next.
  mutating func addSpace() { sawSpace = true }
}

extension Tokenizer {
  /// Reads the token or mark at `offset` and returns the offset after it.
  @inline(__always)
  private mutating func step(_ offset: Int) -> Int {
    let (scalar, length) = text.decode(offset)
    let next = offset &+ length
    let characterClass = table.characterClass(scalar)
    switch characterClass {
    case .han:
      emitCharacter(scalar, .han, offset, next)
      return readHanRun(next)
    case .kana, .hangul, .thai:
      emitCharacter(scalar, characterClass, offset, next)
      return next
    case .space, .lineBreak: sawSpace = true
    case .ignorable:
      metIgnorable = true
      return end
    case .letter: return readWord(offset)
    case .digit: return readNumber(offset)
    case .hanNumeral: return readNumeral(offset)
    default: return readMark(offset, scalar, length, characterClass)
    }
    return next
  }

  /// Adds the Han characters that follow another without anything between: nine tenths of Chinese.
  @inline(__always)
  private mutating func readHanRun(_ start: Int) -> Int {
    var offset = start
    var tokens = self.tokens
    while offset < end, text.base[offset] &- 0xE4 < 6 {
      let (scalar, _) = text.decode(offset)
      guard table.classes[Int(scalar)] == .han else { break }
      let value = table.foldsScript ? UInt32(table.folds[Int(scalar)]) : scalar
      if value == 0 { break }  // a character of another plane
      tokens.append(value: value, start: offset, end: offset &+ 3, separator: [])
      offset &+= 3
    }
    self.tokens = tokens
    return offset
  }

  @inline(never)
  private mutating func readMark(
    _ offset: Int, _ scalar: UInt32, _ length: Int, _ characterClass: CharacterClass
  ) -> Int {
    switch characterClass {
    case .hanBlank: return readWrittenBlank(offset)
    case .blankMark: return readBlankMark(offset)
    case .combiningMark: return attachMarks(offset)
    case .openingMark:
      if let slotEnd = bracketedSlotEnd(offset) { return emitSlot(offset, slotEnd) }
      add(.openingMark)
    case .closingMark: add(.closingMark)
    case .openingTitle: add(.openingTitle)
    case .closingTitle: add(.closingTitle)
    case .sentenceEnd: add(.sentenceEnd)
    case .clauseMark: add(.clauseMark)
    case .contextual: return readContextual(offset, scalar, length)
    default: add(.space)
    }
    return offset &+ length
  }

  @inline(__always)
  mutating func add(_ separator: Separator) {
    pending.insert(separator)
    acceptsMarks = false
  }
}

extension Tokenizer {
  @inline(__always)
  mutating func emit(
    _ value: UInt32, _ characterClass: CharacterClass, _ start: Int, _ end: Int
  ) {
    var separator = pending
    // White space means something beside words only; between Han characters it is nothing.
    if sawSpace {
      if lastClass == .letter || (characterClass == .letter && lastClass != .other) {
        separator.insert(.space)
      }
      sawSpace = false
    }
    tokens.append(value: value, start: start, end: end, separator: separator)
    pending = []
    lastClass = characterClass
    acceptsMarks = true
  }

  @inline(__always)
  mutating func emitCharacter(
    _ scalar: UInt32, _ characterClass: CharacterClass, _ start: Int, _ end: Int
  ) {
    if let folded = table.fold(scalar) {
      emit(folded, characterClass, start, end)
    } else {
      scalars.removeAll(keepingCapacity: true)
      table.appendFolded(scalar, to: &scalars)
      emit(valueOfScalars(), characterClass, start, end)
    }
  }

  /// Adds a slot, if it is of a class that is on, and returns the offset after it.
  mutating func emitSlot(_ start: Int, _ end: Int) -> Int {
    if slots != .all {
      let slotClass = slotClass(start, end)
      if !slots.contains(slotClass) { return emitUnslotted(start, end, slotClass) }
    }
    emit(TokenValue.slot, .digit, start, end)
    return end
  }

  /// The value of the last token of the block.
  var lastValue: UInt32? { lastClass == .other ? nil : tokens.values[tokens.count - 1] }

  /// Whether the last token of the block stands right before the offset in work.
  var isAdjacent: Bool { pending.isEmpty && !sawSpace && lastClass != .other }

  /// Whether nothing but white space stands between the last token of the block and the offset in
  /// work.
  var isBeside: Bool { pending.isEmpty && lastClass != .other }

  /// The class of the character at `offset`; `.lineBreak` at the end of the range.
  @inline(__always)
  func classAt(_ offset: Int) -> CharacterClass {
    offset < end ? table.characterClass(text.decode(offset).scalar) : .lineBreak
  }

  /// The folded scalar at `offset` and its length; (0, 0) at the end of the range.
  @inline(__always)
  func foldedAt(_ offset: Int) -> (scalar: UInt32, length: Int) {
    guard offset < end else { return (0, 0) }
    let (scalar, length) = text.decode(offset)
    return (table.fold(scalar) ?? scalar, length)
  }

  /// The offset of the first character from `offset` that is no white space. White space is
  /// passed once by each of two callers at most, since both stop at the character found.
  func skippingSpace(_ offset: Int) -> Int {
    var offset = offset
    while offset < end {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      guard characterClass == .space else { break }
      offset &+= length
    }
    return offset
  }
}
