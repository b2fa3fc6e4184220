/// Ranges of whole numbers as a query writes them.
enum NumberRange {
  /// `3`, `=3`, `>=3`, `>3`, `<=3`, `<3`, `3..10`, `3..`, `..10`; nil for anything else, and for a
  /// range that holds no number.
  static func read(_ text: String) -> ClosedRange<Int>? {
    if let points = text.firstRange(of: "..") {
      return between(text[..<points.lowerBound], text[points.upperBound...])
    }
    let sign = text.prefix { "<>=".contains($0) }
    guard let number = number(text[sign.endIndex...]) else { return nil }
    switch sign {
    case "", "=": return number...number
    case ">=": return number...Int.max
    case ">": return number + 1...Int.max
    case "<=": return 0...number
    case "<": return number > 0 ? 0...number - 1 : nil
    default: return nil
    }
  }

  /// One side may be open, not both.
  private static func between(_ low: Substring, _ high: Substring) -> ClosedRange<Int>? {
    let first = low.isEmpty ? 0 : number(low)
    let last = high.isEmpty ? Int.max : number(high)
    guard let first, let last, first <= last, !(low.isEmpty && high.isEmpty) else { return nil }
    return first...last
  }

  /// Digits alone, no more than can be counted.
  private static func number(_ text: Substring) -> Int? {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      return nil
    }
    return Int(text)
  }
}
