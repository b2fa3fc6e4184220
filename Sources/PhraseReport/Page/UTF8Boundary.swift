/// Where characters begin in UTF-8 text.
enum UTF8Boundary {
  /// The first byte of the character that `offset` lies in; `offset` itself at the end of the text.
  static func floor(_ offset: Int, in content: [UInt8]) -> Int {
    var offset = offset
    while offset > 0 && offset < content.count && content[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
