import Foundation

/// Text in other encodings than UTF-8.
package enum EncodedText {
  /// UTF-16 with a byte order mark.
  package static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  /// GB18030, as the system's iconv(3) has it; nil if it has it not.
  package static func gb18030(_ text: String) -> [UInt8]? {
    let converter = iconv_open("GB18030", "UTF-8")
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 4)
    let total = output.count
    let left: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (inputLeft, outputLeft) = (input.count, total)
        let result = iconv(converter, &from, &inputLeft, &to, &outputLeft)
        return result == Int(bitPattern: UInt.max) ? nil : outputLeft
      }
    }
    return left.map { left in output[..<(total - left)].map { UInt8(bitPattern: $0) } }
  }
}
