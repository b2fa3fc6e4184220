/// Chinese numerals.
///
/// A run of numerals is a slot after 第, before 年 月 日 届 次 号, with a digit before 百 千 万 亿,
/// written by place with 〇, or as a fraction (百分之五). All others are words of the language: 四个意识,
/// 一府一委两院, 二十大, 十四五, 万众一心.
extension Tokenizer {
  mutating func readNumeral(_ start: Int) -> Int {
    let runEnd = numeralRunEnd(start)
    if let fractionEnd = fractionEnd(from: runEnd) { return emitSlot(start, fractionEnd) }
    if isSlot(start, runEnd) { return emitSlot(start, runEnd) }
    var offset = start
    while offset < runEnd {
      let (scalar, length) = text.decode(offset)
      emitCharacter(scalar, .hanNumeral, offset, offset &+ length)
      offset &+= length
    }
    return runEnd
  }

  private func numeralRunEnd(_ start: Int) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = text.decode(offset)
      guard table.characterClass(scalar) == .hanNumeral else { break }
      offset &+= length
    }
    return offset
  }

  /// The end of the numerals or number after 分之 at `offset`: 百分之五, 三分之二, 百分之xx.
  func fractionEnd(from offset: Int) -> Int? {
    guard foldedAt(offset).scalar == 0x5206, foldedAt(offset &+ 3).scalar == 0x4E4B else {
      return nil
    }
    let start = offset &+ 6
    var numeralEnd = numeralRunEnd(start)
    if foldedAt(numeralEnd).scalar == 0x70B9, numeralEnd > start {  // 点
      let decimalEnd = numeralRunEnd(numeralEnd &+ 3)
      if decimalEnd > numeralEnd &+ 3 { numeralEnd = decimalEnd }
    }
    if numeralEnd > start { return numeralEnd }
    let runEnd = slotRunEnd(start)
    return runEnd > start ? runEnd : nil
  }

  private func isSlot(_ start: Int, _ runEnd: Int) -> Bool {
    let shape = shape(start..<runEnd)
    if isAdjacent, lastValue == 0x7B2C { return true }  // 第
    if shape.isPositional || shape.hasCountedUnit { return true }
    guard shape.hasDigit, isMeasured(runEnd) else { return false }
    return !(shape.isOne && isAdjacent && endsInOne(lastValue))
  }

  private func shape(_ range: Range<Int>) -> NumeralShape {
    var shape = NumeralShape()
    var offset = range.lowerBound
    var count = 0
    var zeros = 0
    var wasDigit = false
    while offset < range.upperBound {
      let (scalar, length) = foldedAt(offset)
      let isUnit = NumeralShape.isUnit(scalar)
      let isZero = scalar == 0x3007 || scalar == 0x96F6
      if isUnit && wasDigit { shape.hasCountedUnit = true }
      wasDigit = !isUnit && !isZero
      if wasDigit { shape.hasDigit = true }
      if isZero { zeros += 1 }
      shape.isOne = count == 0 && scalar == 0x4E00
      count += 1
      offset &+= length
    }
    shape.isPositional = zeros > 0 && count > 2 || zeros > 1 && zeros == count
    return shape
  }

  /// Whether 年 月 日 届 次 号 follows, with 余 or 多 between or without.
  private func isMeasured(_ offset: Int) -> Bool {
    let (scalar, length) = foldedAt(offset)
    if isMeasure(scalar) { return true }
    return (scalar == 0x4F59 || scalar == 0x591A) && isMeasure(foldedAt(offset &+ length).scalar)
  }

  private func isMeasure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x5C4A, 0x5C46, 0x6B21, 0x53F7, 0x865F: true
    default: false
    }
  }

  /// Whether the 一 after `value` ends a word (统一 唯一 单一 同一 逐一 合一 划一 不一) and counts nothing.
  private func endsInOne(_ value: UInt32?) -> Bool {
    switch value {
    case 0x7EDF, 0x552F, 0x5355, 0x540C, 0x9010, 0x5408, 0x5212, 0x4E0D: true
    default: false
    }
  }
}

/// What kinds of numerals a run holds.
private struct NumeralShape {
  /// 一 to 九, 两 or 十.
  var hasDigit = false
  /// A digit right before 百 千 万 亿: 三百, not 百花 or 万一.
  var hasCountedUnit = false
  /// Three or more with 〇 or 零 among them, or only 〇 twice or more.
  var isPositional = false
  /// 一 alone.
  var isOne = false

  fileprivate static func isUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x767E, 0x5343, 0x4E07, 0x842C, 0x4EBF, 0x5104, 0x4F70, 0x4EDF: true
    default: false
    }
  }
}
