/// Reads JSON (RFC 8259) without Foundation, whose start-up every command would pay.
package struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  /// Values in values; deeper text is refused, since each level takes stack.
  private static let maximumDepth = 200

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The one value that `bytes` hold. O(n).
  ///
  /// - Parameter bytes: UTF-8; what is invalid in strings becomes U+FFFD.
  /// - Returns: the value.
  /// - Throws: `FormatError` with the byte offset of what is no JSON.
  package static func parse(_ bytes: [UInt8]) throws(FormatError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.offset == bytes.count else { throw parser.wrong("the end of the JSON text") }
    return value
  }

  /// The values that stand one after another in `bytes`: JSON lines, or one value over many lines.
  ///
  /// - Parameter bytes: UTF-8; what is invalid in strings becomes U+FFFD.
  /// - Returns: the values in order.
  /// - Throws: `FormatError` with the byte offset of what is no JSON.
  package static func sequence(_ bytes: [UInt8]) throws(FormatError) -> [JSONValue] {
    var parser = JSONParser(bytes)
    var values: [JSONValue] = []
    parser.skipSpace()
    while parser.offset < bytes.count {
      values.append(try parser.value())
      parser.skipSpace()
    }
    return values
  }

  private mutating func value() throws(FormatError) -> JSONValue {
    skipSpace()
    guard let byte = current else { throw wrong("a JSON value") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(FormatError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(FormatError) in try parser.array() }
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try literal("true", .flag(true))
    case UInt8(ascii: "f"): return try literal("false", .flag(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(FormatError) -> JSONValue
  ) throws(FormatError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw wrong("no more than 200 values in each other") }
    depth += 1
    offset += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(FormatError) -> JSONValue {
    var fields: [(name: String, value: JSONValue)] = []
    if ends(with: "}") { return .object(fields) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw wrong("a name in quotation marks") }
      let name = try string()
      skipSpace()
      try expect(":")
      fields.append((name, try value()))
    } while try continues(until: "}")
    return .object(fields)
  }

  private mutating func array() throws(FormatError) -> JSONValue {
    var elements: [JSONValue] = []
    if ends(with: "]") { return .array(elements) }
    repeat { elements.append(try value()) } while try continues(until: "]")
    return .array(elements)
  }

  /// Whether the object or array ends here, and takes its bracket.
  private mutating func ends(with bracket: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: bracket) else { return false }
    offset += 1
    return true
  }

  /// Takes the comma, or the closing bracket.
  private mutating func continues(until bracket: Unicode.Scalar) throws(FormatError) -> Bool {
    if ends(with: bracket) { return false }
    try expect(",")
    return true
  }

  private mutating func string() throws(FormatError) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = current {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20:
        offset -= 1
        throw wrong("no control character in a string")
      default: text.append(byte)
      }
    }
    throw wrong("the end of a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(FormatError) {
    guard let byte = current else { throw wrong("an escape") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      let scalar = Unicode.Scalar(try codePoint()) ?? "\u{FFFD}"
      text += String(scalar).utf8
    default: throw wrong("an escape that JSON knows")
    }
  }

  /// The code point of `\uXXXX`, or of two of them that make a surrogate pair.
  private mutating func codePoint() throws(FormatError) -> UInt32 {
    let high = try fourDigits()
    let isPair =
      (0xD800..<0xDC00).contains(high) && bytes[offset...].starts(with: [0x5C, UInt8(ascii: "u")])
    guard isPair else { return high }
    let mark = offset
    offset += 2
    let low = try fourDigits()
    guard (0xDC00..<0xE000).contains(low) else {
      offset = mark
      return high
    }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func fourDigits() throws(FormatError) -> UInt32 {
    let end = min(offset + 4, bytes.count)
    let digits = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { throw wrong("four hexadecimal digits") }
    offset = end
    return number
  }

  private mutating func number() throws(FormatError) -> JSONValue {
    let start = offset
    while let byte = current, "+-.0123456789eE".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let whole = Int(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else {
      offset = start
      throw wrong("a JSON value")
    }
    return .number(number)
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(FormatError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard current == text.description.utf8.dropFirst(index).first else {
        throw wrong("a JSON value")
      }
      offset += 1
    }
    return value
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(FormatError) {
    guard current == UInt8(ascii: mark) else { throw wrong("'\(mark)'") }
    offset += 1
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func wrong(_ expected: String) -> FormatError {
    FormatError(.byte(offset), expected: expected)
  }
}
