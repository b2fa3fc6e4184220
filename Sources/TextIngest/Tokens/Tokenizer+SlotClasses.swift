/// Slots of classes that are switched off.
extension Tokenizer {
  /// The class of the slot from `start` to `slotEnd`, which is about to be added.
  @inline(never)
  func slotClass(_ start: Int, _ slotEnd: Int) -> SlotClasses {
    let bytes = Array(UnsafeBufferPointer(start: text.base + start, count: slotEnd - start))
    switch TokenKind(slot: bytes[...]) {
    case .blank: return .blank
    case .email: return .email
    case .url: return .url
    case .documentNumber: return .documentNumber
    case .date: return .date
    default: return numberClass(start, slotEnd)
    }
  }

  private func numberClass(_ start: Int, _ slotEnd: Int) -> SlotClasses {
    let before = isAdjacent ? lastValue : nil
    let after = foldedAt(slotEnd).scalar
    if before == 0x7B2C { return .ordinal }  // 第
    switch after {
    case 0x5C4A, 0x5C46, 0x6B21: return .ordinal  // 届 屆 次
    case 0x5E74, 0x6708, 0x65E5: return .date  // 年 月 日
    case 0x53F7, 0x865F: return before == 0x6708 ? .date : .number  // 号, after 月
    case 0x65F6, 0x6642, 0x70B9, 0x9EDE: return .time  // 时 時 点 點
    case 0x5206, 0x79D2: if isAfterTime(before) { return .time }  // 分 秒
    case 0x767E, 0x5343, 0x4E07, 0x842C, 0x4EBF, 0x5104, 0x5143, 0x5706, 0x5713, 0x5186, 0xC6D0,
      0x89D2:  // 百 千 万 萬 亿 億 元 圆 圓 円 원 角
      return .amount
    default: break
    }
    if hasCurrencySign(before: start) { return .amount }
    return isClock(start, slotEnd) ? .time : .number
  }

  private func isAfterTime(_ value: UInt32?) -> Bool {
    switch value {
    case 0x65F6, 0x6642, 0x70B9, 0x9EDE, 0x5206: true
    default: false
    }
  }

  private func hasCurrencySign(before start: Int) -> Bool {
    guard start > rangeStart else { return false }
    switch text.decode(text.previous(start)).scalar {
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF, 0xFF04, 0xFFE1, 0xFFE5: return true
    default: return false
    }
  }

  /// Two or three groups of one or two digits with colons between.
  private func isClock(_ start: Int, _ slotEnd: Int) -> Bool {
    var groups = [0]
    var offset = start
    while offset < slotEnd {
      let (scalar, length) = foldedAt(offset)
      offset += length
      if scalar == 0x3A { groups.append(0) } else { groups[groups.count - 1] += 1 }
      guard scalar == 0x3A || scalar &- 0x30 < 10 else { return false }
    }
    return (2...3).contains(groups.count) && groups.allSatisfy { (1...2).contains($0) }
  }
}

extension Tokenizer {
  /// Adds what stands from `start` to `slotEnd` as the characters that it is, and returns the offset after it:
  /// Han characters one by one, an address or a number with its separators as one word.
  @inline(never)
  mutating func emitUnslotted(_ start: Int, _ slotEnd: Int, _ slotClass: SlotClasses) -> Int {
    var offset = start
    while offset < slotEnd {
      let (scalar, length) = text.decode(offset)
      let characterClass = table.characterClass(scalar)
      if characterClass.isHan {
        emitCharacter(scalar, characterClass, offset, offset + length)
        offset += length
      } else if characterClass == .letter || characterClass == .digit {
        let isAddress = slotClass == .email || slotClass == .url
        offset = emitUnslottedWord(offset, isAddress ? slotEnd : wordEnd(offset, slotEnd))
      } else {
        switch characterClass {
        case .openingMark: add(.openingMark)
        case .closingMark: add(.closingMark)
        case .clauseMark: add(.clauseMark)
        default: add(.space)
        }
        offset += length
      }
    }
    return slotEnd
  }

  /// The end of the letters and digits at `start`, a single separator between two of them included, and
  /// a per cent sign after the last.
  private func wordEnd(_ start: Int, _ slotEnd: Int) -> Int {
    var offset = start
    while offset < slotEnd {
      let (scalar, length) = text.decode(offset)
      switch table.characterClass(scalar) {
      case .letter, .digit, .combiningMark: offset += length
      case .contextual, .clauseMark, .space:
        let next = offset + length
        let nextClass = next < slotEnd ? classAt(next) : .other
        let isPercent = next == slotEnd && scalar != 0x2A && scalar != 0x5F
        guard nextClass == .letter || nextClass == .digit || isPercent else { return offset }
        offset = next
      default: return offset
      }
    }
    return offset
  }

  private mutating func emitUnslottedWord(_ start: Int, _ wordEnd: Int) -> Int {
    scalars.removeAll(keepingCapacity: true)
    var offset = start
    while offset < wordEnd {
      let (scalar, length) = text.decode(offset)
      table.appendFolded(scalar, to: &scalars)
      offset += length
    }
    emit(valueOfScalars(), .letter, start, wordEnd)
    return wordEnd
  }
}
