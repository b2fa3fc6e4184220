/// Redactions and blanks: what stands for something left out.
extension Tokenizer {
  /// The end of the blank of x's at `start`, nil if a word stands there.
  ///
  /// Two x's or more are a blank unless other letters follow. A single x is one beside Han, kana or
  /// a digit, or as part of a run (x.x).
  @inline(__always)
  func letterBlankEnd(_ start: Int) -> Int? {
    let byte = text.base[start]
    guard byte | 0x20 == 0x78 || byte == 0xEF else { return nil }
    return letterBlankEnd(ofX: start)
  }

  @inline(never)
  private func letterBlankEnd(ofX start: Int) -> Int? {
    guard foldedAt(start).scalar == 0x78 else { return nil }
    let run = repeatedEnd(start)
    guard !continuesAsWord(run.end, count: run.count) else { return nil }
    let slotEnd = slotRunEnd(start)
    if run.count > 1 || slotEnd > run.end { return slotEnd }
    return standsBesideCharacter(run.end) ? slotEnd : nil
  }

  /// Whether the x's before `offset` are the start of a word: xylem, x-ray, x86.
  private func continuesAsWord(_ offset: Int, count: Int) -> Bool {
    switch classAt(offset) {
    case .letter, .combiningMark: return true
    case .digit: return count == 1
    case .contextual, .closingMark:
      let (scalar, length) = foldedAt(offset)
      guard scalar == 0x27 || scalar == 0x2D || scalar == 0x2019 else { return false }
      let next = offset &+ length
      return classAt(next) == .letter && foldedAt(next).scalar != 0x78
    default: return false
    }
  }

  /// Whether a Han or kana character or a digit stands before the token in work or at `offset`,
  /// across white space.
  private func standsBesideCharacter(_ offset: Int) -> Bool {
    if isBeside, lastClass.isHan || lastClass == .kana { return true }
    if isAdjacent, lastClass == .digit { return true }
    let next = classAt(skippingSpace(offset))
    return next.isHan || next == .kana
  }

  /// One asterisk is a blank right beside a Han or kana character; two or more always.
  mutating func readAsterisks(_ start: Int) -> Int {
    let run = repeatedEnd(start)
    let slotEnd = slotRunEnd(start)
    if run.count > 1 || slotEnd > run.end || isWedged(run.end) { return emitSlot(start, slotEnd) }
    add(.space)
    return run.end
  }

  /// Whether a Han or kana character stands right before or at `offset`, or on both sides across
  /// white space. A bullet before a space is not.
  private func isWedged(_ offset: Int) -> Bool {
    let follows = lastClass.isHan || lastClass == .kana
    if isAdjacent && follows { return true }
    let next = classAt(offset)
    if next.isHan || next == .kana { return true }
    return isBeside && follows && classAt(skippingSpace(offset)).isHan
  }

  /// Two underscores or more are a blank to fill in.
  mutating func readUnderscores(_ start: Int) -> Int {
    let run = repeatedEnd(start)
    if run.count > 1 { return emitSlot(start, slotRunEnd(start)) }
    add(.space)
    return run.end
  }

  /// Crosses, circles, squares: two or more are a blank, one is where it stands in a Han text as a
  /// character would. One filled square or circle is a bullet.
  mutating func readBlankMark(_ start: Int) -> Int {
    let (scalar, length) = text.decode(start)
    let slotEnd = slotRunEnd(start)
    if slotEnd > start &+ length || isBlank(single: scalar, start &+ length) {
      return emitSlot(start, slotEnd)
    }
    add(.space)
    return start &+ length
  }

  private func isBlank(single scalar: UInt32, _ next: Int) -> Bool {
    switch scalar {
    case 0xD7, 0x2715, 0x2716, 0x2573: return isWedged(next)
    case 0x25CB, 0x25EF, 0x25B3, 0x25A1:
      return isAdjacent && lastClass.isHan && classAt(next).isHan
    case 0x2588, 0x2587, 0x2593, 0x2592: return true
    default: return false
    }
  }

  /// 某 and 某某, but not the pronouns 某些 某种 某个 某一.
  mutating func readWrittenBlank(_ start: Int) -> Int {
    let run = repeatedEnd(start)
    guard run.count == 1, isPronoun(foldedAt(run.end).scalar) else {
      return emitSlot(start, run.end)
    }
    emitCharacter(text.decode(start).scalar, .han, start, run.end)
    return run.end
  }

  /// Whether 某 and `scalar` make a pronoun.
  private func isPronoun(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E9B, 0x79CD, 0x7A2E, 0x4E2A, 0x500B, 0x4E00: true
    default: false
    }
  }
}
