/// Shell patterns within one path component: `*`, `?`, `[a-z]`, `[!a]`, `[[:digit:]]`, `\*`.
///
/// As in git, a `?` or a bracket stands for one byte.
enum Glob {
  /// Whether `pattern` matches the whole of `name`. O(|pattern| · |name|).
  static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var at = 0
    var position = 0
    var retry: (pattern: Int, name: Int)?
    while position < name.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        at += 1
        retry = (at, position)
      } else if let next = step(pattern, at, name[position]) {
        at = next
        position += 1
      } else if let last = retry {
        retry = (last.pattern, last.name + 1)
        at = last.pattern
        position = last.name + 1
      } else {
        return false
      }
    }
    while at < pattern.count, pattern[at] == UInt8(ascii: "*") { at += 1 }
    return at == pattern.count
  }

  /// Where the pattern goes on after its element at `at` matched `byte`; nil if it does not match.
  private static func step(_ pattern: [UInt8], _ at: Int, _ byte: UInt8) -> Int? {
    guard at < pattern.count else { return nil }
    switch pattern[at] {
    case UInt8(ascii: "?"): return at + 1
    case UInt8(ascii: "["): return bracket(pattern, at + 1, byte)
    case UInt8(ascii: "\\"):
      guard at + 1 < pattern.count, pattern[at + 1] == byte else { return nil }
      return at + 2
    default: return pattern[at] == byte ? at + 1 : nil
    }
  }

  /// Matches the bracket expression whose content starts at `start`; nil also where it never ends.
  private static func bracket(_ pattern: [UInt8], _ start: Int, _ byte: UInt8) -> Int? {
    var at = start
    let isNegated =
      at < pattern.count && (pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^"))
    if isNegated { at += 1 }
    let first = at
    var isFound = false
    while at < pattern.count, pattern[at] != UInt8(ascii: "]") || at == first {
      if let named = characterClass(pattern, at, byte) {
        isFound = isFound || named.matches
        at = named.next
        continue
      }
      guard let (low, afterLow) = element(pattern, at) else { return nil }
      var high = low
      at = afterLow
      if at + 1 < pattern.count, pattern[at] == UInt8(ascii: "-"),
        pattern[at + 1] != UInt8(ascii: "]")
      {
        guard let (end, afterHigh) = element(pattern, at + 1) else { return nil }
        high = end
        at = afterHigh
      }
      isFound = isFound || (low <= byte && byte <= high)
    }
    guard at < pattern.count, isFound != isNegated else { return nil }
    return at + 1
  }

  /// One byte of a bracket expression, `\` taken off.
  private static func element(_ pattern: [UInt8], _ at: Int) -> (byte: UInt8, next: Int)? {
    guard pattern[at] == UInt8(ascii: "\\") else { return (pattern[at], at + 1) }
    return at + 1 < pattern.count ? (pattern[at + 1], at + 2) : nil
  }

  /// `[:name:]` at `at`, and whether `byte` is of it; nil where none stands there.
  private static func characterClass(
    _ pattern: [UInt8], _ at: Int, _ byte: UInt8
  ) -> (matches: Bool, next: Int)? {
    guard pattern[at...].starts(with: "[:".utf8) else { return nil }
    var end = at + 2
    while end < pattern.count, pattern[end] != UInt8(ascii: ":") { end += 1 }
    guard end + 1 < pattern.count, pattern[end + 1] == UInt8(ascii: "]") else { return nil }
    let name = String(decoding: pattern[(at + 2)..<end], as: UTF8.self)
    guard let matches = isMember(byte, of: name) else { return nil }
    return (matches, end + 2)
  }

  private static func isMember(_ byte: UInt8, of name: String) -> Bool? {
    let isUpper = (0x41...0x5a).contains(byte)
    let isLower = (0x61...0x7a).contains(byte)
    let isDigit = (0x30...0x39).contains(byte)
    let isGraph = (0x21...0x7e).contains(byte)
    switch name {
    case "alnum": return isUpper || isLower || isDigit
    case "alpha": return isUpper || isLower
    case "blank": return byte == 0x20 || byte == 0x09
    case "cntrl": return byte < 0x20 || byte == 0x7f
    case "digit": return isDigit
    case "graph": return isGraph
    case "lower": return isLower
    case "print": return isGraph || byte == 0x20
    case "punct": return isGraph && !(isUpper || isLower || isDigit)
    case "space": return byte == 0x20 || (0x09...0x0d).contains(byte)
    case "upper": return isUpper
    case "xdigit":
      return isDigit || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    default: return nil
    }
  }
}
