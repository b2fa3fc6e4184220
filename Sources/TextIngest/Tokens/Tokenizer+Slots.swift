/// Slots: numbers, blanks, and their mixtures.
///
/// A slot is a run of units (digits, x's, asterisks, crosses, underscores) that stand next to each
/// other or are parted by one separator: 1,234.56, 20xx, xx.xx, 2023-05-01, 10:30. A percent sign
/// belongs to it, a unit of measure never.
extension Tokenizer {
  mutating func readNumber(_ start: Int) -> Int {
    if let emailEnd = emailEnd(start) { return emitSlot(start, emailEnd) }
    if let fractionEnd = fractionEnd(from: slotRunEnd(start)) {
      return emitSlot(start, fractionEnd)
    }
    return emitSlot(start, slotRunEnd(start))
  }

  /// The end of the run of units at `start`, which begins with one.
  func slotRunEnd(_ start: Int) -> Int {
    var offset = start
    while true {
      if let unitEnd = unitEnd(offset) {
        offset = unitEnd
      } else if let unitEnd = unitEnd(afterSeparator: offset) {
        offset = unitEnd
      } else {
        return percentEnd(offset)
      }
    }
  }

  private func percentEnd(_ offset: Int) -> Int {
    var (scalar, length) = foldedAt(offset)
    var percent = offset
    if scalar == 0xA0 || scalar == 0x202F {  // 12,5 % with a no-break space
      percent = offset &+ length
      (scalar, length) = foldedAt(percent)
    }
    return scalar == 0x25 || scalar == 0x2030 || scalar == 0x2031 ? percent &+ length : offset
  }

  /// The end of the unit at `offset`, nil if none stands there.
  private func unitEnd(_ offset: Int) -> Int? {
    guard offset < end else { return nil }
    let (scalar, length) = text.decode(offset)
    switch table.characterClass(scalar) {
    case .digit: return runEnd(offset &+ length) { $0 == .digit }
    case .blankMark: return runEnd(offset &+ length) { $0 == .blankMark }
    case .letter: return letterUnitEnd(offset)
    case .contextual:
      let run = repeatedEnd(offset)
      switch table.fold(scalar) {
      case 0x2A: return run.end
      case 0x5F: return run.count > 1 ? run.end : nil
      default: return nil
      }
    default: return nil
    }
  }

  @inline(__always)
  private func runEnd(_ start: Int, while matches: (CharacterClass) -> Bool) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = text.decode(offset)
      guard matches(table.characterClass(scalar)) else { break }
      offset &+= length
    }
    return offset
  }

  /// The end of the run of x's at `offset` if no other letter goes on there.
  private func letterUnitEnd(_ offset: Int) -> Int? {
    let run = repeatedEnd(offset)
    guard foldedAt(offset).scalar == 0x78 else { return nil }
    let next = classAt(run.end)
    return next == .letter || next == .combiningMark ? nil : run.end
  }

  /// The end and length of the run of the same folded character at `offset`.
  func repeatedEnd(_ offset: Int) -> (end: Int, count: Int) {
    let first = foldedAt(offset).scalar
    var runEnd = offset
    var count = 0
    while true {
      let (scalar, length) = foldedAt(runEnd)
      guard length > 0, scalar == first else { return (runEnd, count) }
      runEnd &+= length
      count += 1
    }
  }

  /// The end of the unit after the separator at `offset`, nil if the run does not go on.
  private func unitEnd(afterSeparator offset: Int) -> Int? {
    guard offset < end else { return nil }
    let (scalar, length) = text.decode(offset)
    let next = offset &+ length
    switch scalar {
    case 0x2C: return digitGroupEnd(next, lengths: 1...3)
    case 0xA0, 0x202F: return digitGroupEnd(next, lengths: 3...3)
    case 0x2E, 0x2F, 0x3A, 0x2D, 0x7E, 0x2013, 0x2014, 0x2212, 0xB7,
      0xFF0E, 0xFF0F, 0xFF1A, 0xFF0D, 0xFF5E:
      return unitEnd(next)
    default: return nil
    }
  }

  /// The end of the digits at `offset` if there are as many as `lengths` allows: 1,234 and 12,5
  /// are one number, 2021,2022 are two.
  private func digitGroupEnd(_ offset: Int, lengths: ClosedRange<Int>) -> Int? {
    var groupEnd = offset
    var count = 0
    while groupEnd < end, text.base[groupEnd] &- 0x30 < 10, count <= 3 {
      groupEnd &+= 1
      count += 1
    }
    return lengths.contains(count) ? groupEnd : nil
  }
}
