/// ASCII punctuation whose meaning depends on its neighbours, and its full-width forms.
extension Tokenizer {
  mutating func readContextual(_ offset: Int, _ scalar: UInt32, _ length: Int) -> Int {
    let next = offset &+ length
    switch table.fold(scalar) ?? scalar {
    case 0x2A: return readAsterisks(offset)  // *
    case 0x5F: return readUnderscores(offset)
    case 0x22: addStraightQuote()
    case 0x27: add(sawSpace || lastClass == .other ? .openingMark : .closingMark)
    case 0x2C, 0x3A, 0x3B: add(.clauseMark)
    case 0x2D: add(isDash(next) ? .clauseMark : .space)
    case 0x2E: add(fullStop(next))
    case 0x21, 0x3F: add(isInsideWord(next) ? .space : .sentenceEnd)
    default: add(.space)
    }
    return next
  }

  private mutating func addStraightQuote() {
    add(isQuoteOpen ? .closingMark : .openingMark)
    isQuoteOpen.toggle()
  }

  /// A hyphen with white space or another hyphen beside it is a dash.
  private func isDash(_ next: Int) -> Bool {
    if sawSpace || next >= end || text.base[next] == 0x2D { return true }
    return classAt(next) == .space
  }

  /// Before white space, a closing mark, the end, or between Han characters a full stop ends a
  /// sentence, except after the number that opens a block (1. Introduction).
  private func fullStop(_ next: Int) -> Separator {
    let isListNumber =
      lastClass == .digit && isAdjacent && tokens.separators[tokens.count - 1].contains(.blockStart)
    if isListNumber { return .clauseMark }
    switch classAt(next) {
    case .space, .lineBreak, .closingMark, .closingTitle: return .sentenceEnd
    case .contextual: return text.base[next] == 0x22 ? .sentenceEnd : .space
    case .han, .hanNumeral, .hanBlank: return lastClass.isHan ? .sentenceEnd : .space
    default: return .space
    }
  }

  private func isInsideWord(_ next: Int) -> Bool {
    let characterClass = classAt(next)
    return characterClass == .letter || characterClass == .digit
  }
}
