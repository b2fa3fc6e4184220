/// Reads the tags of XML one by one, and passes over everything else: enough for files that are
/// nothing but tags with attributes. No entity but the five of XML and numbers is known, so nothing
/// can be expanded or fetched.
struct TagScanner {
  /// A start tag.
  struct Tag {
    var name: String
    var attributes: [String: String] = [:]
    /// Byte offset of its `<`.
    var offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next start tag; nil at the end.
  ///
  /// - Throws: `FormatError` where a tag, an attribute or a comment has no end.
  mutating func next() throws(FormatError) -> Tag? {
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = start + 1
      let rest = bytes[offset...]
      if rest.starts(with: "!--".utf8) {
        try skip(past: "-->", from: start)
      } else if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "!")
        || rest.first == UInt8(ascii: "/")
      {
        try skip(past: ">", from: start)
      } else {
        return try tag(from: start)
      }
    }
    return nil
  }

  private mutating func skip(past end: String, from start: Int) throws(FormatError) {
    guard let found = TextSearch.first(Array(end.utf8)[...], in: bytes[offset...]) else {
      throw FormatError(.byte(start), expected: "the end of the tag, \(end)")
    }
    offset += found + end.utf8.count
  }

  private mutating func tag(from start: Int) throws(FormatError) -> Tag {
    var tag = Tag(name: name(), offset: start)
    while true {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard offset < bytes.count else {
        throw FormatError(.byte(start), expected: "the end of the tag, >")
      }
      if bytes[offset] == UInt8(ascii: ">") {
        offset += 1
        return tag
      }
      let key = name()
      skip { $0 <= 0x20 }
      guard !key.isEmpty, offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
        throw FormatError(.byte(offset), expected: "an attribute, name=\"value\"")
      }
      offset += 1
      skip { $0 <= 0x20 }
      tag.attributes[key] = try value()
    }
  }

  private mutating func name() -> String {
    let start = offset
    skip { $0 > 0x20 && !"/>=\"'<".utf8.contains($0) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func value() throws(FormatError) -> String {
    guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27,
      let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset])
    else { throw FormatError(.byte(offset), expected: "a value in quotation marks") }
    let text = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    offset = end + 1
    return TagScanner.unescaped(text)
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while offset < bytes.count && condition(bytes[offset]) { offset += 1 }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ";"), let scalar = scalar(rest[..<end].dropFirst()) else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x")
      return UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }
}

extension TagScanner.Tag {
  /// The span that starts at the number in the attribute `start` and has the length of `length`.
  ///
  /// - Throws: `FormatError` where one is missing or no number.
  func span(_ start: String, _ length: String) throws(FormatError) -> Range<Int> {
    let first = try number(start)
    return first..<first + (try number(length))
  }

  private func number(_ name: String) throws(FormatError) -> Int {
    let text = attributes[name]
    guard let number = text.flatMap({ Int($0) }), number >= 0, number < 1 << 40 else {
      throw FormatError(
        .byte(offset), expected: "a number in the attribute \(name)", found: text ?? "nothing")
    }
    return number
  }
}
