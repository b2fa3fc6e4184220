internal import ShingleEngine

/// Finds lines and columns of rising byte offsets in one pass.
package struct LineCursor {
  private let content: [UInt8]
  private var offset = 0
  private var line: UInt32 = 1
  private var column: UInt32 = 1

  /// - Parameter content: UTF-8; lines end with LF, CRLF or CR.
  package init(_ content: [UInt8]) {
    self.content = content
    // A byte order mark takes no column.
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// - Parameters:
  ///   - content: UTF-8.
  ///   - offset: A byte of it.
  ///   - line: Its line and column.
  init(_ content: [UInt8], at offset: Int, line: Int, column: Int) {
    self.content = content
    self.offset = offset
    self.line = UInt32(line)
    self.column = UInt32(column)
  }

  /// Line and column, from 1, columns in code points, of the byte at `target`.
  /// - Precondition: offsets rise from call to call.
  package mutating func advance(to target: Int) -> (line: UInt32, column: UInt32) {
    while offset < target {
      if skipWord(before: target) { continue }
      let byte = content[offset]
      offset += 1
      if byte == 0x0A || (byte == 0x0D && !(offset < content.count && content[offset] == 0x0A)) {
        line += 1
        column = 1
      } else if offset == content.count || content[offset] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// Passes eight bytes at once, if they lie before `target` and no line ends among them.
  @inline(__always)
  private mutating func skipWord(before target: Int) -> Bool {
    guard offset + 8 < target else { return false }
    let (bytes, following) = content.withUnsafeBytes {
      (
        $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
      )
    }
    guard !bytes.hasByte(0x0A) && !bytes.hasByte(0x0D) else { return false }
    // A character ends where the byte that follows is none that goes on with it: 10xxxxxx.
    let goesOn = following & ~(following << 1) & UInt64.eachByte(0x80)
    column += 8 - UInt32((goesOn >> 7).byteSum)
    offset += 8
    return true
  }
}
