/// A long run of NUL bytes: a hole in a sparse file, or the padding of a binary format. No text has
/// one, in any encoding.
enum NULRun {
  /// The shortest run that is always found has twice as many bytes.
  private static let blockSize = 4_096

  /// The offset of the first byte of a run in `bytes`. Looks at one byte in each block where there is
  /// none.
  static func find(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    var offset = 0
    while offset + blockSize <= bytes.count {
      let block = bytes.dropFirst(offset).prefix(blockSize)
      if block.first == 0, block.allSatisfy({ $0 == 0 }) {
        return bytes.prefix(offset).lastIndex { $0 != 0 }.map { $0 + 1 - bytes.startIndex } ?? 0
      }
      offset += blockSize
    }
    return nil
  }
}
