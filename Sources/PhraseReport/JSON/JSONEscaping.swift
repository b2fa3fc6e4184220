internal import ShingleEngine

/// Escaping of strings for JSON, and for JSON inside HTML and JavaScript.
enum JSONEscaping {
  /// For each byte: 0 is copied, 1 is escaped, 2 starts U+2028 or U+2029 perhaps, 3 is escaped in
  /// markup only.
  private static let action: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for control in 0..<0x20 { table[control] = 1 }
    table[Int(UInt8(ascii: "\""))] = 1
    table[Int(UInt8(ascii: "\\"))] = 1
    table[0xE2] = 2
    table[Int(UInt8(ascii: "<"))] = 3
    return table
  }()

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// Appends `text` with its quotation marks, backslashes and control characters escaped, and the
  /// two line separators that older JavaScript does not allow in a string. O(n).
  ///
  /// With `escapesMarkup`, `<` is escaped too: then no `</script` or `<!--` can end the element that
  /// the text stands in.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], escapesMarkup: Bool
  ) {
    action.withUnsafeBufferPointer { action in
      var copied = 0
      var index = 0
      while index < text.count {
        if isPlain(from: index, of: text) {
          index += 8
          continue
        }
        let length = escapedLength(
          at: index, of: text, action: action, escapesMarkup: escapesMarkup)
        if length > 0 {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
          appendEscape(at: index, of: text, to: &bytes)
          copied = index + length
        }
        index += max(length, 1)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
  }

  /// Whether none of the next eight bytes has an action, as in nearly all text.
  @inline(__always)
  private static func isPlain(from index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index + 8 <= text.count else { return false }
    let eight = UnsafeRawPointer(text.baseAddress! + index).loadUnaligned(as: UInt64.self)
    return !eight.hasByte(below: 0x20) && !eight.hasByte(UInt8(ascii: "\""))
      && !eight.hasByte(UInt8(ascii: "\\")) && !eight.hasByte(0xE2)
      && !eight.hasByte(UInt8(ascii: "<"))
  }

  /// How many bytes from `index` are replaced by an escape; 0 if the byte is copied.
  @inline(__always)
  private static func escapedLength(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, action: UnsafeBufferPointer<UInt8>,
    escapesMarkup: Bool
  ) -> Int {
    switch action[Int(text[index])] {
    case 0: 0
    case 1: 1
    case 2: isLineSeparator(at: index, of: text) ? 3 : 0
    default: escapesMarkup ? 1 : 0
    }
  }

  /// Whether U+2028 or U+2029 (E2 80 A8, E2 80 A9) stands at `index`.
  private static func isLineSeparator(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9
  }

  private static func appendEscape(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "\\"))
    switch text[index] {
    case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0xE2: appendCode(0x2000 | UInt16(text[index + 2] & 0x3F), to: &bytes)
    case let byte: appendCode(UInt16(byte), to: &bytes)
    }
  }

  private static func appendCode(_ code: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(hexadecimal[Int(code >> shift & 15)]) }
  }
}
