/// Numeric character references to what is no character.
///
/// HTML has U+FFFD for them. The parser counts in 32 bits instead: `&#xFFFFFFFF;` is the end of the text to it, whatever
/// follows, and other numbers of many digits become bytes that are no UTF-8.
enum NumericReferences {
  private static let limit = 0x10_FFFF

  /// `html` with references to U+FFFD where the number is above that of any character. O(n); no copy where there is
  /// none.
  static func limited(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while let start = html[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = start + 1
      guard start + 2 < html.count, html[index] == UInt8(ascii: "#") else { continue }
      let isHexadecimal = html[index + 1] | 0x20 == UInt8(ascii: "x")
      let digits = index + (isHexadecimal ? 2 : 1)
      let base = isHexadecimal ? 16 : 10
      var number = 0
      index = digits
      while index < html.count, let digit = Self.digit(html[index]), digit < base {
        number = min(number * base + digit, limit + 1)
        index += 1
      }
      if number > limit {
        result += html[copied..<digits]
        result += (isHexadecimal ? "FFFD" : "65533").utf8
        copied = index
      }
    }
    return copied == 0 ? html : result + html[copied...]
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      Int(byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
