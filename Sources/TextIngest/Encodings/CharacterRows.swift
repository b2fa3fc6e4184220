/// Reads the rows of a character set.
///
/// A row is a code in four hexadecimal digits and the characters of this code and those after it; a
/// character that does not show stands alone, as numbers: `8862=00CA+0304`.
enum CharacterRows {
  /// Calls `body` with each code and its scalars, one or two.
  static func forEach(in rows: StaticString, _ body: (Int, UInt32, UInt32?) -> Void) {
    rows.withUTF8Buffer { bytes in
      for row in bytes.split(separator: 0x0A) {
        guard let code = number(row.prefix(4)) else { continue }
        let rest = row.dropFirst(4)
        if rest.first == 0x3D {
          let scalars = rest.dropFirst().split(separator: 0x2B).compactMap { number($0) }
          body(Int(code), scalars[0], scalars.count > 1 ? scalars[1] : nil)
        } else {
          let text = UTF8Text(base: rest.base.baseAddress! + rest.startIndex, count: rest.count)
          var offset = 0
          var code = Int(code)
          while offset < text.count {
            let (scalar, length) = text.decode(offset)
            body(code, scalar, nil)
            offset += length
            code += 1
          }
        }
      }
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
