internal import TextIngest

/// Tells what was left open (xx, **, ____, [ ], 〇〇) from the same signs in use: 一九八○年, 3×4, 数据要素×,
/// 某些人.
///
/// The tokens take either for a slot, because two that differ in it are alike; a finding must not.
struct BlankSigns {
  /// The file, and the document in it.
  let content: [UInt8]
  let range: Range<Int>

  /// What a slot can be.
  enum Sign {
    /// A place to fill in, of a form: ____, [ ].
    case form
    /// What stands for a name or a figure: xx, **, ××, 〇〇, 某某.
    case mask
  }

  /// The sign that the slot in `bytes` is; nil for a number, a date, an address.
  func sign(_ bytes: Range<Int>) -> Sign? {
    guard TokenKind(slot: content[bytes]) == .blank else { return nil }
    let text = String(decoding: content[bytes], as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return nil }
    if "_＿".unicodeScalars.contains(first) { return isRule(bytes) ? nil : .form }
    if "[［〔".unicodeScalars.contains(first) { return .form }
    return isMask(scalars, bytes) ? .mask : nil
  }

  /// Whether the line has nothing else: a rule between parts.
  private func isRule(_ bytes: Range<Int>) -> Bool {
    func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let before = content[range.lowerBound..<bytes.lowerBound].last { !isWhite($0) }
    let after = content[bytes.upperBound..<range.upperBound].first { !isWhite($0) }
    return (before ?? 0x0A) == 0x0A && (after ?? 0x0A) == 0x0A
  }

  private func isMask(_ scalars: [Unicode.Scalar], _ bytes: Range<Int>) -> Bool {
    let marks = scalars.filter { !Self.isFigure($0) }
    let before = scalar(before: bytes.lowerBound)
    let after = scalar(after: bytes.upperBound)
    if marks.allSatisfy({ Self.circles.contains($0) }) {
      // The zero of a year or number: 一九八○年, 二七〇九・〇〇, 四、〇〇〇.
      let isGroup = marks.count == 3 && before.map("、，,".unicodeScalars.contains) ?? false
      return !isGroup
        && ![before, after].contains { $0.map(Self.numerals.contains) ?? false }
    }
    if scalars[0] == "某" { return marks.count > 1 || isOwnPlace(after: bytes.upperBound) }
    let isCounted = before == "第" || (after.map(Self.counters.contains) ?? false)
    let isInHan = [before, after].contains { $0.map(Self.isHan) ?? false }
    if marks.allSatisfy({ Self.asterisks.contains($0) }) {
      return isAsteriskMask(marks.count, before, after, isCounted: isCounted)
    }
    if scalars.allSatisfy({ $0 == "X" }) {
      // XX alone is a Roman number, X个 a variable.
      return isInHan && marks.count > 1 || before == "第"
        || isCounted && after.map(Self.names.contains) ?? false
    }
    if marks.count > 1 { return before != "." }
    // A product, 3×4, is none.
    return isCounted && !(scalars.count > 2 && Self.isFigure(scalars[scalars.count - 1]))
  }

  /// Whether asterisks stand for a name: beside a Han character, one alone between two; in brackets. After
  /// a word they mark a note.
  private func isAsteriskMask(
    _ count: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?, isCounted: Bool
  ) -> Bool {
    let isHan = [before, after].map { $0.map(Self.isHan) ?? false }
    if count == 1 {
      // 标注*的项目: the sign itself.
      let isSign = after == "的" || before.map("注标带加".unicodeScalars.contains) ?? false
      return !isSign && (isCounted || isHan == [true, true])
    }
    return isHan.contains(true) || (before == "[" && after == "]")
  }

  /// 某市人大: the office that reports; 某县 of which something is told is no blank.
  private func isOwnPlace(after offset: Int) -> Bool {
    let rest = String(decoding: content[offset..<min(offset + 24, range.upperBound)], as: UTF8.self)
    guard let ending = rest.first, "省市州县区镇乡".contains(ending) else { return false }
    return ["人大", "人民", "政府", "委"].contains { rest.dropFirst().hasPrefix($0) }
  }

  /// The character before `offset`, spaces left out.
  private func scalar(before offset: Int) -> Unicode.Scalar? {
    var end = offset
    while end > range.lowerBound, content[end - 1] == 0x20 { end -= 1 }
    let start = max(range.lowerBound, end - 4)
    return String(decoding: content[start..<end], as: UTF8.self).unicodeScalars.last
  }

  /// The character at `offset`, spaces left out.
  private func scalar(after offset: Int) -> Unicode.Scalar? {
    var start = offset
    while start < range.upperBound, content[start] == 0x20 { start += 1 }
    let end = min(range.upperBound, start + 4)
    return String(decoding: content[start..<end], as: UTF8.self).unicodeScalars.first
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00..<0xA000).contains(scalar.value)
  }

  /// Digits, and what stands between the parts of a number.
  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil && scalar != "〇"
      || ".,/:-~–—−·%％‰．，：".unicodeScalars.contains(scalar)
  }

  private static let circles = Set("〇○◯".unicodeScalars)
  private static let asterisks = Set("*＊".unicodeScalars)
  private static let numerals = Set("〇○一二三四五六七八九零十百・．".unicodeScalars)
  /// What is dated, or bears a name.
  private static let names = Set("年月日届次号名省市州县区镇乡村".unicodeScalars)
  /// What is counted, too.
  private static let counters = Set(
    "年月日届次号名件项个位人条部场家户份期批篇元万亿%％‰省市州县区镇乡村周天时分秒岁倍吨亩公米里套台辆座处所张本册幅支队班组级类种轮季"
      .unicodeScalars)
}
