/// Words of spaced scripts, and combining marks.
///
/// A word is a run of letters, digits after the first letter, and marks. An apostrophe, a hyphen or
/// a single underscore joins when it stands between letters: don't, l'eau, well-known.
extension Tokenizer {
  mutating func readWord(_ start: Int) -> Int {
    if let slotEnd = addressEnd(start) ?? letterBlankEnd(start) {
      return emitSlot(start, slotEnd)
    }
    var offset = start
    while offset < end, isASCIIAlphanumeric(text.base[offset]) { offset &+= 1 }
    guard offset > start, endsWord(offset) else { return readAnyWord(start) }
    let utf8 = UnsafeBufferPointer(start: text.base + start, count: offset &- start)
    emit(valueOfASCII(utf8), .letter, start, offset)
    return offset
  }

  @inline(__always)
  func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a word of ASCII letters ends at `offset`, so that the quick path may take it.
  @inline(__always)
  private func endsWord(_ offset: Int) -> Bool {
    guard offset < end else { return true }
    let byte = text.base[offset]
    if byte < 0x80 { return byte != 0x27 && byte != 0x2D && byte != 0x5F }
    let (scalar, _) = text.decode(offset)
    switch table.characterClass(scalar) {
    case .letter, .digit, .combiningMark, .contextual: return false
    default: return joiner(scalar) == nil
    }
  }

  private mutating func valueOfASCII(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var isLower = true
    for byte in utf8 where byte &- 0x41 < 26 {
      isLower = false
      break
    }
    if isLower { return words.value(ofUTF8: utf8) }
    scratch.removeAll(keepingCapacity: true)
    for byte in utf8 { scratch.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return scratch.withUnsafeBufferPointer { words.value(ofUTF8: $0) }
  }

  /// The general path: any letters, joiners, marks.
  @inline(never)
  private mutating func readAnyWord(_ start: Int) -> Int {
    scalars.removeAll(keepingCapacity: true)
    var offset = start
    var hasMarks = false
    var alphabets: UInt8 = 0
    scan: while offset < end {
      let (scalar, length) = text.decode(offset)
      switch table.characterClass(scalar) {
      case .letter, .digit:
        alphabets |= LookAlikes.alphabet(of: scalar)
        table.appendFolded(scalar, to: &scalars)
      case .combiningMark:
        hasMarks = true
        table.appendFolded(scalar, to: &scalars)
      default:
        guard let joiner = joiner(scalar), classAt(offset &+ length) == .letter else { break scan }
        scalars.append(joiner)
      }
      offset &+= length
    }
    if LookAlikes.isMixed(alphabets) { unmix(start..<offset) }
    if hasMarks { scalars = Composer.compose(scalars) }
    emit(valueOfWordScalars(), .letter, start, offset)
    return offset
  }

  /// Writes the word in `range` in one alphabet, part by part, if it only looks like one that is.
  @inline(never)
  private mutating func unmix(_ range: Range<Int>) {
    var raw: [UInt32] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.decode(offset)
      offset += length
      raw.append(joiner(scalar) ?? scalar)
    }
    var parts: [[UInt32]] = []
    var isUnmixed = false
    for part in raw.split(separator: 0x2D, omittingEmptySubsequences: false) {
      let alphabets = part.reduce(0) { $0 | LookAlikes.alphabet(of: $1) }
      let unmixed = LookAlikes.isMixed(alphabets) ? LookAlikes.unmixed(part) : nil
      if unmixed != nil { isUnmixed = true }
      parts.append(unmixed ?? Array(part))
    }
    guard isUnmixed else { return }
    lookAlikes.add(at: range.lowerBound)
    scalars.removeAll(keepingCapacity: true)
    for scalar in parts.joined(separator: [0x2D]) { table.appendFolded(scalar, to: &scalars) }
  }

  /// What `scalar` folds to when it joins the parts of a word; nil if it never does.
  private func joiner(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x27, 0x2019, 0xFF07: 0x27
    case 0x2D, 0x2010, 0x2011, 0xFF0D: 0x2D
    case 0x5F, 0xFF3F: 0x5F
    default: nil
    }
  }
}

extension Tokenizer {
  /// The value of a token whose folded scalars are in `scalars`: of one character if it is one
  /// that makes a token by itself.
  mutating func valueOfScalars() -> UInt32 {
    if scalars.count == 1, table.characterClass(scalars[0]).isSingleCharacterToken {
      return scalars[0]
    }
    return valueOfWordScalars()
  }

  private mutating func valueOfWordScalars() -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    for scalar in scalars {
      guard let valid = Unicode.Scalar(scalar) else { continue }
      scratch.append(contentsOf: UTF8.encode(valid).unsafelyUnwrapped)
    }
    return scratch.withUnsafeBufferPointer { words.value(ofUTF8: $0) }
  }

  /// Adds the run of combining marks at `start` to the last token; without one they are nothing.
  ///
  /// The run is taken at once, so that a million marks on one letter are composed once.
  mutating func attachMarks(_ start: Int) -> Int {
    var offset = start
    let isAttached = acceptsMarks && !sawSpace
    var lastMark: UInt32 = 0
    scalars.removeAll(keepingCapacity: true)
    if isAttached { appendLastToken() }
    while offset < end {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      let isMark = characterClass == .combiningMark || Tokenizer.isStacked(scalar, on: lastMark)
      guard isMark else { break }
      offset &+= length
      lastMark = scalar
      if isAttached { table.appendFolded(scalar, to: &scalars) }
    }
    if isAttached { replaceLastToken(end: offset) } else { add(.space) }
    return offset
  }

  /// Whether a letter belongs to the same written character as the `mark` before it: below it in
  /// Khmer and Burmese, or the second half of a vowel that Unicode has in one piece too.
  private static func isStacked(_ scalar: UInt32, on mark: UInt32) -> Bool {
    switch mark {
    case 0x17D2: (0x1780...0x17B3).contains(scalar)
    case 0x1039: (0x1000...0x102A).contains(scalar)
    case 0x0E4D: scalar == 0x0E32
    case 0x0ECD: scalar == 0x0EB2
    default: false
    }
  }

  private mutating func appendLastToken() {
    let value = tokens.values[tokens.count - 1]
    if value >= TokenValue.firstWord {
      scalars += words.words[Int(value - TokenValue.firstWord)].unicodeScalars.map(\.value)
    } else {
      scalars.append(value)
    }
  }

  private mutating func replaceLastToken(end: Int) {
    let last = tokens.count - 1
    tokens.ends[last] = UInt32(end)
    acceptsMarks = false
    guard tokens.values[last] != TokenValue.slot else { return }
    scalars = Composer.compose(scalars)
    tokens.values[last] = valueOfScalars()
  }
}
