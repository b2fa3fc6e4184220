/// E-mail addresses, web addresses, bracketed blanks and document numbers.
extension Tokenizer {
  /// The end of the web or e-mail address at `start`, nil if none begins there.
  @inline(__always)
  mutating func addressEnd(_ start: Int) -> Int? {
    let first = text.base[start] | 0x20
    if first == 0x68 || first == 0x66 || first == 0x77, start &+ 4 < end {  // h, f, w
      let second = text.base[start &+ 1] | 0x20
      let mayBeWeb = second == (first == 0x77 ? 0x77 : 0x74)  // ht, ft, ww
      if mayBeWeb, let webEnd = webAddressEnd(start) { return webEnd }
    }
    return emailEnd(start)
  }

  @inline(never)
  private func webAddressEnd(_ start: Int) -> Int? {
    let prefixes: [StaticString] = ["https://", "http://", "ftp://", "www."]
    guard let prefix = prefixes.first(where: { hasPrefix($0, start) }) else { return nil }
    let host = start &+ prefix.utf8CodeUnitCount
    var offset = host
    while offset < end, isAddressByte(text.base[offset]) { offset &+= 1 }
    while offset > host, isTrailingPunctuation(text.base[offset &- 1]) { offset &-= 1 }
    return offset > host ? offset : nil
  }

  private func hasPrefix(_ prefix: StaticString, _ start: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard end &- start > count else { return false }
    for index in 0..<count where text.base[start &+ index] | 0x20 != prefix.utf8Start[index] | 0x20
    {
      return false
    }
    return true
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x60
  }

  private func isTrailingPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x5F, 0x7D: true
    default: false
    }
  }

  /// The end of the e-mail address at `start`. The next `@` is looked up once for each one there
  /// is, the part before it has 64 bytes at most and
  /// the part after it 255 (RFC 5321).
  @inline(__always)
  mutating func emailEnd(_ start: Int) -> Int? {
    if nextAt < start { findNextAt(start) }
    guard nextAt &- start <= 64, nextAt < end else { return nil }
    return emailEnd(start, at: nextAt)
  }

  @inline(never)
  private mutating func findNextAt(_ start: Int) {
    nextAt = start
    while nextAt < end, text.base[nextAt] != 0x40 { nextAt &+= 1 }
  }

  @inline(never)
  private func emailEnd(_ start: Int, at: Int) -> Int? {
    for offset in start..<at {
      let byte = text.base[offset]
      guard isASCIIAlphanumeric(byte) || isMailPunctuation(byte) else { return nil }
    }
    var offset = at &+ 1
    var lastDot = at
    let limit = min(end, at &+ 256)
    while offset < limit, isDomainByte(text.base[offset]) {
      if text.base[offset] == 0x2E { lastDot = offset }
      offset &+= 1
    }
    if offset &- 1 == lastDot, offset > at &+ 1 {  // the full stop of the sentence
      offset &-= 1
      lastDot = domainHasDot(at &+ 1, offset) ? at &+ 1 : at
    }
    return lastDot > at && offset > lastDot ? offset : nil
  }

  private func domainHasDot(_ start: Int, _ domainEnd: Int) -> Bool {
    var offset = start
    while offset < domainEnd, text.base[offset] != 0x2E { offset &+= 1 }
    return offset < domainEnd
  }

  private func isMailPunctuation(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x5F || byte == 0x2B || byte == 0x2D || byte == 0x25
  }

  private func isDomainByte(_ byte: UInt8) -> Bool {
    isASCIIAlphanumeric(byte) || byte == 0x2D || byte == 0x2E
  }
}

extension Tokenizer {
  /// The end of the slot that begins with the opening bracket at `start`: empty brackets, or a
  /// document number such as 〔2023〕15.
  func bracketedSlotEnd(_ start: Int) -> Int? {
    let (opening, length) = text.decode(start)
    guard let closing = Tokenizer.closingBracket(opening) else { return nil }
    let inside = start &+ length
    let content = skippingSpace(inside)
    guard content < end else { return nil }
    if text.decode(content).scalar == closing {
      let isRound = closing == 0x29 || closing == 0xFF09
      return isRound && content == inside ? nil : content &+ text.decode(content).length
    }
    return documentNumberEnd(content, closing: closing)
  }

  private static func closingBracket(_ opening: UInt32) -> UInt32? {
    switch opening {
    case 0x5B: 0x5D  // [ ]
    case 0x28: 0x29  // ( )
    case 0x3010: 0x3011  // 【 】
    case 0x3014: 0x3015  // 〔 〕
    case 0xFF08: 0xFF09  // （ ）
    case 0xFF3B: 0xFF3D  // ［ ］
    default: nil
    }
  }

  /// The end of the number after a bracketed year. Between 〔〕 the year is enough; other brackets
  /// need the number and 号 after it.
  private func documentNumberEnd(_ start: Int, closing: UInt32) -> Int? {
    guard [.digit, .letter, .contextual, .blankMark].contains(classAt(start)) else { return nil }
    let yearEnd = slotRunEnd(start)
    guard yearEnd > start, yearEnd &- start <= 32 else { return nil }
    let (scalar, length) = foldedAt(yearEnd)
    guard length > 0, scalar == closing || text.decode(yearEnd).scalar == closing else {
      return nil
    }
    let bracketEnd = yearEnd &+ length
    let numberEnd = slotRunEnd(bracketEnd)
    if closing == 0x3015 { return numberEnd }
    let isNumbered = numberEnd > bracketEnd && foldedAt(numberEnd).scalar == 0x53F7  // 号
    return isNumbered ? numberEnd : nil
  }
}
