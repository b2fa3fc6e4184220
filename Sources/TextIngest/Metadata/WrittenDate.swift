/// Reads dates as people write them: 2024-01-15, 2024/1/15, 2024.1, 20240115, 2024年1月15日, 二〇二四年一月,
/// 15 January 2024, January 15, 2024.
package enum WrittenDate {
  /// The date that all of `text` is; nil if it is none.
  package static func parse(_ text: some StringProtocol) -> PartialDate? {
    guard let found = scan(Array(text.unicodeScalars), from: 0),
      found.end == text.unicodeScalars.count
    else { return nil }
    return found.date
  }

  /// The first date in `text` with a day.
  package static func first(in text: some StringProtocol) -> PartialDate? {
    first(in: text) { $0.day != nil }
  }

  /// The first month in `text`, of a year from 1900 to 2099.
  package static func month(in text: some StringProtocol) -> PartialDate? {
    first(in: text) { $0.month != nil && (1900..<2100).contains($0.year) }
  }

  private static func first(
    in text: some StringProtocol, where isWanted: (PartialDate) -> Bool
  ) -> PartialDate? {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    while start < scalars.count {
      if start == 0 || !isWordPart(scalars[start - 1], scalars[start]),
        let found = scan(scalars, from: start), isWanted(found.date),
        found.end == scalars.count || !isWordPart(scalars[found.end - 1], scalars[found.end])
      {
        return found.date
      }
      start += 1
    }
    return nil
  }

  /// The first year from 1900 to 2099 in `text`: four digits with none beside them, or the year of a
  /// date, or four Han numerals before 年.
  package static func year(in text: some StringProtocol) -> Int? {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, digit(scalars[end]) != nil { end += 1 }
      let digits = scalars[start..<end]
      let isHan = digits.contains { $0.value >= 0x3000 && !(0xFF10...0xFF19).contains($0.value) }
      let isYear = digits.count == 4 && (!isHan || end < scalars.count && scalars[end] == "年")
      let isDay = digits.count == 8 && !isHan && scan(scalars, from: start)?.end == end
      if isYear || isDay, let year = number(digits.prefix(4)), (1900..<2100).contains(year) {
        return year
      }
      start = max(end, start + 1)
    }
    return nil
  }

  /// Whether a number or word goes on from one scalar to the next.
  private static func isWordPart(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if digit(left) != nil { return digit(right) != nil }
    return left.properties.isAlphabetic && left.value < 0x3000 && right.properties.isAlphabetic
      && right.value < 0x3000
  }
}

// MARK: Forms

extension WrittenDate {
  private typealias Found = (date: PartialDate, end: Int)

  private static func scan(_ scalars: [Unicode.Scalar], from start: Int) -> Found? {
    guard start < scalars.count else { return nil }
    if digit(scalars[start]) != nil {
      return compact(scalars, start) ?? han(scalars, start) ?? separated(scalars, start)
        ?? dayFirst(scalars, start)
    }
    return monthFirst(scalars, start)
  }

  /// 20240115
  private static func compact(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    let end = digitsEnd(scalars, start)
    guard end - start == 8, let year = number(scalars[start..<start + 4]),
      let month = number(scalars[start + 4..<start + 6]),
      let day = number(scalars[start + 6..<end]),
      (1900..<2100).contains(year), let date = PartialDate(year: year, month: month, day: day)
    else { return nil }
    return (date, end)
  }

  /// 2024年1月15日, 二〇二四年一月十五日; the month and the day may be missing.
  private static func han(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    var numbers: [Int] = []
    var end = start
    for (unit, width) in zip(["年", "月", "日"] as [Unicode.Scalar], [4, 2, 2]) {
      let numberStart = skippingSpaces(scalars, end)
      let numberEnd = digitsEnd(scalars, numberStart)
      let after = skippingSpaces(scalars, numberEnd)
      guard numberEnd > numberStart, after < scalars.count, scalars[after] == unit,
        width != 4 || numberEnd - numberStart == 4,
        let value = numeral(scalars[numberStart..<numberEnd])
      else { break }
      numbers.append(value)
      end = after + 1
    }
    guard !numbers.isEmpty,
      let date = PartialDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    else { return nil }
    return (date, end)
  }

  /// 2024, 2024-01, 2024-01-15, with - / or .
  private static func separated(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    var end = digitsEnd(scalars, start)
    guard end - start == 4, var numbers = number(scalars[start..<end]).map({ [$0] }) else {
      return nil
    }
    let mark = end < scalars.count ? scalars[end] : " "
    while numbers.count < 3, end < scalars.count, scalars[end] == mark,
      "-/.".unicodeScalars.contains(mark)
    {
      let next = digitsEnd(scalars, end + 1)
      guard (1...2).contains(next - end - 1), let value = number(scalars[end + 1..<next]) else {
        break
      }
      numbers.append(value)
      end = next
    }
    guard
      let date = PartialDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    else { return nil }
    return (date, end)
  }

  /// 15 January 2024
  private static func dayFirst(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    let dayEnd = digitsEnd(scalars, start)
    guard dayEnd - start <= 2, let day = number(scalars[start..<dayEnd]),
      let (month, monthEnd) = monthName(scalars, skippingSpaces(scalars, dayEnd)),
      let (year, end) = fourDigits(scalars, skippingSpaces(scalars, monthEnd)),
      let date = PartialDate(year: year, month: month, day: day)
    else { return nil }
    return (date, end)
  }

  /// January 15, 2024
  private static func monthFirst(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    guard let (month, monthEnd) = monthName(scalars, start) else { return nil }
    let dayStart = skippingSpaces(scalars, monthEnd)
    let dayEnd = digitsEnd(scalars, dayStart)
    guard (1...2).contains(dayEnd - dayStart), let day = number(scalars[dayStart..<dayEnd]),
      dayEnd < scalars.count, scalars[dayEnd] == ",",
      let (year, end) = fourDigits(scalars, skippingSpaces(scalars, dayEnd + 1)),
      let date = PartialDate(year: year, month: month, day: day)
    else { return nil }
    return (date, end)
  }
}

// MARK: Pieces

extension WrittenDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]

  private static func monthName(
    _ scalars: [Unicode.Scalar], _ start: Int
  ) -> (month: Int, end: Int)? {
    // Asked at every character of a title, and the names have ASCII letters only.
    guard start < scalars.count, isLetter(scalars[start]) else { return nil }
    var end = start
    while end < scalars.count, end - start < 10, scalars[end].properties.isAlphabetic { end += 1 }
    guard end - start >= 3 else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[start..<end])
    name = name.lowercased()
    guard let month = months.firstIndex(where: { $0 == name || $0.prefix(3) == name }) else {
      return nil
    }
    return (month + 1, end)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20)
  }

  private static func fourDigits(
    _ scalars: [Unicode.Scalar], _ start: Int
  ) -> (year: Int, end: Int)? {
    let end = digitsEnd(scalars, start)
    guard end - start == 4, let year = number(scalars[start..<end]) else { return nil }
    return (year, end)
  }

  private static func skippingSpaces(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var offset = start
    while offset < scalars.count, scalars[offset].properties.isWhitespace { offset += 1 }
    return offset
  }

  private static func digitsEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count, digit(scalars[end]) != nil || scalars[end] == "十" { end += 1 }
    return end
  }

  /// The digit that `scalar` is: of ASCII, of full width, or a Han numeral.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    case 0x3007, 0x25CB, 0x96F6: 0
    default: hanDigits[scalar]
    }
  }

  private static let hanDigits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 8 else { return nil }
    var number = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// A number of digits, or with 十: 十五, 二十, 三十一.
  private static func numeral(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let ten = scalars.firstIndex(of: "十") else { return number(scalars) }
    let tens = scalars[..<ten].isEmpty ? 1 : number(scalars[..<ten])
    let rest = scalars[(ten + 1)...]
    guard let tens, tens < 10, rest.count <= 1 else { return nil }
    guard let ones = rest.isEmpty ? 0 : number(rest) else { return nil }
    return tens * 10 + ones
  }
}
